"""`boussole gatherings`: what takes place, who comes in numbers, and what was told of it; never a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from bot.cli import REFUSED, ConfigOption, DatabaseOption, stop
from bot.cli_database import using
from bot.queue_lines import aligned, summed
from bot.sentences import sentence
from scheduler.clock import SystemClock
from storage import overview, schema
from storage.database import Database
from storage.overview import Line

MOST = 100
_COLUMNS = ("number", "date", "state", "network", "title", "seats", "waiting", "present")
_LONGEST_TITLE = 40

gathering_commands = typer.Typer(help="Gatherings, in numbers.", invoke_without_command=True)

NetworkOption = Annotated[str, typer.Option("--network", help="Only those of this network.", metavar="ID")]
PastOption = Annotated[bool, typer.Option("--past", help="Those that are over, the last one first.")]
IdArgument = Annotated[int, typer.Argument(help="Its number in the table.", min=1)]


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(gathering_commands, name="gatherings")


@gathering_commands.callback(invoke_without_command=True)
def table(
    context: typer.Context,
    network: NetworkOption = "",
    past: PastOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """What is ahead: date, state, seats given of how many, seats waited for, and who was there."""
    if context.invoked_subcommand is not None:
        return
    found: Sequence[Line] = ()
    with using(db, config) as database:
        if _ready(database):
            with database.read() as connection:
                listed = overview.past if past else overview.ahead
                found = listed(connection, SystemClock().now(), network, MOST)
    if not found:
        typer.echo(sentence("cli-gatherings-none"))
        return
    for row in aligned([[sentence(f"cli-gatherings-{name}") for name in _COLUMNS], *map(_cells, found)]):
        typer.echo(row)
    if len(found) == MOST:
        typer.echo(sentence("cli-gatherings-more", most=MOST))


@gathering_commands.command()
def show(id: IdArgument, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """One of them, with what became of each kind of message about it."""
    with using(db, config) as database:
        lines = _shown(database, id) if _ready(database) else ()
    if not lines:
        stop(REFUSED, sentence("cli-gatherings-none-such", id=str(id)))
    for line in lines:
        typer.echo(line)


def _ready(database: Database) -> bool:
    return schema.current(database) == schema.HEAD


def _shown(database: Database, id: int) -> tuple[str, ...]:
    with database.read() as connection:
        found = overview.one(connection, id)
        if found is None:
            return ()
        told = overview.told(connection, id)
    names = [sentence(f"cli-gatherings-{name}") for name in _COLUMNS]
    facts = aligned([[name, value] for name, value in zip(names, _cells(found), strict=True)])
    sums = [[sentence(f"cli-gatherings-told-{word}"), summed(states.items())] for word, states in told.items()]
    return (*facts, *aligned(sums))


def _cells(line: Line) -> list[str]:
    seats = str(line.taken) if line.seats is None else f"{line.taken}/{line.seats}"
    title = line.title if len(line.title) <= _LONGEST_TITLE else f"{line.title[: _LONGEST_TITLE - 1]}…"
    said = [str(line.id), line.wall, sentence(f"cli-gatherings-state-{line.state}"), line.network, title, seats]
    return [*said, str(line.waiting), str(line.present)]
