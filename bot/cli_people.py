"""The commands about people, by their number: where one stands, erase one, and erase what was kept long enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import ConfigOption, DatabaseOption, PackOption, guide_of, refusals, settings_of
from bot.cli_database import opened, using
from bot.cli_requests import REQUESTS
from bot.people_requests import NOBODY
from bot.request_refused import RequestRefused
from bot.requests import carry_out
from bot.sentences import sentence
from bot.told import durations_of, notice_of
from handlers.dates import stamp
from handlers.guide import Guide
from handlers.standing import Standing, causes, timers
from scheduler import endings, introductions
from scheduler.clock import SystemClock
from storage import schema, standing, sweeping
from storage.play import Scene
from storage.retention import Retention

people = typer.Typer(help="Where a person stands, by number; erase one.", no_args_is_help=True)
retention = typer.Typer(help="What was kept long enough, and is erased.", no_args_is_help=True)

IdArgument = Annotated[int, typer.Argument(help="The number of a person, as `roles list` or the log shows it.", min=1)]


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(people, name="people")
    cli.add_typer(retention, name="retention")


@people.command()
def show(id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Where this person stands and why, without anything that they wrote."""
    known: Standing | None = None
    with refusals():
        scene = _scene(config, guide_of(pack, settings_of(config)))
        with using(db, config) as database:
            if schema.current(database) == schema.HEAD:
                with database.read() as connection:
                    known = standing.standing(connection, id)
        if known is None:
            raise RequestRefused(NOBODY, id=str(id))
    for line in _shown(known, scene):
        typer.echo(line)


def _shown(known: Standing, scene: Scene) -> Iterator[str]:
    here = known.conversation
    step = f"{here.dialogue}/{here.step}".strip("/") or "-"
    values = {"id": known.person, "seen": stamp(known.last_seen), "step": step, "messages": here.version}
    yield sentence("cli-people-head", **values, language=here.language or "-")
    for cause in causes(known, scene.guide, scene.now):
        yield sentence(f"cli-people-{cause.name}", **cause.values)
    for channel, refused in known.channels.items():
        yield sentence("cli-people-channel", channel=channel, refused="-" if refused is None else stamp(refused))
    listed = {"consents": known.consents, "memberships": known.memberships, "ledger": known.ledger}
    for name, found in listed.items():
        said = ", ".join(f"{key} {value}" for key, value in found.items())
        yield sentence(f"cli-people-{name}", said=said or "-")
    yield sentence("cli-people-roles", said=", ".join(known.roles) or "-")
    for sent in known.latest:
        due = stamp(sent.due_at)
        yield sentence("cli-people-row", kind=sent.kind, state=sent.state, reason=sent.reason or "-", due=due)
    for timer in timers(known, scene.retention.answers):
        yield sentence(f"cli-people-timer-{timer.what}", at=stamp(timer.at))


@people.command()
def erase(id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Erase this person everywhere, at once, as « oublier » does."""
    with refusals():
        scene = _scene(config, guide_of(pack, settings_of(config)))
        carry_out(opened(db, config), REQUESTS, "people-erase", lambda: scene, id=str(id))
    days = scene.retention.answers.days_of_backups
    typer.echo(sentence("cli-people-erased", id=id, days=days))


@retention.command()
def run(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be erased.")] = False,
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Erase what was kept long enough. The running bot does it by itself, every few seconds."""
    with refusals():
        scene = _scene(config, guide_of(pack, settings_of(config)))
        counted = _due(db, config, scene) if dry_run else _swept(db, config, scene)
    typer.echo(sentence("cli-retention-due" if dry_run else "cli-retention-done"))
    for name, count in counted.items():
        typer.echo(sentence(f"cli-retention-{name}", count=count))


def _due(db: str | None, config: Path | None, scene: Scene) -> Mapping[str, int]:
    """What the next sweeps would erase, what would be closed, and who would be told before they are forgotten."""
    with using(db, config) as database:
        if schema.current(database) != schema.HEAD:
            return {}
        with database.read() as connection:
            swept = sweeping.due(connection, scene.now, scene.retention)
            told = {"endings": endings.count(connection, scene), "closings": introductions.count(connection, scene)}
            return {**swept, **told}


def _swept(db: str | None, config: Path | None, scene: Scene) -> Mapping[str, int]:
    """Slice after slice, each in a transaction of its own, here or in the bot that runs."""
    total: Counter[str] = Counter()
    while True:
        done = carry_out(opened(db, config), REQUESTS, "retention", lambda: scene)
        total.update({name: int(count) for name, count in done.items()})
        if not any(int(count) for count in done.values()):
            return total


def _scene(config: Path | None, guide: Guide) -> Scene:
    settings, clock = settings_of(config), SystemClock()
    return Scene(guide, clock.now(), clock.draw, Retention(durations_of(settings)), notice_of(settings))
