"""Questions to a network that wait: passed on as soon as it is open, said again where nobody answered. What is said
where is a query: when a room is gone, or the network another one, it is said where it may be read now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, Select

from handlers import talk_hours, talk_words
from handlers.effects import TellPerson
from handlers.hours import working_days_after
from handlers.messages import Address, Reply
from handlers.readers import readers
from handlers.requests import TALK, Request
from handlers.roles import Given
from handlers.world import Person, World
from storage import requests as moves
from storage import talks
from storage.apply import tell
from storage.apply.turn import Context
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.requests import request_of, wanted
from storage.questions.roles import RoleAnswers
from storage.tables import requests

SLICE = 20
_MOST_TOLD = 5
_QUESTION, _ALERT = "question", "alert"


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """When the next one is to be passed on, or said again."""
    found = [due for each in _waiting(connection) for due, _ in _steps(connection, scene, each)]
    return max(min(found), scene.now) if found else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """A slice of what is due; the queue sends it."""
    done = 0
    for each in _waiting(connection):
        for due, what in _steps(connection, scene, each):
            if due <= scene.now and done < SLICE:
                _say(connection, scene, each, what)
                done += 1
    return ()


_WAITING = (requests.c.kind == TALK, requests.c.waiting_at.is_not(None))


def _waiting(connection: Connection) -> tuple[Request, ...]:
    query: Select[tuple[object, ...]] = wanted().where(*_WAITING).order_by(requests.c.waiting_at, requests.c.id)
    return tuple(request_of(row) for row in connection.execute(query).all())


def _steps(connection: Connection, scene: Scene, request: Request) -> Iterator[tuple[datetime, str]]:
    """What is still to be said of a question, and when."""
    pack = scene.guide.pack
    rooms, people = _where(connection, scene, request)
    if not rooms and not people:
        return
    opens = talk_hours.opening(pack, request.network, scene.now, scene.night)
    if _missing(connection, request, _QUESTION, rooms, people):
        yield opens or scene.now, _QUESTION
        return
    assert request.waiting_at is not None
    late = working_days_after(pack, request.waiting_at, 1)
    late = talk_hours.opening(pack, request.network, late, scene.night) or late
    if _missing(connection, request, _ALERT, rooms, people):
        yield late, _ALERT


def _where(connection: Connection, scene: Scene, request: Request) -> tuple[tuple[Address, ...], tuple[Given, ...]]:
    """The rooms where it is said, and else the people. A room that refused the question does not count."""
    rooms = talk_words.of_network(talks.enabled(connection), request.network, scene.guide.pack)
    rooms = tuple(each for each in rooms if not talks.failed(connection, _room_keys(request, each)))
    if rooms:
        return rooms, ()
    world = World(scene.guide, scene.now, Person(), RoleAnswers(connection), scene.draw)
    return (), tuple(each for each in readers(world, request.network) if each.person != request.person)[:_MOST_TOLD]


def _room_keys(request: Request, room: Address, what: str = _QUESTION) -> tuple[str, ...]:
    named = str(request.version) if what == _QUESTION else f"{request.version}a"
    return (talks.key_in(request.id, named, room),)


def _person_keys(request: Request, person: int, what: str) -> tuple[str, ...]:
    """The first question has the name that it was given with its number (storage/apply/requests.py)."""
    named = f"request/{request.id}/talk-{request.version}{'' if what == _QUESTION else 'a'}/{person}"
    first = (moves.key_of(request.id, "opened", person),) if what == _QUESTION and request.version == 1 else ()
    return (named, *first)


def _missing(
    connection: Connection, request: Request, what: str, rooms: tuple[Address, ...], people: tuple[Given, ...]
) -> bool:
    wanted_ = [_room_keys(request, each, what) for each in rooms]
    wanted_ += [_person_keys(request, each.person, what) for each in people]
    there = talks.known(connection, [key for keys in wanted_ for key in keys])
    return any(not there.intersection(keys) for keys in wanted_)


def _say(connection: Connection, scene: Scene, request: Request, what: str) -> None:
    guide, text = scene.guide, request.body or ""
    rooms, people = _where(connection, scene, request)
    for room in rooms:
        pieces = talk_words.in_room(guide, _NAMES[what][0], request.network, text)
        key = _room_keys(request, room, what)[0]
        talks.post(connection, room, key, str(request.id).join(pieces), request.person, scene.now, asked=False)
    for each in people:
        _tell(connection, scene, request, each, what)


_NAMES = {
    _QUESTION: ("talk-room-question", "talk-direct-question"),
    _ALERT: ("talk-room-alert", "talk-direct-alert"),
}


def _tell(connection: Connection, scene: Scene, request: Request, to: Given, what: str) -> None:
    guide = scene.guide
    keys = _person_keys(request, to.person, what)
    if talks.known(connection, keys):
        return
    language = to.language if to.language in guide.wording.languages else guide.pack.reference_language
    said = talk_words.direct(guide, language, _NAMES[what][1], request.network, request.body or "")
    reply = Reply(said, talk_words.buttons(guide, language, request.id))
    due = scene.morning
    context = Context(Address("", ""), 0, request.person, "", scene.now, scene.draw, scene.zone, asked=False)
    tell.write(connection, context, TellPerson(to.person, reply, due=due, key=keys[0]))
