"""The exchange that follows a question: the holder adds words or ends it, who answers for the network answers or ends
it. Nobody learns who the other one is."""

from __future__ import annotations

from handlers import counted, offers, sensitive, talk_hours
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.relay import is_sentence
from handlers.effects import Effect, Record, TellPerson
from handlers.effects_intake import Count
from handlers.effects_requests import AnswerRequest, AskRequestAgain, CloseRequest
from handlers.effects_talk import PostWords
from handlers.messages import Choice, Reply, number_of
from handlers.readers import role_for
from handlers.requests import LONGEST_BODY, TALK, Request
from handlers.roles import Role
from handlers.talk_words import (
    ANSWER,
    ASK,
    NAME,
    NETWORK,
    REPLY,
    buttons,
    direct,
    due_for,
    for_holder,
    in_room,
    more_of,
    read_by,
)
from handlers.talks import LONGEST_ANSWER

TO, AT, TEXT = "talk_to", "talk_at", "talk_text"
_LONGEST_LABEL = 60


def left(context: Context) -> Context:
    """The conversation where it was before, and nothing kept of what was being written."""
    here = context.conversation.dialogue == NAME
    return (context.returned() if here else context).remembering(**{TO: "", AT: "", TEXT: ""})


def unfit(context: Context, text: str, most: int = LONGEST_BODY) -> str | None:
    """Why a text is not passed on; None if it is."""
    if len(text) > most:
        return context.say("form-too-long", most=most)
    name = sensitive.find(text, context.guide.wording)
    return context.say(name) if name is not None else None


def asked_by_me(context: Context, value: str) -> Request | None:
    """A question of the person of the turn, locked."""
    found = _claimed(context, value)
    return found if found is not None and found.own else None


def asked_of_me(context: Context, value: str) -> tuple[Request, Role] | None:
    """A question that the person of the turn may answer now, locked, and by which role."""
    found = _claimed(context, value)
    role = _role(context, found) if found is not None else None
    return (found, role) if found is not None and role is not None else None


def _claimed(context: Context, value: str) -> Request | None:
    number = number_of(value)
    found = context.world.requests.claim(number) if number is not None else None
    return found if found is not None and found.kind == TALK else None


def _role(context: Context, request: Request) -> Role | None:
    return role_for(context.world.roles.mine(), request.network, context.pack)


def is_over(context: Context) -> Turn:
    """The question is closed: another one may be asked."""
    gone = left(context)
    return gone.turn(Reply(gone.say("talk-is-over"), (gone.choice(f"{NAME}/{ASK}:new", "talk-new"),)))


# --- The holder -----------------------------------------------------------------------------


def add(context: Context, request: Request, text: str) -> Turn:
    """Something more from the holder, who waits again."""
    if request.is_over:
        return is_over(context)
    gone = left(context)
    if (why := unfit(context, text)) is not None:
        return gone.turn(Reply(why))
    body = more_of(request, text)
    opens = talk_hours.opens_at(context, request.network)
    told = _told_more(context, request, text) if opens is None else ()
    if opens is None and not told:
        return gone.turn(Reply(gone.say("talk-nobody-now", network=gone.pack.network_name(request.network))))
    said = gone.say(
        "talk-sent" if opens is None else "talk-sent-later", **talk_hours.said(gone, request.network, opens)
    )
    return gone.turn(AskRequestAgain(request.id, body), *told, Reply(said))


def _told_more(context: Context, request: Request, text: str) -> tuple[Effect, ...]:
    guide, network = context.guide, request.network
    rooms, people = read_by(context, network)
    if rooms:
        return (PostWords(rooms, in_room(guide, "talk-room-more", network, text), request.id),)
    found: list[Effect] = []
    for each in people:
        language = context.speaking(each.language).conversation.language
        reply = Reply(direct(guide, language, "talk-direct-more", network, text), buttons(guide, language, request.id))
        key = f"request/{request.id}/talk-{request.version + 1}/{each.person}"
        found.append(TellPerson(each.person, reply, due=context.world.morning, key=key))
    return tuple(found)


def done(context: Context, value: str) -> Turn | None:
    """The holder needs no more; a room that was still to answer learns it."""
    request = asked_by_me(context, value)
    if request is None or request.is_over:
        return is_over(context) if request is not None else None
    told: list[Effect] = []
    rooms, _ = read_by(context, request.network)
    if request.waiting_at is not None and rooms and talk_hours.opens_at(context, request.network) is None:
        pieces = in_room(context.guide, "talk-room-settled", request.network, "")
        told.append(PostWords(rooms, pieces, request.id))
    gone = left(context)
    return gone.turn(CloseRequest(request.id), *told, Reply(gone.say("talk-done")))


# --- Who answers for the network ------------------------------------------------------------


def answered(context: Context, request: Request, text: str, *, corrected: bool = False) -> tuple[Effect, ...]:
    """What an answer causes, wherever it was written: the holder reads it in the name of the network."""
    there = context.speaking(request.language)
    named = "talk-corrected" if corrected else "talk-answered"
    said = there.say(named, network=there.pack.network_name(request.network), text=text)
    due = context.world.morning if due_for(context, request) else None
    told = TellPerson(request.person, Reply(said, for_holder(there, request)), due=due, key=_key(request))
    return AnswerRequest(request.id), told, *_counts(context, request)


