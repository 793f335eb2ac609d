"""A question for a network: who reads, what is asked, what is shown before it leaves, and what its sending causes."""

from __future__ import annotations

from handlers import hours, talk_hours
from handlers.context import Context
from handlers.conversation import Turn
from handlers.counted import TALK_OPENED
from handlers.dialogues import talk_on
from handlers.dialogues.handoff import contacts
from handlers.dialogues.talk_on import AT, TEXT, TO, left
from handlers.effects import Effect
from handlers.effects_intake import Count
from handlers.effects_requests import OpenRequest, RequestWords
from handlers.effects_talk import PostWords
from handlers.messages import Choice, Reply
from handlers.readers import desk_of, networks_of
from handlers.requests import TALK
from handlers.roles import AGENT, ANIMATOR
from handlers.talk_words import CANCEL, CONFIRM, NAME, NETWORK, WRITE, direct, in_room, labels, of_network, read_by

YES, EDIT, ANYONE, CONTACTS = "yes", "edit", "anyone", "contacts"
_MOST_OFFERED = 8


def offered(context: Context) -> tuple[str, ...]:
    """The networks for which somebody reads, the desk of the territory first."""
    pack = context.pack
    held = [each for role in (ANIMATOR, AGENT) for each in context.world.roles.holders(role) if not each.own]
    read = set(networks_of((each.role for each in held), pack))
    rooms = context.world.talks.rooms()
    first = (*desk_of(pack), *(pack.scheme_by_id[each].network for each in pack.territory.entry_schemes))
    every = dict.fromkeys((*first, *(each.id for each in pack.territory.networks)))
    return tuple(each for each in every if each in read or of_network(rooms, each, pack))[:_MOST_OFFERED]


def networks(context: Context) -> tuple[Choice, ...]:
    """A button for each, for who does not know, for the contacts, and the way back."""
    named = (Choice(f"{NAME}/{NETWORK}:{each}", context.pack.network_name(each)) for each in offered(context))
    return (
        *named,
        context.choice(f"{NAME}/{NETWORK}:{ANYONE}", "talk-anyone"),
        context.choice(f"{NAME}/{NETWORK}:{CONTACTS}", "talk-contacts"),
        context.choice(f"{NAME}/{NETWORK}:{CANCEL}", "talk-back"),
    )


def no_button(context: Context) -> Choice:
    """The way back."""
    return context.choice(f"{NAME}/{WRITE}:{CANCEL}", "talk-no")


def asked(context: Context) -> str:
    """What to write, and when it is read."""
    network = context.memo(TO)
    opens, known = talk_hours.opens_at(context, network), hours.in_words(context, network)
    lines = [context.say("talk-write", network=context.pack.network_name(network))]
    if known:
        lines.append(context.say("talk-hours", hours=known))
    if opens is not None:
        lines.append(context.say("talk-closed-now", **talk_hours.said(context, network, opens)))
    return "\n".join(lines)


def to_confirm(context: Context) -> str:
    """The text as it leaves, for whom, and who reads it."""
    network, text = _receiver(context), context.memo(TEXT)
    said = context.say("talk-confirm", network=context.pack.network_name(network), text=text)
    rooms, _ = read_by(context, network)
    return f"{said}\n{context.say('talk-confirm-room')}" if rooms else said


def _receiver(context: Context) -> str:
    mine = talk_on.asked_by_me(context, context.memo(AT)) if context.memo(AT) else None
    return mine.network if mine is not None else context.memo(TO)


def confirming(context: Context) -> tuple[Choice, ...]:
    """Yes, another text, or nothing."""
    named = ((YES, "talk-yes"), (EDIT, "talk-edit"), (CANCEL, "talk-no"))
    return tuple(context.choice(f"{NAME}/{CONFIRM}:{value}", label) for value, label in named)


def sent(context: Context) -> Turn:
    """The question leaves now, or as soon as the network is open."""
    guide, network, text = context.guide, context.memo(TO), context.memo(TEXT)
    rooms, people = read_by(context, network)
    gone = left(context)
    if not rooms and not people:
        said = gone.say("talk-nobody-now", network=guide.pack.network_name(network))
        return gone.turn(Reply("\n\n".join((said, contacts(gone)))))
    opens = talk_hours.opens_at(context, network)
    told: tuple[RequestWords, ...] = ()
    posted: tuple[Effect, ...] = ()
    if opens is None and rooms:
        posted = (PostWords(rooms, in_room(guide, "talk-room-question", network, text)),)
    elif opens is None:
        told = tuple(_for_reader(context, each.person, each.language, text) for each in people)
    said = gone.say("talk-sent" if opens is None else "talk-sent-later", **talk_hours.said(gone, network, opens))
    return gone.turn(OpenRequest(TALK, network, text, said=told), *posted, Count(TALK_OPENED), Reply(said))


def _for_reader(context: Context, person: int, language: str, text: str) -> RequestWords:
    guide, spoken = context.guide, context.speaking(language).conversation.language
    said = direct(guide, spoken, "talk-direct-question", context.memo(TO), text)
    return RequestWords(person, said, labels(guide, spoken), context.world.morning)
