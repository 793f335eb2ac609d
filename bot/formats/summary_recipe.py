"""`summary:2026-W47.xlsx`: the file of a summary, for who reads it by their role, or at an address
registered, when it is made."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from bot.formats import File, Making
from handlers.messages import Address
from storage import mondays
from storage.play import Scene


def file_of(connection: Connection, scene: Scene, to: Address, what: str) -> Making | None:
    """The file, all of it read; None for who may not read it, and for a period of which there is none."""
    from bot.request_refused import RequestRefused
    from bot.summaries import FORMATS, begun, known

    period, _, form = what.rpartition(".")
    if form not in FORMATS or not mondays.reads(connection, to):
        return None
    try:
        name = known(connection, scene.guide, period, scene.now)
    except RequestRefused:
        return None
    wanted, instead = (begun(connection, scene.guide, name, each, scene.now) for each in (form, "html"))
    return _made(wanted, instead)


def _made(wanted: Making, instead: Making) -> Callable[[], File]:
    """Where nothing prints, a page that any browser prints."""
    from bot.formats.summary_files import NoPrinter

    def file() -> File:
        try:
            return wanted()
        except NoPrinter:
            return instead()

    return file
