"""Posts gatherings in the rooms that their network has authorised: once, some days before; then only what changes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers import broadcast_words
from handlers.gatherings import CANCELLED, HELD
from storage import posts
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.posts import Post

AHEAD = timedelta(days=7)
"""Before its start: a series made for a year does not fill a room in one day."""
SETTLED = timedelta(minutes=1)
"""Nothing is posted of what was changed sooner than this: it may be changed again."""


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next instant at which one is to be posted."""
    if not posts.rooms_wanting(connection):
        return None
    if any(_to_say(each, scene) for each in _found(connection, scene)):
        return scene.morning
    later = posts.next_start(connection, scene.now + AHEAD)
    return later - AHEAD if later is not None else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Queue what is to be posted now, at most a slice of it."""
    if scene.is_night or not posts.rooms_wanting(connection):
        return ()
    for each in [each for each in _found(connection, scene) if _to_say(each, scene)][: posts.SLICE]:
        name = _name(each)
        reply = broadcast_words.post(scene.guide, each.gathering, name, scene.now)
        posts.queue(connection, each, reply, scene.now)
    return ()


def _found(connection: Connection, scene: Scene) -> tuple[Post, ...]:
    known = scene.guide.pack.gatherings.series_by_id
    found = posts.candidates(connection, scene.now, scene.now + AHEAD, scene.now - SETTLED)
    return tuple(
        each for each in found if each.gathering.series not in known or not known[each.gathering.series].reserved
    )


def _to_say(each: Post, scene: Scene) -> bool:
    gathering = each.gathering
    if each.posted is None:
        return gathering.state in HELD and gathering.starts_at <= scene.now + AHEAD
    return gathering.sequence > each.posted


def _name(each: Post) -> str:
    if each.gathering.state == CANCELLED:
        return "room-gathering-cancelled"
    return "room-gathering" if each.posted is None else "room-gathering-changed"
