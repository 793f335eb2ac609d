"""The command that takes a whole database elsewhere: `db copy`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import refusals
from bot.cli_database import db
from bot.sentences import sentence
from scheduler.clock import SystemClock
from storage import moving
from storage.database import Database, open_database

UrlArgument = Annotated[str, typer.Argument(metavar="URL", help="sqlite:///FILE or postgresql://NAME@HOST/DATABASE")]


def register(_cli: typer.Typer) -> None:
    """Add this command to those of `db`."""
    db.command(name="copy")(copy)


def copy(source: UrlArgument, target: UrlArgument) -> None:
    """Move everything to an empty database, compare it, and leave the former one aside."""
    with refusals():
        leaving = open_database(source, create=False)
        try:
            leaving.lock(alone=True)
            moving.refuse_unready(leaving)
            arriving = open_database(target)
            try:
                found = _copied(leaving, arriving)
            finally:
                arriving.close()
        finally:
            leaving.close()
    rows = sum(each.rows for each in found.values())
    typer.echo(sentence("cli-copy-done", tables=str(len(found)), rows=str(rows), url=arriving.shown))
    typer.echo(sentence("cli-copy-former", url=leaving.shown))


def _copied(leaving: Database, arriving: Database) -> dict[str, moving.Counted]:
    """Both are ours alone meanwhile: who runs on one of them is told by the refusal."""
    arriving.lock(alone=True)
    return dict(moving.copy(leaving, arriving, SystemClock().now()))
