"""The questionnaire: from a few answers to the right doors; pause, return, correct."""

from __future__ import annotations

from handlers import consent, forms, offering
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import appointment, explanations, help, outcome, result
from handlers.dialogues.questionnaire import FORM, NAME, PAUSED, RESULT, asks
from handlers.form_fields import answered_label, summary
from handlers.layout import in_paragraphs
from handlers.messages import Choice, Reply
from handlers.places import Found
from handlers.understand import key, match


def begin(context: Context, *first: str) -> Turn:
    """The first question."""
    fresh = context.answering({}).remembering(unclear="", insisted="", paused="")
    return forms.following(FORM, fresh.at(NAME, ""), *first)


def first(context: Context) -> Turn:
    """The first question; a text that says one of its answers is taken for it."""
    return heard(context) or begin(context)


def heard(context: Context) -> Turn | None:
    """What follows the first question, for a text that says one of its answers; a number alone says none."""
    asked = Context(begin(context).conversation, context.inbound, context.world)
    field = FORM.field(asked, asked.conversation.step)
    lexicon = context.guide.lexicon
    found = match(context.inbound.text, field.options, lexicon)
    return forms.take(FORM, asked, field, found.values) if found.found and not found.numbered else None


def start(context: Context, argument: str) -> Turn:
    """« start », « bonjour »: begin, or offer to take up what was begun; a member who greets reads the menu."""
    if context.conversation.answers:
        return come_back(context)
    if asks(context.conversation):
        return forms.again(FORM, context)
    return _from_nothing(context) if _greets(context) else begin(context)


def _from_nothing(context: Context) -> Turn:
    """The first question; or, for a member or who holds a role, all that can be done."""
    asked = asks(context.conversation)
    return help.menu(context) if help.is_known(context) and not asked else begin(context)


def _greets(context: Context) -> bool:
    wording, plain = context.guide.wording, context.guide.commands.polite(context.inbound.text)
    return plain in {key(word) for word in wording.parts("lexicon-greetings")}


def restart(context: Context, argument: str = "") -> Turn:
    """« recommencer »: the answers are dropped."""
    return begin(context.remembering(other=""), context.say("orientation-restart"))


def come_back(context: Context) -> Turn:
    """The answers so far, and the offer to go on from there."""
    if context.conversation.step == RESULT:
        turn = result.show(context, context.say("orientation-back-at-result"))
        return _asking_more(context, turn) if offering.comes_back(context) else turn
    return _offer_to_resume(context, context.say("orientation-welcome-back"))


def taken_up(context: Context) -> Turn | None:
    """An answer, by its exact name, to the question where the person stopped; a yes or a no may mean anything there."""
    name, parts, lexicon = FORM.next_name(context), context.guide.wording.parts, context.guide.lexicon
    said = key(context.inbound.text)
    if name is None or said in {key(word) for word in (*parts("says-oui"), *parts("says-non"))}:
        return None
    there, field = context.at(NAME, name), FORM.field(context, name)
    place = context.guide.places.find(said) if field.find else None
    named = isinstance(place, Found) and said == key(place.name)
    exact = match(said, field.options, lexicon).exact and not lexicon.negations.intersection(said.split())
    return forms.answer(FORM, there) if named or exact else None


def _asking_more(context: Context, turn: Turn) -> Turn:
    """At another visit to the result, one question at most: to keep the answers, else to be written to later."""
    return outcome.offering(context, offering.offering(context, turn, consent.KEEP))


def _offer_to_resume(context: Context, first: str) -> Turn:
    answers = summary(FORM, context) if context.conversation.answers else ""
    said = in_paragraphs((first, answers))
    return context.at(NAME, PAUSED).turn(Reply(said, _ways_back(context)))


def _ways_back(context: Context) -> tuple[Choice, ...]:
    return (
        context.choice(f"{NAME}/resume:go", "orientation-resume"),
        context.choice(f"{NAME}/resume:restart", "orientation-start-over"),
    )


def resume(context: Context, argument: str = "") -> Turn:
    """« reprendre »: the question where the person stopped, or the result."""
    if context.conversation.dialogue != NAME and not context.conversation.answers:
        return begin(context)
    return forms.following(FORM, context)


def take_up(context: Context, argument: str = "") -> Turn:
    """« reprendre », typed: says so when there is nothing to take up."""
    if context.conversation.answers or asks(context.conversation):
        return resume(context)
    return begin(context, context.say("orientation-nothing-kept", hours=context.world.durations.hours_without_yes))


def pause(context: Context, argument: str = "") -> Turn:
    """« arrêter »: nothing is lost, and the person is told until when."""
    if not asks(context.conversation):
        return context.turn(Reply(context.say("orientation-nothing-to-stop")))
    kept = "orientation-paused-keep" if context.world.person.consents.get("keep") == "yes" else "orientation-paused"
    durations = context.world.durations
    said = context.say(kept, hours=durations.hours_without_yes, days=durations.days_with_keep)
    turn = context.at(NAME, PAUSED).turn(Reply(said, _ways_back(context)))
    return offering.offering(context, turn, consent.KEEP)


def modify(context: Context, argument: str) -> Turn | None:
    """« modifier », « modifier ma réponse à … »: choose an answer to give again."""
    answers = context.conversation.answers
    if not answers:
        return _from_nothing(context)
    for name in answers:
        topic = key(FORM.field(context, name).topic)
        if argument and topic and topic in argument:
            return _ask_again(context, name)
    choices = tuple(Choice(f"{NAME}/modify:{name}", _answer_line(context, name)) for name in answers)
    return context.at(NAME, RESULT if FORM.next_name(context) is None else PAUSED).turn(
        Reply(context.say("orientation-modify"), choices)
    )


