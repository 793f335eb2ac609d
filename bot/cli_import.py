"""`boussole gatherings import`: the dates of a network's calendar, from a file or an address."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import MISUSED, REFUSED, ConfigOption, DatabaseOption, PackOption, guide_of, refusals, settings_of, stop
from bot.cli_gatherings import gathering_commands
from bot.cli_requests import asked
from bot.ics_lines import LARGEST, CalendarRefused, Mistake
from bot.import_requests import taken
from bot.sentences import sentence
from handlers.guide import Guide
from scheduler.clock import SystemClock

_SCHEMES = ("http://", "https://", "webcal://")

WhereArgument = Annotated[str, typer.Argument(help="A file, or an address of the web.", metavar="FILE|URL")]
NetworkOption = Annotated[str, typer.Option("--network", help="The network whose calendar it is.", metavar="ID")]
KindOption = Annotated[str, typer.Option("--kind", help="What they are, when they do not say it.", metavar="ID")]


def register(cli: typer.Typer) -> None:
    """Nothing more: the command stands beside the others about gatherings."""


@gathering_commands.command("import")
def import_calendar(
    where: WhereArgument,
    network: NetworkOption,
    kind: KindOption = "",
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Take the dates of a calendar in; taken again, only what changed there changes here."""
    from bot.ics_import import read

    with refusals():
        settings = settings_of(config)
        guide, now = guide_of(pack, settings), SystemClock().now()
        _check(guide, network, kind)
        try:
            raw = _fetched(where, private=settings.calendars.private) if _is_url(where) else _read(where)
            found = read(raw, guide, network, now, kind)
        except CalendarRefused as refused:
            stop(REFUSED, _line(where, Mistake(refused.line, refused.name, refused.facts)))
        source = _source(where)

        def ask(name: str, **texts: str) -> Mapping[str, str]:
            return asked(name, guide, db, config, **texts)

        sums = taken(ask, network, source, found.entries)
        marks = " ".join(sorted(found.marks))
        left = int(ask("gatherings-left", source=source, marks=marks)["left"])
    typer.echo(sentence("cli-ics-done", **sums, past=found.past))
    if left:
        typer.echo(sentence("cli-ics-left", count=left), err=True)
    if found.mistakes:
        stop(REFUSED, *(_line(where, each) for each in found.mistakes))


def _check(guide: Guide, network: str, kind: str) -> None:
    networks = [each.id for each in guide.pack.territory.networks]
    if network not in networks:
        stop(MISUSED, sentence("cli-ics-network", known=", ".join(networks)))
    kinds = [each.id for each in guide.pack.gatherings.kinds]
    if kind and kind not in kinds:
        stop(MISUSED, sentence("cli-ics-no-kind", known=", ".join(kinds)))


def _is_url(where: str) -> bool:
    return where.lower().startswith(_SCHEMES)


def _fetched(url: str, *, private: bool) -> bytes:
    from bot.ics_fetch import fetch

    return asyncio.run(fetch(url, private=private)).raw or b""


def _read(where: str) -> bytes:
    try:
        with Path(where).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        stop(REFUSED, sentence("cli-ics-file", path=where))


def _source(where: str) -> str:
    """What the calendar is known by: its address without what may be secret in it, or the name of its file."""
    from bot.calendar_feeds import source_of

    return source_of(where) if _is_url(where) else Path(where).name[:200]


def _line(where: str, mistake: Mistake) -> str:
    said = sentence(mistake.name, **mistake.facts)
    name = _source(where)
    return f"{name}:{mistake.line}: {said}" if mistake.line else f"{name}: {said}"
