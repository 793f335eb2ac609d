"""Every recipe of a file, by its kind: one explicit list."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from bot.formats import File, Maker, Making
from bot.formats.enclosed import file_of as enclosed_of
from bot.formats.lists import file_of as list_of
from bot.formats.personal import file_of, sheet_of
from bot.formats.posters import file_of as poster_of
from handlers.access import RECIPE as SUMMARY
from handlers.broadcasts import ENCLOSURE
from handlers.messages import Address
from handlers.posters import CALENDAR, LIST, POSTER
from storage.play import Scene
from storage.questions.rights import EXPORT, SHEET


def _calendar(connection: Connection, scene: Scene, to: Address, what: str) -> File | None:
    """The library of calendars is heavy: it is read with the first file."""
    from bot.formats.calendars import file_of as made

    return made(connection, scene, to, what)


def _summary(connection: Connection, scene: Scene, to: Address, what: str) -> Making | None:
    """So are those of the summary."""
    from bot.formats.summary_recipe import file_of as made

    return made(connection, scene, to, what)


MAKERS: Mapping[str, Maker] = {
    EXPORT: file_of,
    SHEET: sheet_of,
    CALENDAR: _calendar,
    LIST: list_of,
    POSTER: poster_of,
    ENCLOSURE: enclosed_of,
    SUMMARY: _summary,
}
