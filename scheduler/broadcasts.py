"""Carries broadcasts on: begins them at their hour, makes their messages slice after slice, tells who sent them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers import broadcast_words
from handlers.broadcasts import DONE, PAUSED, SENDING, SLICE, STOPPED, WAITING, Broadcast
from handlers.messages import Reply
from scheduler.weeks import week_of
from storage import broadcast_slices, gatherings
from storage import broadcasts as kept
from storage.outbox import OutboxRow
from storage.play import Scene

MOST_AHEAD = 8 * SLICE
"""Messages made and not sent yet: a pause or a stop concerns few, and a yes taken back is looked at late."""
ROWS = 500
"""Messages that a stop cancels, and people that one taken back forgets, in one transaction."""
LOOK = timedelta(seconds=5)
"""Between two looks at what is being sent, and two changes of what is told of it."""
SOON = timedelta(seconds=60)
"""What ends before this is reported in place: who sent it still looks at it."""


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next instant at which one begins, or goes on."""
    if kept.taken_back(connection) is not None:
        return scene.now
    found = [_next(row.state, row.starts_at, scene) for row in broadcast_slices.starts(connection)]
    due = min((instant for instant in found if instant is not None), default=None)
    if due is None or due > scene.now:
        return due
    # One that is being sent has more to write now, or waits for what is on its way.
    return (
        scene.now if any(_has_more(connection, each, scene) for each in _due(connection, scene)) else scene.now + LOOK
    )


def _next(state: str, starts_at: datetime, scene: Scene) -> datetime | None:
    if state == PAUSED:
        return None
    if state == STOPPED:
        return scene.now
    return scene.by_day(starts_at)


def _due(connection: Connection, scene: Scene) -> tuple[Broadcast, ...]:
    known = broadcast_slices.unfinished(connection)
    return tuple(each for each in known if each.starts_at is not None and each.starts_at <= scene.now)


def _has_more(connection: Connection, sent: Broadcast, scene: Scene) -> bool:
    if sent.state == WAITING:
        return True
    if sent.state == PAUSED:
        return False
    if sent.state == STOPPED and sent.count("queued"):
        return True
    waits = sent.count("queued", "sending")
    more = sent.to_write > 0 or (sent.again > 0 and broadcast_slices.left_again(connection, sent.id))
    return (more and waits < MOST_AHEAD) or (not more and not waits)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """One slice of the first broadcast that has one; the ledger's queue sends it."""
    night = scene.morning
    if (gone := kept.taken_back(connection)) is not None:
        kept.unlist(connection, gone, ROWS)
        return ()
    for sent in _due(connection, scene):
        if not broadcast_slices.locked(connection, sent.id):
            continue
        if sent.state == PAUSED:
            continue
        if sent.state == STOPPED and kept.cancel(connection, sent.id, scene.now, ROWS):
            break
        if night > scene.now and sent.state != STOPPED:
            kept.hold(connection, sent.id, night)
        elif sent.state == WAITING:
            _begin(connection, sent, scene)
            break
        elif _carry_on(connection, sent, scene):
            break
    return ()


def _begin(connection: Connection, sent: Broadcast, scene: Scene) -> None:
    """Unless what it invites to does not take place any more."""
    found = gatherings.one(connection, sent.gathering) if sent.gathering is not None else None
    if found is not None and (not found.takes_place or found.ends_at <= scene.now):
        broadcast_slices.move(connection, sent.id, state=STOPPED)
        _tell(connection, sent, scene, scene.guide.wording.say(sent.language, "broadcast-stopped-gathering"))
        return
    broadcast_slices.move(connection, sent.id, state=SENDING, began_at=scene.now)
    begun = _again(connection, sent.id)
    _tell(connection, begun, scene, _state(begun, scene))
    _write(connection, begun, scene)


def _again(connection: Connection, id: int) -> Broadcast:
    """As it is now."""
    return next(each for each in broadcast_slices.unfinished(connection) if each.id == id)


def _carry_on(connection: Connection, sent: Broadcast, scene: Scene) -> bool:
    """True if a slice was written."""
    waits = sent.count("queued", "sending")
    if waits < MOST_AHEAD and _write(connection, sent, scene):
        _progress(connection, sent.id, scene)
        return True
    if not waits and not sent.to_write:
        _end(connection, sent, scene)
    else:
        _progress(connection, sent.id, scene)
    return False


def _write(connection: Connection, sent: Broadcast, scene: Scene) -> int:
    def words(language: str) -> Reply:
        return broadcast_words.message(scene.guide, language, sent)

    if sent.to_write:
        week = week_of(scene.now, scene.zone).begins
        return broadcast_slices.write_next(connection, sent, words, scene.now, week)
    upto = broadcast_slices.again_to(connection, sent.id)
    if upto is None or sent.state != SENDING:
        return 0
    return broadcast_slices.write_again(connection, sent, upto, words, scene.now)


def _end(connection: Connection, sent: Broadcast, scene: Scene) -> None:
    state = STOPPED if sent.state == STOPPED else DONE
    broadcast_slices.move(connection, sent.id, state=state, finished_at=scene.now)
    over = kept.with_state(sent, state, scene.now)
    report = broadcast_words.report(scene.guide, sent.language, over)
    first, _ = broadcast_slices.told(connection, sent.id)
    if first is not None and sent.began_at is not None and scene.now - sent.began_at > SOON:
        # Who sent it looks elsewhere by now: the report is a message of its own, under one that is closed.
        closed = report.partition("\n")[0]
        broadcast_slices.tell_author(connection, sent, Reply(closed, replaces=first), scene.now)
        first = None
    _tell(connection, over, scene, report, replaces=first)


def _state(sent: Broadcast, scene: Scene) -> str:
    return broadcast_words.state(scene.guide, sent.language, sent, scene.now)


def _progress(connection: Connection, id: int, scene: Scene) -> None:
    """The first message told of it is changed in place, now and then, once it has arrived."""
    first, at = broadcast_slices.told(connection, id)
    if first is None or (at is not None and scene.now - at < LOOK):
        return
    sent = _again(connection, id)
    if sent.state == SENDING:
        _tell(connection, sent, scene, _state(sent, scene), replaces=first)


def _tell(connection: Connection, sent: Broadcast, scene: Scene, said: str, replaces: str | None = None) -> None:
    choices = broadcast_words.buttons(scene.guide, sent.language, sent)
    broadcast_slices.tell_author(connection, sent, Reply(said, choices, replaces=replaces), scene.now)
