"""What the commands about people ask of the database: one transaction each, here or in the bot that runs."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from bot.request_refused import RequestRefused
from storage import sweeping, tombstones
from storage.erasure import forget_as_asked
from storage.locks import lock_person
from storage.play import Scene
from storage.roles import OPERATOR, record
from storage.tables import people

NOBODY = "cli-people-none"


def erase(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Forget the person of number `id`, and remember that they asked for it."""
    id = texts.get("id", "")
    known = id.isdecimal() and connection.execute(select(people.c.id).where(people.c.id == int(id))).scalar()
    if not known:
        raise RequestRefused(NOBODY, id=id)
    lock_person(connection, int(id))
    tombstones.prepare(connection, scene.draw)
    forget_as_asked(connection, int(id), scene.now)
    record(connection, scene.now, OPERATOR, "", "erase-person")
    return {}


def retention(connection: Connection, scene: Scene, /, **_texts: str) -> Mapping[str, str]:
    """One slice of what was kept long enough."""
    swept = sweeping.sweep(connection, scene.now, scene.retention, scene.zone)
    return {name: str(count) for name, count in swept.items()}