def _key(request: Request) -> str:
    # Its state changes with the answer, so that this names one answer for ever.
    return f"{NAME}/{request.id}/{request.version + 1}/{request.person}"


def _counts(context: Context, request: Request) -> tuple[Effect, ...]:
    if request.waiting_at is None:
        return ()
    seconds = (context.now - request.waiting_at).total_seconds()
    delay = Count(counted.HUMAN_DELAY, counted.bucket(seconds, counted.DELAYS))
    return (delay,) if request.answered_at is not None else (Count(counted.TALK_ANSWERED), delay)


def closed_by_network(context: Context, request: Request) -> tuple[Effect, ...]:
    """The network ends it, and the holder learns it."""
    there = context.speaking(request.language)
    contacts = there.choice(f"{NAME}/{NETWORK}:contacts", "talk-contacts")
    choices = (there.choice(f"{NAME}/{ASK}:new", "talk-new"), contacts)
    reply = Reply(there.say("talk-closed-by-network", network=there.pack.network_name(request.network)), choices)
    due = context.world.morning if due_for(context, request) else None
    return CloseRequest(request.id), TellPerson(request.person, reply, due=due, key=_key(request))


def answer(context: Context, found: tuple[Request, Role], text: str) -> Turn:
    """An answer written in private by who answers for the network."""
    request, role = found
    gone = left(context)
    if request.is_over:
        return gone.turn(Reply(gone.say("talk-direct-over")))
    if len(text) > LONGEST_ANSWER:
        return gone.turn(Reply(gone.say("form-too-long", most=LONGEST_ANSWER)))
    used = Record(role.name, role.network, "talk-answer")
    sent = "talk-direct-sent-morning" if due_for(context, request) else "talk-direct-sent"
    said = gone.say(sent, network=gone.pack.network_name(request.network))
    return gone.turn(*answered(context, request, text), used, Reply(said))


def over(context: Context, value: str) -> Turn | None:
    """Who answers for the network ends it."""
    found = asked_of_me(context, value)
    if found is None:
        return None
    request, role = found
    gone = left(context)
    if request.is_over:
        return gone.turn(Reply(gone.say("talk-direct-over")))
    used = Record(role.name, role.network, "talk-close")
    return gone.turn(*closed_by_network(context, request), used, Reply(gone.say("talk-direct-closed")))


# --- Typed elsewhere ------------------------------------------------------------------------


def quoted(context: Context) -> Turn | None:
    """A message that quotes an answer, or a question: it is for the other side."""
    if not is_sentence(context, fewest=1):
        return None
    request = context.world.talks.quoted(context.inbound.replies_to or "")
    if request is None:
        return None
    if request.own:
        return add(context, request, context.inbound.text)
    role = _role(context, request)
    return answer(context, (request, role), context.inbound.text) if role is not None else None


def awaiting(context: Context) -> Context:
    """The buttons of what was told last can be typed by their letter, as if it had been said here."""
    if len(context.inbound.text) > _LONGEST_LABEL:
        return context
    request = context.world.talks.heard(context.world.person.last_seen or context.now)
    choices = offered(context, request) if request is not None else ()
    return offers.lettering(context, choices) if choices else context


def offered(context: Context, request: Request) -> tuple[Choice, ...]:
    """What the person may do with a question that they were told of."""
    if request.own:
        return for_holder(context, request)
    language = context.language
    return buttons(context.guide, language, request.id) if _role(context, request) is not None else ()


def write(context: Context, step: str, value: str) -> Turn | None:
    """« Répondre »: what? The question in course waits."""
    mine = asked_by_me(context, value) if step == REPLY else None
    theirs = asked_of_me(context, value) if step == ANSWER else None
    request = mine or (theirs[0] if theirs is not None else None)
    if request is None:
        return None
    if request.is_over:
        return is_over(context) if mine is not None else left(context).turn(Reply(context.say("talk-direct-over")))
    begun = left(context).leaving_for(NAME, step).remembering(**{AT: str(request.id)})
    return begun.turn(asks_for(begun, request))


def asks_for(context: Context, request: Request, *first: str) -> Reply:
    """The question in course: what to write."""
    step = context.conversation.step
    choices = (context.choice(f"{NAME}/{step}:cancel", "talk-no"),)
    named = "talk-write-more" if step == REPLY else "talk-direct-write"
    asked = context.say(named, network=context.pack.network_name(request.network), text=request.body or "")
    return Reply("\n\n".join((*first, asked)), choices)


def written(context: Context) -> Turn:
    """What was written to the other side, checked again as it leaves; a text that cannot leave is asked again."""
    step, value, text = context.conversation.step, context.memo(AT), context.inbound.text
    mine = asked_by_me(context, value) if step == REPLY else None
    theirs = asked_of_me(context, value) if step == ANSWER else None
    if mine is not None:
        why = unfit(context, text) if not mine.is_over else None
        return context.turn(asks_for(context, mine, why)) if why else add(context, mine, text)
    if theirs is not None:
        if len(text) > LONGEST_ANSWER:
            return context.turn(asks_for(context, theirs[0], context.say("form-too-long", most=LONGEST_ANSWER)))
        return answer(context, theirs, text)
    gone = left(context)
    return gone.turn(Reply(gone.say("talk-is-over")))
