"""Reminds a network of a request that it was given, twice; then closes it, and its holder hears what comes next."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from handlers.context import Context as Said
from handlers.conversation import Conversation
from handlers.dialogues.handover_words import called, with_next_door
from handlers.dialogues.request_words import Buttons, readers_told
from handlers.effects import TellPerson
from handlers.handovers import CLOSED_AFTER, REMINDED_AFTER
from handlers.messages import Address, Inbound
from handlers.requests import ACCEPTED, CLOSED, HANDOVER, OPEN, Request
from handlers.world import Person, World
from storage import requests as moves
from storage.apply import tell
from storage.apply.turn import Context
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.requests import RequestAnswers, request_of, wanted
from storage.questions.roles import RoleAnswers
from storage.tables import requests

SLICE = 50
UNANSWERED = "unanswered"
_OPEN = and_(requests.c.kind == HANDOVER, requests.c.state == OPEN, requests.c.waiting_at.is_not(None))
_ACCEPTED = and_(requests.c.kind == HANDOVER, requests.c.state == ACCEPTED)


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next hour, by day, at which a network is reminded or a request ends."""
    waiting = select(requests.c.reminded, func.min(requests.c.waiting_at)).where(_OPEN).group_by(requests.c.reminded)
    found = [since + timedelta(days=_stage(reminded)) for reminded, since in connection.execute(waiting)]
    since = connection.execute(select(func.min(requests.c.answered_at)).where(_ACCEPTED)).scalar()
    if since is not None:
        found.append(since + timedelta(days=CLOSED_AFTER))
    return scene.by_day(min(found)) if found else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Remind of, or end, a slice of what is due; the queue says it."""
    if scene.is_night:
        return ()
    query = wanted().where(_due(scene.now)).order_by(requests.c.id).limit(SLICE)
    for row in connection.execute(query.with_for_update(of=requests, skip_locked=True)).all():
        _step(connection, scene, request_of(row))
    return ()


def _due(now: datetime) -> ColumnElement[bool]:
    stages = (0, *REMINDED_AFTER)
    waits = (
        and_(requests.c.reminded == stage, requests.c.waiting_at <= now - timedelta(days=_stage(stage)))
        for stage in stages
    )
    over = and_(_ACCEPTED, requests.c.answered_at <= now - timedelta(days=CLOSED_AFTER))
    return or_(and_(_OPEN, or_(*waits)), over)


def _stage(reminded: int) -> int:
    return next((days for days in REMINDED_AFTER if days > reminded), CLOSED_AFTER)


def _step(connection: Connection, scene: Scene, request: Request) -> None:
    if request.state == ACCEPTED:
        _end(connection, scene, request, "handover-over-told")
        return
    assert request.waiting_at is not None
    days = (scene.now - request.waiting_at).days
    if days >= CLOSED_AFTER:
        _end(connection, scene, request, "handover-closed-told")
        return
    # Of two that an outage kept, the last.
    stage = max(each for each in REMINDED_AFTER if each <= days)
    connection.execute(update(requests).where(requests.c.id == request.id).values(reminded=stage))
    buttons = (("handover/accept", "handover-accept-button"), ("handover/refuse", "handover-refuse-button"))
    said = _said(connection, scene, request)
    _tell(
        connection, scene, request, _readers(said, request, f"remind{stage}", "handover-reminded-told", buttons, days)
    )


def _end(connection: Connection, scene: Scene, request: Request, name: str) -> None:
    if not moves.close(connection, request.id, CLOSED, UNANSWERED if request.state == OPEN else "", scene.now):
        return
    said, days = _said(connection, scene, request), str(CLOSED_AFTER)
    told = [with_next_door(said, request, "over", name, days=days)]
    if request.state == OPEN:
        told += _readers(said, request, "over", "handover-expired-told", (), CLOSED_AFTER)
    _tell(connection, scene, request, tuple(told))


def _readers(said: Said, request: Request, what: str, name: str, buttons: Buttons, days: int) -> tuple[TellPerson, ...]:
    """Nobody answers their own request."""
    told = readers_told(said, request, what, name, buttons, network=called(said, request.network), days=str(days))
    return tuple(each for each in told if each.person != request.person)


def _said(connection: Connection, scene: Scene, request: Request) -> Said:
    """Whoever speaks here is the bot: nobody's roles, nobody's answers."""
    durations = scene.retention.answers
    asked = RequestAnswers(connection, None, scene.now)
    world = World(scene.guide, scene.now, Person(), RoleAnswers(connection), scene.draw, durations, requests=asked)
    language = scene.guide.pack.reference_language
    return Said(Conversation(language=language), Inbound(Address("", ""), ""), world)


def _tell(connection: Connection, scene: Scene, request: Request, told: tuple[TellPerson, ...]) -> None:
    context = Context(Address("", ""), 0, request.person, "", scene.now, scene.draw, scene.zone, asked=False)
    for each in told:
        tell.write(connection, context, each)
