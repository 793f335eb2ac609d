"""The questions of the pack as a form: what is asked next, what an answer changes, what stays true of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers import consent, drafts, forms, offering
from handlers.context import Context, and_then
from handlers.conversation import Conversation, Turn
from handlers.dialogues import handoff, outcome, result
from handlers.form_fields import Asked, Field, label_of
from handlers.pack import Question
from handlers.places import Found, Several
from handlers.understand import Option, key
from handlers.wording import OTHER

NAME = "orientation"
PAUSED, RESULT = "paused", "result"


@dataclass(frozen=True, slots=True)
class OrientationForm:
    """The questions of the pack, as a form."""

    dialogue: str = NAME

    def names(self, context: Context) -> tuple[str, ...]:
        """The facts asked, given the answers so far."""
        return tuple(context.guide.table.asked(context.conversation.answers))

    def next_name(self, context: Context) -> str | None:
        """The first fact asked and not answered."""
        question = context.guide.table.next_question(context.conversation.answers)
        return question.fact if question else None

    def field(self, context: Context, name: str) -> Field:
        """A question of the pack, as a field."""
        question = context.pack.question_by_fact[name]
        other = bool(context.memo("other"))
        number = self.names(context).index(name) + 1 if name in self.names(context) else 1
        place = question.kind == "place"
        options = _options(context, question, other)
        # « Je ne sais pas » may have another label for another person: it still needs no button to skip beside it.
        own = _options(context, question, False) if other else options
        unknown = context.say("form-unknown")
        return Field(
            name=name,
            ask=context.say(
                "orientation-question", number=str(number), ask=context.say(f"question-{name}{OTHER if other else ''}")
            ),
            why=context.say(f"question-{name}-why"),
            help=context.say(f"question-{name}-help") if question.help else "",
            topic=context.say(f"topic-{name}"),
            options=options,
            most=question.most,
            skip_label="" if any(key(option.label) == key(unknown) for option in own) else unknown,
            find=(lambda text: place_in(context, text)) if place else None,
            named=context.guide.places.name_by_slug.get if place else None,
        )

    def given(self, context: Context) -> Mapping[str, str]:
        """The facts given by the person."""
        return context.conversation.answers

    def keeping(self, context: Context, answers: Mapping[str, str]) -> Context:
        """The conversation with these facts."""
        return context.answering(answers)

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The answer kept; those that are no longer asked are dropped."""
        question = context.pack.question_by_fact[name]
        # Several answers are kept in the order of the question, whatever the order in which they came.
        value = context.guide.table.read(question, value) if question.most > 1 else value
        answers = {**context.conversation.answers, name: value}
        if context.conversation.answers.get(name, value) != value:
            answers = _without_area(context, name, answers)
        return context.answering(_still_asked(context, answers)).remembering(insisted="")

    def skipping(self, context: Context, name: str) -> Turn | None:
        """A question that must be answered is asked once more, then a human is offered."""
        if not context.pack.question_by_fact[name].if_skipped.insist:
            return None
        if not context.memo("insisted"):
            return forms.ask(self, context.remembering(insisted=name), name, context.say("orientation-insist"))
        return forms.ask(self, context, name, handoff.contacts(context))

    def going_back(self, context: Context) -> Turn | None:
        """Always to the question before."""
        return None

    def finish(self, context: Context, noted: str) -> Turn:
        """The result, and with it one question at most, asked once; the others wait for another moment."""
        turn = result.show(context.at(NAME, RESULT), noted)
        return and_then(offering.offering(context, turn, consent.STATISTICS), *outcome.following(context))


FORM = OrientationForm()


def _still_asked(context: Context, answers: dict[str, str]) -> dict[str, str]:
    """The answers whose question is asked. Those after a question still open wait for its answer."""
    table = context.guide.table
    waiting = table.next_question(answers)
    facts = [question.fact for question in table.questions]
    later = facts[facts.index(waiting.fact) + 1 :] if waiting else []
    asked = (*table.asked(answers), *later)
    return {fact: answers[fact] for fact in facts if fact in answers and fact in asked}


