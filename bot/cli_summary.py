"""`boussole summary`: the summary of a week or of a year, on the screen or as a file; never a person."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.cli import MISUSED, REFUSED, ConfigOption, DatabaseOption, PackOption, guide_of, settings_of, stop
from bot.cli_database import using
from bot.sentences import LANGUAGE, sentence
from handlers import weeks

WeekOption = Annotated[str, typer.Option("--week", help="An ISO week: 2026-W47.", metavar="WEEK")]
YearOption = Annotated[str, typer.Option("--year", help="A year: 2026.", metavar="YEAR")]
FormOption = Annotated[str, typer.Option("--format", help="json, csv, xlsx, pdf or html; else plain text.")]
FileOption = Annotated[Path | None, typer.Option("--output", "-o", help="File to write, for its owner alone.")]
OpenOption = Annotated[Path | None, typer.Option("--open-data", help="Folder for the closed periods.", metavar="DIR")]
FigureOption = Annotated[str, typer.Option("--explain", help="What one figure means.", metavar="FIGURE")]

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.summaries import Ready
    from handlers.guide import Guide

Where = tuple[Path | None, str | None, Path | None]
"""The pack, the database and the configuration that were asked for."""

_BINARY = ("xlsx", "pdf")
_UNWRITABLE = "cli-summary-unwritable"


def register(cli: typer.Typer) -> None:
    """Add this command."""
    cli.command()(summary)


def summary(
    week: WeekOption = "",
    year: YearOption = "",
    form: FormOption = "",
    output: FileOption = None,
    explain: FigureOption = "",
    open_data: OpenOption = None,
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """The summary of a week or of a year: masked numbers only, in any format."""
    if open_data is not None:
        if week or year or form or output or explain:
            _misused("cli-summary-open-alone")
        _open(open_data, (pack, db, config))
        return
    form = _form(form, output)
    _check_usage(week, year, form, output, explain)
    content = _made(week.upper() or year, form, explain, (pack, db, config))
    if output is not None:
        _write(output, content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _open(folder: Path, where: Where) -> None:
    """The closed periods as open data, and what explains them."""
    from bot.summaries import opened

    with _read(where) as (connection, guide, now):
        files = opened(connection, guide, now)
    if not files:
        stop(REFUSED, sentence("cli-summary-open-none"))
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        stop(REFUSED, sentence(_UNWRITABLE, path=str(folder)))
    for file in files:
        _write(folder / file.name, file.content)


def _form(asked: str, output: Path | None) -> str:
    """The format asked for, else the one that the name of the file ends by."""
    from bot.formats.summary_files import FORMATS

    ending = output.suffix.removeprefix(".").lower() if output is not None else ""
    return asked.lower() or (ending if ending in FORMATS else "")


def _check_usage(week: str, year: str, form: str, output: Path | None, explain: str) -> None:
    from bot.formats.summary_files import FORMATS

    if bool(week) == bool(year):
        _misused("cli-summary-which")
    if week and not weeks.is_week(week.upper()):
        _misused("cli-summary-no-such-week", week=week[:20])
    if year and not (len(year) == 4 and year.isascii() and year.isdecimal() and year != "0000"):
        _misused("cli-summary-no-such-year", year=year[:20])
    if form and form not in FORMATS:
        _misused("cli-summary-no-such-format", format=form[:20], known=", ".join(FORMATS))
    if explain and form:
        _misused("cli-summary-explain-alone")
    if form in _BINARY and output is None and sys.stdout.isatty():
        _misused("cli-summary-to-terminal", format=form)


def _misused(name: str, **facts: str) -> NoReturn:
    stop(MISUSED, sentence(name, **facts))


@contextmanager
def _read(where: Where) -> Iterator[tuple[Connection, Guide, datetime]]:
    """A look at the database, with the guide and the hour; refused if it is not as this program has it."""
    from scheduler.clock import SystemClock
    from storage import schema

    pack, db, config = where
    with using(db, config) as database:
        guide = guide_of(pack, settings_of(config), LANGUAGE)
        found = schema.current(database)
        if found is None:
            stop(REFUSED, sentence("cli-summary-nothing"))
        if found != schema.HEAD:
            stop(REFUSED, sentence("cli-database-behind", url=database.shown, revision=found))
        with database.read() as connection:
            yield connection, guide, SystemClock().now()


def _made(period: str, form: str, explain: str, where: Where) -> bytes:
    from bot.formats.summary_files import NoPrinter, made
    from bot.summaries import until_now

    with _read(where) as (connection, guide, now):
        read = until_now(connection, guide, period, now)
    if explain:
        return _explained(read, explain)
    if not form:
        return "".join(f"{line}\n" for line in text(read)).encode()
    try:
        return made(read.report, read.data, form).content
    except NoPrinter:
        stop(REFUSED, sentence("cli-summary-no-pdf"))


def _explained(read: Ready, figure: str) -> bytes:
    from bot.formats.summary_week import explained

    found = next((each for each in read.summary.definitions if each.id == figure), None)
    if found is None:
        known = ", ".join(each.id for each in read.summary.definitions)
        stop(REFUSED, sentence("cli-summary-no-such-figure", figure=figure[:40], known=known or "-"))
    return f"{found.label}\n{explained(found)}\n".encode()


def text(read: Ready) -> Iterator[str]:
    """All of it as lines, that a screen reader reads in order."""
    from bot.formats.summary_text import plain_lines

    return plain_lines(read.report)


def _write(path: Path, content: bytes) -> None:
    from bot.private_files import write_private

    try:
        write_private(path, content)
    except (OSError, ValueError):
        stop(REFUSED, sentence(_UNWRITABLE, path=str(path)))