def _answer_line(context: Context, name: str) -> str:
    return summary(FORM, context.answering({name: context.conversation.answers[name]}))


def _ask_again(context: Context, name: str) -> Turn:
    answer = answered_label(FORM, context, name)
    return forms.ask(FORM, context, name, context.say("orientation-modifying", answer=answer))


def for_other(context: Context, argument: str = "") -> Turn:
    """Someone answers for another person: only the words change."""
    context = context.remembering(other="1")
    if asks(context.conversation):
        return forms.again(FORM, context, context.say("orientation-for-other"))
    return begin(context, context.say("orientation-for-other"))


def back(context: Context, argument: str = "") -> Turn:
    """« retour »: the question before; from the result, the last question."""
    if asks(context.conversation):
        return forms.back(FORM, context)
    if context.conversation.answers:
        return _last_question(context)
    return _from_nothing(context)


def _last_question(context: Context) -> Turn:
    names = [name for name in FORM.names(context) if name in context.conversation.answers]
    return forms.ask(FORM, context, names[-1], context.say("form-back-to")) if names else begin(context)


def skip(context: Context, argument: str = "") -> Turn | None:
    """« passer »: the next question."""
    return forms.skip(FORM, context) if asks(context.conversation) else None


def why(context: Context, argument: str) -> Turn | None:
    """« pourquoi » : this question, or a door of the result."""
    if asks(context.conversation) and not argument:
        return forms.why(FORM, context)
    return _then_the_question(context, explanations.why(context, argument))


def why_not(context: Context, argument: str) -> Turn | None:
    """« pourquoi pas … »."""
    return _then_the_question(context, explanations.why_not(context, argument))


def _then_the_question(context: Context, reply: Reply | None) -> Turn | None:
    if reply is None:
        return None
    if not asks(context.conversation):
        return context.turn(reply)
    return forms.again(FORM, context, reply.text)


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button of the questionnaire or of its result."""
    if step == "resume":
        return restart(context) if value == "restart" else resume(context)
    if step == "for":
        return for_other(context)
    if step == "modify":
        known = value in context.conversation.answers
        return _ask_again(context, value) if known else come_back(context)
    if step in ("scheme", "why", RESULT):
        return _of_result(context, step, value)
    if step not in context.pack.question_by_fact:
        return None
    if not asks(context.conversation) and not context.conversation.answers:
        context = context.at(NAME, context.pack.orientation.questions[0].fact)
    return forms.choose(FORM, context, step, value)


def opened(context: Context, turn: Turn | None) -> Turn | None:
    """The card of a door that was looked at: the moment to ask whether to write later, unless something is asked."""
    return turn and (turn if asks(turn.conversation) else outcome.offering(context, turn))


def _of_result(context: Context, step: str, value: str) -> Turn | None:
    if step == "scheme":
        return opened(context, _then_the_question(context, result.door(context, value)))
    if step == "why":
        return _then_the_question(context, explanations.of(context, value))
    if not context.conversation.answers or FORM.next_name(context) is not None:
        return forms.again(FORM, context) if context.conversation.answers else begin(context)
    if value == "modify":
        return modify(context, "")
    if value == "prepare":
        return context.turn(appointment.prepare(context, summary(FORM, context)))
    if value == "why":
        return _then_the_question(context, explanations.why(context, ""))
    return context.turn(result.more(context)) if value == "more" else result.show(context.at(NAME, RESULT))


def prepare(context: Context, argument: str = "") -> Turn:
    """« préparer mon rendez-vous »."""
    if context.conversation.answers and FORM.next_name(context) is None:
        return context.turn(appointment.prepare(context, summary(FORM, context)))
    return _not_yet(context)


def show_result(context: Context, argument: str = "") -> Turn:
    """« mes portes »: the result again."""
    if context.conversation.answers and FORM.next_name(context) is None:
        return result.show(context.at(NAME, RESULT))
    return _not_yet(context)


def _not_yet(context: Context) -> Turn:
    first = context.say("orientation-not-yet")
    return forms.again(FORM, context, first) if context.conversation.answers else begin(context, first)


def answer(context: Context) -> Turn | None:
    """A typed answer; after a silence, a text that is no answer is taken for a return."""
    turn = forms.answer(FORM, context)
    if turn is not None:
        return turn
    seen = context.world.person.last_seen
    away = seen is not None and (context.now - seen).total_seconds() > context.world.durations.pause_hours * 3600
    return come_back(context) if away and context.conversation.answers else None


def show(context: Context, *first: str) -> Turn:
    """The question in course again."""
    return forms.again(FORM, context, *first)


def nudge(context: Context) -> Reply | None:
    """What the one nudge says to a person who asked to keep their answers: the question in course once
    more, or the way back to it; None if nothing is open."""
    if asks(context.conversation):
        return forms.question(FORM, context, context.say("orientation-nudge"))
    if context.conversation.dialogue != NAME or context.conversation.step != PAUSED:
        return None
    return Reply(context.say("orientation-nudge"), _ways_back(context))


DIALOGUE = Dialogue(
    name=NAME,
    choose=choose,
    commands={
        "start": start,
        "recommencer": restart,
        "reprendre": take_up,
        "retour": back,
        "passer": skip,
        "modifier": modify,
        "pourquoi": why,
        "pourquoi_pas": why_not,
        "autre_personne": for_other,
        "preparer": prepare,
        "resultat": show_result,
    },
    asks=asks,
    answer=answer,
    show=show,
)
