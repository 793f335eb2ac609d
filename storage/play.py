"""Plays one turn inside a transaction: load, decide, write. The caller commits."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from handlers.calendar import Night
from handlers.conversation import Conversation, Turn
from handlers.effects import Forget, Link, Unlink
from handlers.guide import Guide
from handlers.messages import Inbound
from handlers.notice import Notice
from handlers.quiet import awake, night_of
from handlers.world import World
from storage import answers, tallies, underway
from storage.apply import Context, apply
from storage.apply.say import reply_key
from storage.conversations import Found, find, receive, save, seen, sound_id
from storage.locks import lock_people
from storage.outbox import OutboxRow, unword
from storage.questions.access import AccessAnswers
from storage.questions.broadcasts import BroadcastAnswers
from storage.questions.checks import CheckAnswers
from storage.questions.desk import DeskAnswers
from storage.questions.gatherings import GatheringAnswers
from storage.questions.links import LinkAnswers
from storage.questions.meetings import MeetingAnswers
from storage.questions.members import MemberAnswers
from storage.questions.ours import OwnAnswers
from storage.questions.outcomes import OutcomeAnswers
from storage.questions.projects import ProjectAnswers
from storage.questions.reminders import ReminderAnswers
from storage.questions.requests import RequestAnswers
from storage.questions.rights import RightsAnswers
from storage.questions.roles import RoleAnswers
from storage.questions.talks import TalkAnswers
from storage.questions.yearly import YearAnswers
from storage.retention import Retention
from storage.tables import quarantined

_FAILED = quarantined.insert()

UNREADABLE = "undecryptable"
"""The error of what was set aside because its key never came."""
_WHO = (Forget, Link, Unlink)

Respond = Callable[[Conversation, Inbound, World], Turn]


@dataclass(frozen=True, slots=True)
class Scene:
    """What every turn of a batch shares."""

    guide: Guide
    now: datetime
    draw: Callable[[int], str]
    retention: Retention = field(default_factory=Retention)
    notice: Notice = field(default_factory=Notice)

    @property
    def zone(self) -> str:
        """The zone of the territory."""
        return self.guide.zone

    @property
    def night(self) -> Night:
        """The quiet hours of the territory."""
        return night_of(self.guide, self.retention.answers)

    @property
    def morning(self) -> datetime:
        """Now, or the next morning if it is night."""
        return self.by_day(self.now)

    @property
    def is_night(self) -> bool:
        """True while nobody who did not just write is told anything."""
        return self.morning > self.now

    def by_day(self, moment: datetime) -> datetime:
        """An instant, not before now, or the morning that ends the night in which it falls."""
        return awake(max(moment, self.now), self.night)


@contextmanager
def batch(connection: Connection, messages: Sequence[Inbound]) -> Iterator[None]:
    """Around the turns of one transaction, what is done once for all: those who write are locked, in order,
    and forget what they were told before; then they are known to have been here, and what was counted is written."""
    lock_people(connection, [message.address for message in messages])
    unword(connection, [(message.address, sound_id(message.message_id)) for message in messages])
    with tallies.together(connection):
        yield
        seen(connection, messages)


def play(
    connection: Connection, inbound: Inbound, respond: Respond, scene: Scene, via: str | None = None
) -> tuple[OutboxRow, ...]:
    """The rows to send for one message; none for a message that was already played, unless the answer to a
    webhook carried them and they are asked again. `via`: the answer that may carry a plain one."""
    found = find(connection, inbound, scene.now, scene.retention, scene.zone)
    if found.duplicate:
        return answers.again(connection, reply_key(inbound.address, found.address, found.message_id, 0), via, scene.now)
    receive(connection, found, scene.now)
    earlier = () if found.person is None else underway.before(connection, found.person, found.address)
    turn = respond(found.conversation, inbound, _world(connection, found, scene))
    rows = _write(connection, inbound, found, turn, scene, via)
    return tuple(replace(row, after=earlier) if row.address == inbound.address else row for row in rows)


def record_unread(connection: Connection, channel: str, id: str, error: str, now: datetime) -> None:
    """Record that something received could not even be read: its id and the error, never what it holds."""
    values = {"channel": channel, "message_id": sound_id(id), "error": error[:200], "at": now}
    connection.execute(_FAILED, values)


def record_failure(connection: Connection, inbound: Inbound, error: Exception, now: datetime) -> None:
    """Record that a message could not be played: its id and the error, never its text."""
    values = {"channel": inbound.address.channel, "message_id": sound_id(inbound.message_id)}
    connection.execute(_FAILED, {**values, "error": _place(error), "at": now})


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} {last}"[:200]


def _world(connection: Connection, found: Found, scene: Scene) -> World:
    roles = RoleAnswers(connection, found.person)
    links = LinkAnswers(connection, found.person, found.address)
    return World(
        scene.guide,
        scene.now,
        found.who,
        roles,
        scene.draw,
        scene.retention.answers,
        links,
        checks=CheckAnswers(connection),
        projects=ProjectAnswers(connection, found.person, scene.now),
        desk=DeskAnswers(connection),
        members=MemberAnswers(connection, found.person),
        meetings=MeetingAnswers(connection, found.person),
        notice=scene.notice,
        rights=RightsAnswers(connection, found.person),
        gatherings=GatheringAnswers(connection, found.person, scene.now),
        reminders=ReminderAnswers(connection, found.person),
        broadcasts=BroadcastAnswers(connection, found.person, scene.now, scene.guide),
        ours=OwnAnswers(connection),
        outcomes=OutcomeAnswers(connection, found.person),
        access=AccessAnswers(connection, found.person),
        requests=RequestAnswers(connection, found.person, scene.now),
        talks=TalkAnswers(connection, found.person),
        yearly=YearAnswers(connection),
    )


def _write(
    connection: Connection, inbound: Inbound, found: Found, turn: Turn, scene: Scene, via: str | None
) -> tuple[OutboxRow, ...]:
    person, now = found.person, scene.now
    context = Context(
        inbound.address, found.address, person, found.message_id, now, scene.draw, scene.zone, owner=person
    )
    # Who the person is comes first, so that what is said in the same turn belongs to them, or to nobody.
    for effect in turn.effects:
        if isinstance(effect, _WHO):
            apply(connection, context, effect)
    if context.owner is not None:
        save(connection, found, turn.conversation, now, context.owner)
    for effect in turn.effects:
        if not isinstance(effect, _WHO):
            apply(connection, context, effect)
    return answers.carried(connection, context.rows, via, context.person, now) if via else tuple(context.rows)
