"""The commands for whoever answers for the data: the entry of the register, and what a breach may have reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

import typer

from bot.cli import MISUSED, ConfigOption, DatabaseOption, refusals, settings_of, stop
from bot.cli_database import refuse_unready, using
from bot.sentences import sentence
from bot.settings import Settings
from bot.told import durations_of
from storage import breach as reached
from storage.breach import Reach
from storage.data_map import data_map

privacy = typer.Typer(help="For whoever answers for the data: the register, a breach.", no_args_is_help=True)

ACTIVITIES: Mapping[str, tuple[str, ...]] = {
    "orientation": ("people", "addresses", "conversations", "inbound", "links", "guesses"),
    "consents": ("consents", "erasures"),
    "messages": ("outbox", "rooms"),
    "community": ("projects", "passes", "memberships", "profiles", "introductions", "blocks", "reports"),
    "gatherings": ("gatherings", "stops", "bookings", "follows", "leads", "snoozes", "tellings", "imports", "walks"),
    "broadcasts": ("broadcasts", "recipients", "enclosures"),
    "requests": ("requests", "refusals"),
    "followup": ("followups",),
    "statistics": ("intake", "tallies", "published", "yearly"),
    "summary": ("tokens", "mailboxes", "readers", "openings", "sittings"),
    "roles": ("roles", "codes", "audit", "corrections", "confirmations"),
    "technical": ("quarantined", "cursors", "marks"),
}
"""What is done with the data, and the tables that serve it; a test puts every table in one of them."""

CRITERIA = 9
"""Of the European guidelines on impact assessments, each with our answer; two that hold ask for one."""

DayArgument = Annotated[str, typer.Argument(help="A day, as 2026-12-01.", metavar="DAY")]


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(privacy, name="privacy")


@privacy.command("register")
def entry(config: ConfigOption = None) -> None:
    """The entry of the register (article 30 of the GDPR) and help for an impact assessment, as Markdown."""
    with refusals():
        settings = settings_of(config)
    for line in _entry(settings):
        typer.echo(line)


def _entry(settings: Settings) -> Iterator[str]:
    said, none = settings.notice, sentence("cli-register-none")
    yield sentence("cli-register-title")
    for key in ("controller", "contact", "dpo", "legal_basis", "transfers"):
        yield sentence(f"cli-register-{key}", said=getattr(said, key) or none)
    yield sentence("cli-register-processors", said="; ".join(said.processors) or none)
    for name, tables in ACTIVITIES.items():
        yield ""
        yield f"## {sentence(f'cli-register-{name}')}"
        yield sentence("cli-register-why", said=sentence(f"cli-register-{name}-why"))
        yield from _columns(tables)
    yield ""
    kept = durations_of(settings)
    yield sentence("cli-register-security", days=kept.days_of_backups, months=kept.months_of_logs)
    yield ""
    yield sentence("cli-dpia-title")
    for number in range(1, CRITERIA + 1):
        yield sentence(f"cli-dpia-{number}")


def _columns(tables: tuple[str, ...]) -> Iterator[str]:
    for table in tables:
        for name, known in data_map().get(table, {}).items():
            values = {"what": known.what, "why": known.why, "kept": known.kept}
            yield sentence("cli-register-row", name=f"{table}.{name}", **values)


@privacy.command()
def breach(since: DayArgument, until: DayArgument, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Who was written to by broadcasts, and what was taken out by roles, from one day to another, by numbers."""
    first, last = _day(since), _day(until) + timedelta(days=1)
    if first >= last:
        stop(MISUSED, sentence("cli-breach-order"))
    with using(db, config) as database:
        refuse_unready(database)
        with database.read() as connection:
            found = reached.reach(connection, first, last)
    for line in _reached(found):
        typer.echo(line)


def _reached(found: Reach) -> Iterator[str]:
    yield sentence("cli-breach-head", people=found.known, messages=sum(sent.messages for sent in found.sent))
    for sent in found.sent:
        numbers = ", ".join(map(str, sent.people)) or "-"
        values = {"name": sent.name, "messages": sent.messages, "people": len(sent.people)}
        yield sentence("cli-breach-sent", **values, numbers=numbers)
    for used in found.used:
        yield sentence("cli-breach-used", action=used.action, role=used.role, times=used.times, rows=used.rows)


def _day(written: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(written), time(), UTC)
    except ValueError:
        stop(MISUSED, sentence("cli-breach-day", said=written[:20]))
