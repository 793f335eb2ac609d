"""Words for the rooms of a network become rows of the ledger, handed over with the answers of the turn."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, select

from handlers.effects_talk import PostWords, SpareRoom, TalkEffect
from storage import talks
from storage.apply.turn import Context
from storage.tables import requests


def write(connection: Connection, context: Context, effect: TalkEffect) -> None:
    """Write one of these effects."""
    match effect:
        case PostWords():
            _post(connection, context, effect)
        case SpareRoom():
            talks.spare(connection, effect.room)
        case _:
            assert_never(effect)


def _post(connection: Connection, context: Context, effect: PostWords) -> None:
    """In each room, once for each state of the question; nothing if the question is gone."""
    id = effect.request
    if id is None and context.person is not None:
        id = talks.latest_of(connection, context.person)
    found = connection.execute(select(requests).where(requests.c.id == id)).one_or_none()
    if found is None:
        return
    text = str(found.id).join(effect.pieces)
    for room in effect.rooms:
        key = talks.key_in(found.id, str(found.version), room)
        rows = talks.post(connection, room, key, text, found.person, context.now, asked=context.asked)
        context.rows.extend(rows)
