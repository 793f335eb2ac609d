"""The commands for operators: the schema, copies, the ledger, and what may be wrong with this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from sqlalchemy import Connection

from bot.cli import REFUSED, ConfigOption, DatabaseOption, PackOption, folder_of, refusals, settings_of, stop
from bot.sentences import sentence
from scheduler.clock import SystemClock
from storage import backup as copies
from storage import hold, outbox, overview, schema
from storage.database import Database, open_database
from storage.errors import BackupRefused, StorageRefused
from storage.restoring import restore as restore_file
from storage.restoring import restore_server

T = TypeVar("T")

db = typer.Typer(help="The schema of the database, and copies of it.", no_args_is_help=True)
outbox_commands = typer.Typer(help="The ledger of messages.", invoke_without_command=True)


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(db, name="db")
    cli.add_typer(outbox_commands, name="outbox")
    cli.command()(doctor)


def opened(db_url: str | None, config: Path | None, *, create: bool = False) -> Database:
    """The database asked for, else the configured one; a file that is not there is made only by who may `create` it."""
    return open_database(db_url or settings_of(config).storage.url, create=create)


@contextmanager
def using(db_url: str | None, config: Path | None, *, alone: bool = False, writes: bool = False) -> Iterator[Database]:
    """The same for the time of a command, which ends with the reason of a refusal. `alone`: no other program
    may hold it; `writes`: none that would be disturbed, which on a server is nobody."""
    with refusals():
        database = opened(db_url, config, create=alone)
        try:
            if alone or writes:
                database.lock(alone=alone)
            yield database
        finally:
            database.close()


def _copies_of(config: Path | None, database: Database) -> Path:
    """Where copies are. What makes them while the bot runs reads the whole bot: not for the other commands."""
    from bot.copying import folder_of_copies

    return folder_of_copies(settings_of(config).backup, database)


@db.command()
def upgrade(db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Bring the schema to what this release expects; a copy is made before."""
    with using(db, config, alone=True) as database:
        folder = _copies_of(config, database)
        done = schema.prepare(database, partial(copies.copy_before_upgrade, folder=folder))
    if done.copy is not None:
        typer.echo(sentence("cli-database-copied", path=str(done.copy)))
    typer.echo(sentence("cli-database-upgraded", after=done.after))


@db.command()
def check(db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Tell whether the schema is the one that this release expects; exit 1 if not."""
    with using(db, config) as database:
        if database.path is not None:
            copies.verify(database.path)
        refuse_unready(database)
    typer.echo(sentence("cli-database-ok", url=database.shown, revision=schema.HEAD))


def refuse_unready(database: Database) -> None:
    """End the command where the schema is not the one that this release expects."""
    found = schema.current(database)
    if found is None:
        stop(REFUSED, sentence("cli-database-empty", url=database.shown))
    if found != schema.HEAD:
        stop(REFUSED, sentence("cli-database-behind", url=database.shown, revision=found))


@db.command()
def backup(
    target: Annotated[Path, typer.Argument(help="File to create.")],
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a consistent copy, also while the bot runs."""
    with using(db, config) as database:
        if schema.current(database) is None:
            stop(REFUSED, sentence("cli-database-empty", url=database.shown))
        try:
            copies.backup(database, target)
            _tell(database, "done")
        except StorageRefused:
            _tell(database, "failed")
            raise
    typer.echo(sentence("cli-backup-done", path=str(target)))


def _tell(database: Database, outcome: str) -> None:
    """Let the running bot know, if there is one: administrators may have asked to be told of a failure."""
    from bot.request_refused import RequestRefused
    from bot.requests import ask, socket_of

    if database.path is not None and socket_of(database.path).is_socket():
        with suppress(StorageRefused, RequestRefused):
            ask(socket_of(database.path), "backup", outcome=outcome)


@db.command()
def restore(
    copy: Annotated[Path, typer.Argument(help="A copy made by `db backup`.")],
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Put a copy in the place of the database; what it still owed waits for `outbox release`."""
    with using(db, config, alone=True) as database:
        folder, now = _copies_of(config, database), SystemClock().now()
        if not database.is_sqlite:
            former = restore_server(database, copy, now, folder)
        elif database.path is not None:
            former = restore_file(copy, database.path, now, [folder])
        else:
            raise BackupRefused(path=":memory:")
    typer.echo(sentence("cli-restore-done"))
    if former is not None:
        typer.echo(sentence("cli-restore-former", path=str(former)))


@outbox_commands.callback(invoke_without_command=True)
def ledger(context: typer.Context, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """How many messages were planned, and what became of them; then each broadcast that is not long over."""
    # Here: only this command needs them, and all the others read this file.
    from bot.queue_lines import broadcast_lines, queue_lines

    if context.invoked_subcommand is not None:
        return
    with using(db, config) as database, _ready(database).read() as connection:
        sums, now = outbox.sums(connection), SystemClock().now()
        since, waiting, held_back = hold.held_since(connection), hold.held(connection), hold.count_held(connection)
        lines = list(queue_lines(connection, now, _pace(config))) if sums["queued"] else []
        lines += broadcast_lines(overview.sendings(connection, now))
    typer.echo(ledger_line(sums))
    for line in lines:
        typer.echo(line)
    if since is not None:
        typer.echo(sentence("cli-outbox-held", since=since.isoformat(timespec="minutes"), count=str(held_back)))
    for held in waiting:
        typer.echo(f"{held.key} {held.state} {held.created_at.isoformat()}")


def _ready(database: Database) -> Database:
    refuse_unready(database)
    return database


def _pace(config: Path | None) -> float:
    """Of messages to many, as it is configured."""
    return settings_of(config).delivery.bulk_per_second


def ledger_line(sums: Mapping[str, int]) -> str:
    """The ledger in one line: how many in all, and how many in each state."""
    states = ", ".join(f"{state} {count}" for state, count in sums.items() if count and state != "planned")
    return sentence("cli-ledger", planned=str(sum(c for s, c in sums.items() if s != "planned")), states=states or "-")


@outbox_commands.command()
def release(
    cancel: Annotated[bool, typer.Option("--cancel", help="None of it is to be sent.")] = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Let leave what a restored database still owed."""
    with using(db, config, writes=True) as database, _ready(database).write() as connection:
        cancelled = hold.cancel_held(connection, SystemClock().now()) if cancel else 0
        hold.release(connection)
    typer.echo(sentence("cli-outbox-cancelled", count=str(cancelled)) if cancel else sentence("cli-outbox-released"))


def doctor(pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Look at the configuration, the pack, the database, the clock, the zone and the memory."""
    # It looks at every part of the program: no other command reads them all.
    from bot import doctor as examination

    found = examination.examine(config, db, lambda settings: folder_of(pack, settings))
    for line in found:
        verdict = sentence("cli-doctor-ok" if line.good else "cli-doctor-bad")
        typer.echo(f"{verdict:>12}  {line.said}")
    if not all(line.good for line in found):
        raise typer.Exit(REFUSED)


def listed(
    db: str | None,
    config: Path | None,
    read: Callable[[Connection], Sequence[T]],
    line: Callable[[T], str],
    none: str,
) -> None:
    """Print what is read of a database, a line each, or the sentence `none`; a database that is behind has none."""
    rows: Sequence[T] = ()
    with using(db, config) as database:
        if schema.current(database) == schema.HEAD:
            with database.read() as connection:
                rows = read(connection)
    for each in rows:
        typer.echo(line(each))
    if not rows:
        typer.echo(sentence(none))
