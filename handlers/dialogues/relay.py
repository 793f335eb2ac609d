"""A sentence in answer to what a network wrote reaches its animator, who does not see who wrote it and may answer."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import bare, offers, sensitive
from handlers.broadcast_words import buttons
from handlers.broadcasts import LONGEST_ANSWER, About, Words
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues.handoff import contacts
from handlers.dialogues.meeting_words import tonight
from handlers.effects import Effect, Record
from handlers.effects_broadcasts import RelayWords
from handlers.messages import Choice, Reply
from handlers.roles import ANIMATOR, code_in
from handlers.understand import Option, match

NAME = "relay"
WRITE, CONFIRM = "write", "send"
YES, CANCEL = "yes", "cancel"
_AT, _TEXT = "relay_at", "relay_text"
_MOST_TOLD, _LAST = 3, 5
_DRAWN = 10
_FEWEST_LETTERS, _LONGEST_LABEL = 3, 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def quoted(context: Context) -> Turn | None:
    """A typed answer to a message that quotes what a network wrote, or words passed on; None if it is for someone
    else, or a command."""
    reference = context.inbound.replies_to or ""
    if not is_sentence(context, fewest=1):
        return None
    if (found := context.world.broadcasts.words(reference)) is not None:
        return _answered(context, found)
    about = context.world.broadcasts.answered(reference)
    return _passed_on(context, about, context.inbound.text) if about is not None else None


def heard(context: Context) -> Turn | None:
    """The next sentence after what a network wrote, with no question open: perhaps for its animator."""
    if not is_sentence(context, fewest=_FEWEST_LETTERS) or bare.is_yes_or_no(context, context.inbound.text):
        return None
    about = context.world.broadcasts.heard(context.world.person.last_seen or context.now)
    if about is None or about.progress or about.to_network or not _readers(context, about):
        return None
    kept = context.remembering(**{_AT: about.reference, _TEXT: context.inbound.text})
    return _ask(kept.leaving_for(NAME, CONFIRM), about)


def awaiting(context: Context) -> Context:
    """The buttons of what was told unasked last can be typed by their letter, as if it had been said here."""
    if len(context.inbound.text) > _LONGEST_LABEL:
        return context
    about = context.world.broadcasts.heard(context.world.person.last_seen or context.now)
    choices = tuple(_offered(context, about)) if about is not None else ()
    return offers.lettering(context, choices) if choices else context


def _offered(context: Context, about: About) -> Iterator[Choice]:
    if about.progress:
        mine = context.world.broadcasts.of_network((about.network,), _LAST) if _animates(context, about.network) else ()
        sent = next((each for each in mine if about.reference == f"b{each.id}"), None)
        yield from buttons(context.guide, context.language, sent) if sent is not None else ()
    elif about.token:
        label = "relay-answer" if about.to_network else "relay-answer-network"
        yield context.choice(f"{NAME}/{WRITE}:{about.reference}.{about.token}", label)
    elif about.purpose:
        if about.gathering is not None:
            yield context.choice(f"coming/yes:{about.gathering}", "broadcast-coming")
        yield context.choice(f"consent/{about.purpose}:non", "broadcast-no-more")


def is_sentence(context: Context, *, fewest: int) -> bool:
    """True for words that may be for someone else: no command, no code, no cry for help."""
    text, wording = context.inbound.text, context.guide.wording
    command = context.guide.commands.find(text)
    bare = command is not None and (command.marked or not command.argument) and command.name not in ("merci", "start")
    letters = sum(letter.isalpha() for letter in text)
    return letters >= fewest and not bare and code_in(text) is None and not sensitive.is_distress(text, wording)


def _ask(context: Context, about: About, *first: str) -> Turn:
    network = context.pack.network_name(about.network)
    asked = context.say("relay-ask", network=network, text=context.memo(_TEXT))
    choices = (
        context.choice(f"{NAME}/{CONFIRM}:{YES}", "relay-yes"),
        context.choice(f"{NAME}/{CONFIRM}:{CANCEL}", "relay-no"),
    )
    return context.turn(Reply("\n\n".join((*first, asked)), choices))


def _left(context: Context) -> Context:
    """The conversation where it was, and nothing kept of what was to be sent."""
    here = asks(context.conversation)
    return (context.returned() if here else context).remembering(**{_AT: "", _TEXT: ""})


def _unfit(context: Context, text: str) -> str | None:
    """Why a text is not passed on."""
    if len(text) > LONGEST_ANSWER:
        return context.say("form-too-long", most=LONGEST_ANSWER)
    name = sensitive.find(text, context.guide.wording)
    return context.say(name) if name in sensitive.ALONE else None


def _readers(context: Context, about: About) -> list[tuple[int, str]]:
    """Who receives it: who wrote that message if they still animate the network, else its animators; their language."""
    holders = [each for each in context.world.roles.holders(ANIMATOR, about.network) if not each.own]
    author = [each for each in holders if each.person == about.author]
    found = {each.person: each.language for each in author or holders}
    return list(found.items())[:_MOST_TOLD]


def _passed_on(context: Context, about: About, text: str) -> Turn:
    """It leaves, without the name of who wrote it."""
    left, network = _left(context), context.pack.network_name(about.network)
    readers = _readers(context, about)
    if not readers:
        return left.turn(Reply("\n\n".join((left.say("relay-nobody", network=network), contacts(left)))))
    if (why := _unfit(context, text)) is not None:
        return left.turn(Reply(why))
    told: list[Effect] = []
    for person, language in readers:
        there = context.speaking(language)
        said = there.say("relay-words", network=there.pack.network_name(about.network), text=text)
        told.append(_words(there, about, person, said, to_network=True))
    name = "relay-sent-morning" if tonight(context) else "relay-sent"
    return left.turn(*told, Reply(left.say(name, network=network)))


def _words(context: Context, about: About, person: int, said: str, *, to_network: bool) -> RelayWords:
    drawn = context.world.draw(_DRAWN * 3).lower()
    token = f"{''.join(each for each in drawn if each in _LETTERS)[:_DRAWN]}{person}"
    label = context.say("relay-answer" if to_network else "relay-answer-network")
    return RelayWords(about.reference, token, person, said, ((WRITE, label),), context.world.morning, to_network)


def _answered(context: Context, found: Words, text: str = "") -> Turn:
    """An answer to words passed on goes back the way they came."""
    text = text or context.inbound.text
    left, about = _left(context), found.about
    network = context.pack.network_name(about.network)
    if found.to_network and not _animates(context, about.network):
        return left.turn(Reply(left.say("broadcast-no-network")))
    if found.other is None:
        return left.turn(Reply(left.say("relay-gone")))
    if (why := _unfit(context, text)) is not None:
        return left.turn(Reply(why))
    there = context.speaking(found.language)
    name = "relay-answered" if found.to_network else "relay-words"
    said = there.say(name, network=network, text=text)
    words = _words(there, about, found.other, said, to_network=not found.to_network)
    used = (Record(ANIMATOR, about.network, "answer"),) if found.to_network else ()
    sent = "relay-answer-sent" if found.to_network else "relay-sent"
    sent = f"{sent}-morning" if tonight(context) else sent
    return left.turn(words, *used, Reply(left.say(sent, network=network)))


def _animates(context: Context, network: str) -> bool:
    return any(role.name == ANIMATOR and role.network == network for role in context.world.roles.mine())


def _write(context: Context, value: str) -> Turn | None:
    """« Répondre »: what to?"""
    found = context.world.broadcasts.words(value) if "." in value else None
    if found is None or (found.to_network and not _animates(context, found.about.network)):
        return None
    if found.other is None:
        return context.turn(Reply(context.say("relay-gone")))
    context = (context.returned() if asks(context.conversation) else context).leaving_for(NAME, WRITE)
    return show(context.remembering(**{_AT: value, _TEXT: ""}))


asks = asking(NAME, WRITE, CONFIRM)


def free(conversation: Conversation) -> bool:
    """True where nearly any text is for the other one."""
    return asks(conversation) and conversation.step == WRITE


def show(context: Context, *first: str) -> Turn:
    """The question in course again."""
    about = context.world.broadcasts.about(context.memo(_AT))
    if context.conversation.step == CONFIRM:
        return (
            _ask(context, about, *first) if about is not None else _left(context).turn(Reply(context.say("relay-gone")))
        )
    choices = (context.choice(f"{NAME}/{WRITE}:{CANCEL}", "relay-no"),)
    words = context.world.broadcasts.words(context.memo(_AT))
    asked = context.say("relay-write-network" if words is not None and words.to_network else "relay-write")
    return context.turn(Reply("\n\n".join((*first, asked)), choices))


def answer(context: Context) -> Turn | None:
    """What is to be passed on; or yes, or no."""
    choices = _buttons(context)
    wording = context.guide.wording
    says = {YES: "says-oui", CANCEL: "says-non"} if context.conversation.step == CONFIRM else {}
    options = [
        Option(value, each.label, wording.parts(says[value]) if value in says else ())
        for each in choices
        if (value := each.id.rpartition(":")[2])
    ]
    found = match(context.inbound.text, options, context.guide.lexicon)
    if found.found and (found.exact or context.conversation.step == CONFIRM):
        return choose(context, context.conversation.step, found.values[0])
    if found.numbered:
        return show(context, context.say("form-words-only"))
    if context.conversation.step == WRITE:
        words = context.world.broadcasts.words(context.memo(_AT))
        return _answered(context, words) if words is not None else _left(context).turn(Reply(context.say("relay-gone")))
    return None


def _buttons(context: Context) -> tuple[Choice, ...]:
    said = [getattr(effect, "reply", None) for effect in show(context).effects]
    return tuple(choice for reply in said if isinstance(reply, Reply) for choice in reply.choices)


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button, checked again as if it had been typed."""
    if step not in (WRITE, CONFIRM):
        return None
    if value == CANCEL:
        left = _left(context)
        return left.turn(Reply(left.say("relay-kept")))
    if step == WRITE:
        return _write(context, value)
    text, about = context.memo(_TEXT), context.world.broadcasts.about(context.memo(_AT))
    if value != YES or not text or about is None or context.conversation.step != CONFIRM:
        return None
    return _passed_on(context, about, text)


def _cancel(context: Context, argument: str) -> Turn | None:
    return choose(context, context.conversation.step, CANCEL)


def _polite(context: Context, argument: str) -> Turn | None:
    """« merci » or « bonjour » alone is for the other one too."""
    return answer(context) if free(context.conversation) else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=choose,
    asks=asks,
    answer=answer,
    show=show,
    free=free,
    moves={"retour": _cancel, "arreter": _cancel, "annuler": _cancel, "merci": _polite, "start": _polite},
)