def _without_area(context: Context, name: str, answers: dict[str, str]) -> dict[str, str]:
    """After another place, what was said of the area of the former one no longer holds."""
    pack = context.pack
    if pack.question_by_fact[name].kind != "place":
        return answers
    of_area = {q.fact for q in pack.orientation.questions if pack.places.area_fact.keys() & q.when.facts.keys()}
    return {fact: value for fact, value in answers.items() if fact not in of_area}


def _options(context: Context, question: Question, other: bool) -> tuple[Option, ...]:
    if question.kind == "place":
        return _elsewhere(context)
    wording, language = context.guide.wording, context.language
    prefix = f"answer-{question.fact}"
    return tuple(wording.option(language, prefix, a.value, a.says, other=other) for a in question.answers)


def _elsewhere(context: Context) -> tuple[Option, ...]:
    wording, language = context.guide.wording, context.language
    places = context.pack.places.elsewhere
    return tuple(wording.option(language, "elsewhere", place.id, place.says) for place in places)


def place_in(context: Context, text: str) -> Asked | None:
    """The place that a text names, or those among which to choose."""
    found = context.guide.places.find(text)
    if isinstance(found, Found):
        said = context.say("orientation-so", said=found.said, name=found.name) if found.said else ""
        return Asked(found.slug, said)
    if isinstance(found, Several):
        return Asked("", context.say("form-which"), tuple(f.slug for f in found.candidates))
    return None


def asks(conversation: Conversation) -> bool:
    """True while a question of the pack is in course."""
    return conversation.dialogue == NAME and conversation.step not in ("", PAUSED, RESULT)


def at_result(conversation: Conversation) -> bool:
    """True while the result is what was shown last."""
    return conversation.asks(NAME, RESULT)


def left(context: Context) -> Context:
    """The question in course left where it is, so that nothing typed answers it."""
    here = context.conversation.dialogue
    if here != NAME:
        context = drafts.leave(context, here) if drafts.of(context, here) else context.returned()
    return context.at(NAME, PAUSED) if asks(context.conversation) else context


def set_aside(context: Context) -> Context:
    """The questions no longer asked; they wait, if one was answered: who gives a code came for something else."""
    if not asks(context.conversation):
        return context
    return context.at(NAME, PAUSED) if context.conversation.answers else context.at("", "")


def is_paused(conversation: Conversation) -> bool:
    """True while the questions wait for the person to come back."""
    return conversation.asks(NAME, PAUSED) and bool(conversation.answers)


def arriving(context: Context) -> Context:
    """The conversation as a new message finds it: one turn later, its answers read with the pack of now."""
    revision = context.pack.revision
    if context.conversation.pack_revision not in ("", revision):
        context = settle(context)
    return context.having(pack_revision=revision, version=context.conversation.version + 1)


def settle(context: Context) -> Context:
    """The conversation under a changed pack: answers that still exist are kept, others asked again."""
    guide = context.guide
    answers = {
        name: known
        for name, value in context.conversation.answers.items()
        if name in guide.pack.question_by_fact and (known := _still_known(context, name, value)) is not None
    }
    context = context.answering(_still_asked(context, answers)).remembering(changed="1")
    step = context.conversation.step
    if context.conversation.dialogue == NAME and step == RESULT and FORM.next_name(context):
        return context.having(step=PAUSED)
    gone = asks(context.conversation) and step not in FORM.names(context)
    return context.having(step="" if gone else step)


def _still_known(context: Context, name: str, value: str) -> str | None:
    """What is left of an answer: the values that still exist; None if it must be asked again."""
    field = FORM.field(context, name)
    left = [each for each in value.split() if label_of(field, each) is not None]
    return " ".join(left) if left or not value else None


def is_adrift(conversation: Conversation) -> bool:
    """True if the question in course went away with the pack that asked it."""
    return conversation.dialogue == NAME and not conversation.step
