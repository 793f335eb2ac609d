"""One message in, one turn out: stop words and commands first, then the question in course, then help."""

from __future__ import annotations

from dataclasses import replace

from handlers import commanded, drafts, ending, in_course, intake, posters, room, sensitive, tapped, uncommon
from handlers.context import Context, before
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import (
    broadcasts,
    codes,
    community_card,
    explanations,
    glossary,
    handoff,
    help,
    language,
    linking,
    meeting,
    meeting_talk,
    orientation,
    outcome,
    pages,
    privacy,
    questionnaire,
    relay,
    reminding,
    result,
    roles,
    talk,
    talk_on,
)
from handlers.messages import Address, Inbound, Reply, cleaned
from handlers.world import World


def respond(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
    """What this message causes. A function of what it reads: no clock, no chance, no I/O."""
    context = Context(conversation, posters.plain(cleaned(inbound)), world)
    if not inbound.private:
        return room.answer(language.spoken(context), context.conversation)
    context = drafts.arriving(questionnaire.arriving(language.spoken(context)))
    return intake.counted_in(context, in_course.finished(context, _turn(context)))


def sorry(conversation: Conversation, world: World) -> Turn:
    """The honest sentence after a failure of ours, with the way to a human; nothing else changes."""
    nothing = Inbound(Address(world.person.channel, ""), "")
    context = language.spoken(Context(conversation, nothing, world))
    return language.written(context.turn(Reply(f"{context.say('engine-failed')}\n\n{handoff.contacts(context)}")))


def nudge(conversation: Conversation, inbound: Inbound, world: World) -> Reply | None:
    """The one reminder of an unfinished orientation, for a person who asked to keep their answers."""
    reply = orientation.nudge(Context(conversation, inbound, world))
    return reply and language.shown(conversation, reply)


def yearly(conversation: Conversation, inbound: Inbound, world: World) -> Reply | None:
    """What a member is asked once a year about their card."""
    reply = community_card.yearly(language.spoken(Context(conversation, inbound, world)))
    return reply and language.shown(conversation, reply)


def _turn(context: Context) -> Turn:
    if not context.memo("welcomed"):
        return _first_contact(uncommon.typed(context).remembering(welcomed="1"))
    if (left := roles.left(context)) is not None:
        said = Reply(left.say("role-lost"))
        # What was meant for the question is lost with it; a command that is the whole text is still one.
        command = left.guide.commands.find(left.inbound.text)
        if command and (command.marked or not command.argument):
            return before(_answer(left), said)
        return in_course.with_question(left, roles.DIALOGUE, left.turn(said))
    return _answer(context)


def _first_contact(context: Context) -> Turn:
    """The welcome comes before anything else, but not before an answer to distress. A command, a button,
    or something known by its name is then answered as usual."""
    if (asked := language.asked_for(context)) is not None:
        return before(orientation.first(asked), help.welcome(asked))
    said = help.welcome(context)
    command = roles.allowed(context, context.guide.commands.find(context.inbound.text))
    if command and command.name == "oublier" and context.world.person.is_new:
        return privacy.unknown(context)
    if context.inbound.choice or (command and command.name not in ("", "start", "retour", "passer")):
        return before(_answer(context), said)
    if (turn := codes.read(context)) is not None:
        return before(in_course.with_question(context, roles.DIALOGUE, turn), said)
    if (turn := _sensitive(context)) is not None:
        return turn if sensitive.is_distress(context.inbound.text, context.guide.wording) else before(turn, said)
    context, aside = _beside(context)
    turn = _named(context, None) or orientation.first(_after_greeting(context))
    return before(language.listening(context, turn), said, *aside)


def _answer(context: Context) -> Turn:
    if context.inbound.file is not None and (turn := broadcasts.joined(context)) is not None:
        return turn
    if unread := uncommon.unread(context, free=commanded.takes_text(context, in_course.asking(context))):
        return in_course.again(context, context.say(unread))
    if context.inbound.choice is not None:
        return tapped.chosen(context, context.inbound.choice)
    return _typed(uncommon.typed(context))


def _typed(context: Context) -> Turn:
    asking = in_course.asking(context)
    free = commanded.takes_text(context, asking)
    if context.inbound.replies_to and (turn := _quoted(context)) is not None:
        return turn
    if (turn := _code(context.remembering(unclear=""), free)) is not None:
        return turn
    answering = context if free else _after_greeting(context)
    context = linking.awaiting(roles.awaiting(reminding.awaiting(answering)))
    context = talk_on.awaiting(context)
    context = relay.awaiting(meeting.awaiting(community_card.awaiting(ending.awaiting(context))))
    for read in _FREE if free else _READERS:
        turn = read(context.remembering(unclear=""), asking)
        if turn is not None:
            return language.listening(context, turn) if read in _MEANT else turn
    return language.listening(context, _unclear(context, asking))


def _quoted(context: Context) -> Turn | None:
    """An answer to words of someone else is for them."""
    for dialogue, quoted in (
        (meeting.DIALOGUE, meeting_talk.quoted),
        (relay.DIALOGUE, relay.quoted),
        (talk.DIALOGUE, talk_on.quoted),
    ):
        if (turn := quoted(context)) is not None:
            return in_course.with_question(context, dialogue, turn)
    return None


def _heard(context: Context, asking: Dialogue | None) -> Turn | None:
    """A sentence right after what a network wrote, with no question open, is perhaps for its animator."""
    return (relay.heard(context) or talk.heard(context)) if asking is None else None


def _after_greeting(context: Context) -> Context:
    """« Bonjour, j'ai une idée » is read as what follows the greeting."""
    command = context.guide.commands.find(context.inbound.text)
    if command is None or command.name != "start" or not command.argument or command.marked:
        return context
    return replace(context, inbound=replace(context.inbound, text=command.argument))


def _code(context: Context, free: bool) -> Turn | None:
    """Before a greeting is taken away, and with it the signs of a code."""
    turn = codes.read(context, free=free)
    return in_course.with_question(context, roles.DIALOGUE, turn) if turn is not None else None


def _spoken(context: Context, asking: Dialogue | None) -> Turn | None:
    """The name of another language is no answer, even where nearly any text is one."""
    turn = language.named(context)
    changed = turn is not None and turn.conversation.language != context.language
    return in_course.with_question(context, language.DIALOGUE, turn) if turn and changed else None


def _changed(context: Context, asking: Dialogue | None) -> Turn | None:
    """An answer to a question that another pack asked, or a number of a list that it showed: asked again."""
    numbered = context.memo("changed") and not any(letter.isalpha() for letter in context.inbound.text)
    if questionnaire.is_adrift(context.conversation) or (asking and numbered):
        return in_course.again(context, context.say("orientation-changed"))
    return None


def _in_course(context: Context, asking: Dialogue | None) -> Turn | None:
    text = context.inbound.text
    if asking and _asks_place(context) and (pages.find(context, text) or glossary.find(context, text)):
        return None  # a word we know is not a commune written with an error
    turn = asking.answer(context) if asking else None
    return in_course.with_question(context, asking, turn) if asking and turn is not None else None


def _named(context: Context, asking: Dialogue | None) -> Turn | None:
    """A page, a door or a term named alone, wherever one stands."""
    text = context.inbound.text
    if turn := language.named(context):
        return in_course.with_question(context, language.DIALOGUE, turn)
    if page := pages.find(context, text):
        return in_course.with_question(context, pages.DIALOGUE, pages.open_page(context, page))
    scheme = explanations.named(context, text)
    if scheme and (reply := result.door(context, scheme.id)):
        return in_course.with_question(context, help.DIALOGUE, context.turn(reply))
    if term := glossary.find(context, text):
        return in_course.with_question(
            context, glossary.DIALOGUE, context.turn(Reply(glossary.definition(context, term)))
        )
    return None


def _sensitive(context: Context, asking: Dialogue | None = None) -> Turn | None:
    """Distress and data that nobody should write here get a fixed answer; nothing of the text is kept."""
    found = sensitive.find(context.inbound.text, context.guide.wording)
    if found in sensitive.ALONE:
        # A question right after would be heard as indifference; it stays open, and any answer is welcome.
        return context.turn(Reply(context.say(found)))
    return in_course.again(context, context.say(found)) if found else None


def _alarming(context: Context, asking: Dialogue | None) -> Turn | None:
    """In a free text, what is personal is refused by the form, which asks again; this comes before."""
    found = sensitive.find(context.inbound.text, context.guide.wording)
    return _sensitive(context, asking) if found in sensitive.ALONE else None


def _followed(context: Context, asking: Dialogue | None) -> Turn | None:
    """What became of an orientation, in answer to the question asked last."""
    return outcome.heard(context) if asking is None else None


def _refused(context: Context, asking: Dialogue | None) -> Turn | None:
    """« Ils ont refusé mon dossier »: a word about it, then the question in course or the next door."""
    if asking not in (None, orientation.DIALOGUE):
        return None
    if not sensitive.is_refusal(context.inbound.text, context.guide.wording):
        return None
    said = context.say("refused-answer")
    if asking:
        return asking.show(context, said)
    return result.next_door(context, said) or before(_at_rest(context), Reply(said))


def _taken_up(context: Context, asking: Dialogue | None) -> Turn | None:
    """An answer to the question where they stopped, from who comes back and says no more."""
    waits = asking is None and questionnaire.is_paused(context.conversation)
    return orientation.taken_up(context) if waits else None


_READERS = (
    tapped.touched,
    commanded.read,
    tapped.letter,
    _sensitive,
    _followed,
    _refused,
    _changed,
    _in_course,
    tapped.offered,
    tapped.noticed,
    _named,
    _taken_up,
    _heard,
    commanded.inside,
)
_FREE = (commanded.read, tapped.letter, _spoken, _alarming, _in_course)
"""How a text is read, in order; where a form asks for free text, nearly all of it is the answer."""
_MEANT = frozenset({_in_course, tapped.offered, _named, commanded.inside})
"""What people write in sentences of their own: its language is heard, and another may be offered."""


def _beside(context: Context) -> tuple[Context, list[Reply]]:
    """What is said besides to a text that may mean nothing else: of its language, of a refusal, of its subject."""
    text, wording = context.inbound.text, context.guide.wording
    context, said = language.foreign(context)
    if not said and sensitive.is_refusal(text, wording):
        said = context.say("refused-answer")
    if not said and sensitive.is_who(text, wording):
        said = context.say("who-answer")
    if not said and sensitive.is_off_topic(text, wording):
        said = context.say("off-topic-answer")
    return context, [Reply(said)] if said else []


def _unclear(context: Context, asking: Dialogue | None) -> Turn:
    context, aside = _beside(context)
    if aside:
        return asking.show(context, aside[0].text) if asking else before(_at_rest(context), *aside)
    place = asking is orientation.DIALOGUE and _asks_place(context)
    hint = context.say("unclear-place") if place else "" if context.inbound.text else context.say("unclear-empty")
    context, said, lost = help.unclear(context, hint, passes=in_course.passes(context, asking))
    if lost:
        # The question is left, so that a number answers the menu and nothing else.
        return before(help.menu(questionnaire.left(context)), Reply(said))
    if asking:
        return asking.show(context, said)
    return _at_rest(context, Reply(said))


def _at_rest(context: Context, *said: Reply) -> Turn:
    """What can be done when no question is open; what is said of it goes with the menu only."""
    if questionnaire.is_paused(context.conversation) and not context.world.roles.mine():
        return orientation.come_back(context)
    fresh = None if context.conversation.answers else orientation.heard(context.remembering(unclear=""))
    if fresh is None and not context.conversation.answers and not help.is_known(context):
        return orientation.begin(context.remembering(unclear=""))
    return fresh or before(help.menu(context), *said)


def _asks_place(context: Context) -> bool:
    question = context.pack.question_by_fact.get(context.conversation.step)
    return question is not None and question.kind == "place"
