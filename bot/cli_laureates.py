"""The commands about laureate projects: take the City's list in, see it, make a code again, take a project off."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from bot.cli import MISUSED, REFUSED, ConfigOption, DatabaseOption, PackOption, guide_of, refusals, settings_of, stop
from bot.cli_database import using
from bot.cli_requests import asked
from bot.laureate_list import Line, ListRefusedError, read, sheet
from bot.private_files import write_private
from bot.sentences import sentence
from handlers.dates import local_date
from handlers.guide import Guide
from handlers.pack import Community
from handlers.projects import LIST_LIVES
from scheduler.clock import SystemClock
from storage import projects, schema

SLICE = 40
"""Projects of one transaction: each is two rows."""

laureates = typer.Typer(help="Laureate projects: a list of projects, never of people.", no_args_is_help=True)

CommunityOption = Annotated[str, typer.Option("--community", help="A community of the pack.", metavar="ID")]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", help="File for the codes; made for its owner alone.")
]
ListArgument = Annotated[Path, typer.Argument(help="CSV file: projet;annee;appel[;places].")]
IdArgument = Annotated[int, typer.Argument(help="Its number in the list.", min=1)]


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(laureates, name="laureates")


@laureates.command("import")
def import_list(
    file: ListArgument,
    output: OutputOption = None,
    community: CommunityOption = "",
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Add the projects of a list, and print a sheet with a code for each new one, once."""
    with refusals():
        guide = guide_of(pack, settings_of(config))
        chosen = _community(guide, community)
        now = SystemClock().now()
        lines = _read(file, guide, chosen, now)
        if output is not None:
            _reserve(output)
        made: list[tuple[Line, str]] = []
        try:
            for line, code in _added(lines, guide, chosen, db, config):
                made += [(line, code)] if code else []
        finally:
            # What was added is in the list, whatever came after: its codes are shown now or never.
            _show(sheet(made, str(local_date(now + LIST_LIVES, guide.zone))), output)
    said = sentence("cli-laureates-done", new=len(made), known=len(lines) - len(made), days=LIST_LIVES.days)
    typer.echo(said, err=True)


def _community(guide: Guide, id: str) -> Community:
    proved = [each for each in guide.pack.community.communities if each.proof == "code"]
    found = [each for each in proved if not id or each.id == id]
    if len(found) != 1:
        stop(MISUSED, sentence("cli-laureates-community", known=", ".join(each.id for each in proved)))
    return found[0]


def _read(file: Path, guide: Guide, community: Community, now: datetime) -> tuple[Line, ...]:
    try:
        raw = file.read_bytes()
        return read(file.name, raw, guide, community, local_date(now, guide.zone).year)
    except OSError:
        stop(REFUSED, sentence("cli-laureates-file", path=str(file)))
    except ListRefusedError as refused:
        stop(REFUSED, *refused.lines, sentence("cli-laureates-refused"))


def _reserve(output: Path) -> None:
    """The codes are shown once: that they can be written is known before any is made."""
    try:
        if output.exists():
            stop(REFUSED, sentence("cli-laureates-exists", path=str(output)))
        write_private(output, "")
    except OSError:
        stop(REFUSED, sentence("cli-laureates-output", path=str(output)))


def _added(
    lines: Sequence[Line], guide: Guide, community: Community, db: str | None, config: Path | None
) -> Iterator[tuple[Line, str]]:
    for at in range(0, len(lines), SLICE):
        rows = [(line.name, line.call, line.year, line.places) for line in lines[at : at + SLICE]]
        done = asked(
            "laureates-import", guide, db, config, community=community.id, rows=json.dumps(rows, ensure_ascii=False)
        )
        yield from zip(lines[at : at + SLICE], json.loads(done["codes"]), strict=True)


def _show(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        # Spreadsheets take a text for UTF-8 only if it opens with this mark.
        write_private(output, "\ufeff" + text)
    except OSError:
        typer.echo(text, nl=False)
        typer.echo(sentence("cli-laureates-output", path=str(output)), err=True)


@laureates.command("list")
def list_projects(
    counts: Annotated[bool, typer.Option("--counts", help="How many, by year and call.")] = False,
    community: CommunityOption = "",
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """The projects of the list with how many people are in for each, or how many there are by year and call."""
    with refusals():
        chosen = _community(guide_of(pack, settings_of(config)), community)
    lines: list[str] = []
    with using(db, config) as database:
        if schema.current(database) == schema.HEAD:
            with database.read() as connection:
                lines = (_counted if counts else _listed)(connection, chosen.id)
    typer.echo("\n".join(lines or [sentence("cli-laureates-none")]))


def _listed(connection: Connection, community: str) -> list[str]:
    return [
        sentence(
            "cli-laureates-row",
            id=each.project.id,
            name=each.project.name,
            call=each.project.call,
            year=str(each.project.year),
            people=each.people,
            state=sentence(f"cli-laureates-{each.state}"),
        )
        for each in projects.listed(connection, community)
    ]


def _counted(connection: Connection, community: str) -> list[str]:
    return [
        sentence(
            "cli-laureates-count",
            year=str(each.year),
            call=each.call,
            projects=each.projects,
            used=each.used,
            people=each.people,
        )
        for each in projects.counts(connection, community)
    ]


@laureates.command("code")
def new_code(id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Make a new code for the first person of a project; the one that nobody used is void."""
    with refusals():
        done = asked("laureates-code", guide_of(pack, settings_of(config)), db, config, id=str(id))
    typer.echo(done["code"])
    typer.echo(sentence("cli-laureates-code", project=done["project"], days=LIST_LIVES.days), err=True)


@laureates.command("revoke")
def revoke(id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Take a project off the list, with its codes and its people's access."""
    with refusals():
        asked("laureates-revoke", guide_of(pack, settings_of(config)), db, config, id=str(id))
    typer.echo(sentence("cli-revoke-done"))
