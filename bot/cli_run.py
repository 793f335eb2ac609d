"""The commands of whoever keeps the bot running: run, init."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import MISUSED, REFUSED, ConfigOption, DatabaseOption, PackOption, folder_of, refusals, settings_of, stop
from bot.logs import configure_logs
from bot.sentences import sentence
from bot.settings import Settings, secrets_of
from bot.settings_file import DEFAULT_FILE
from bot.told import missing
from scheduler.clock import SystemClock

if TYPE_CHECKING:
    from bot.channels import Channel
    from bot.process import Line


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command()(run)
    cli.command()(init)


def run(pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Run the bot on the channels of the configuration."""
    with refusals():
        settings = settings_of(config)
        names = _configured(settings)
        if not names:
            stop(MISUSED, sentence("cli-run-no-channel"))
        if left := missing(settings):
            stop(MISUSED, sentence("cli-run-no-notice", keys=", ".join(left)))
        configure_logs(settings.logs, now=SystemClock().now, secrets=secrets_of(settings))
        url = db or settings.storage.url
        _refuse_if_busy(url)
        code = asyncio.run(_serve(settings, url, folder_of(pack, settings)))
    if code:
        why = [sentence(f"cli-run-refused-{name}") for name in names]
        stop(REFUSED, *why, sentence("cli-run-no-channel-left"))


def _configured(settings: Settings) -> list[str]:
    """The channels that are to run, by name."""
    keys = {"telegram": settings.telegram.token, "matrix": settings.matrix.homeserver}
    return [name for name, key in keys.items() if key]


def _refuse_if_busy(url: str) -> None:
    """Another program that holds the database is told before the libraries of the channels are even loaded."""
    from storage.database import open_database

    database = open_database(url)
    try:
        database.lock()
    finally:
        database.close()


async def _serve(settings: Settings, url: str, folder: Path) -> int:
    from bot.cli_requests import REQUESTS
    from bot.cli_talk import running
    from bot.flood import Flood, allowance_of
    from bot.pace import Limits
    from bot.process import Process

    lines = _lines(settings)
    try:
        channels: dict[str, Channel] = {line.name: line for line in lines}
        if settings.smtp.host:
            from bot.channels.mail import MailChannel

            mail = MailChannel(settings.smtp, SystemClock().now)
            channels[mail.name] = mail
        limits = Limits(**settings.delivery.model_dump())
        flood = Flood(allowance_of(settings.flood))
        async with running(settings, url, folder, SystemClock(), channels, limits=limits, flood=flood) as app:
            return await Process(app, settings, lines, REQUESTS).run()
    finally:
        for line in lines:
            await line.close()


def _lines(settings: Settings) -> Sequence[Line]:
    """The channels of the configuration."""
    lines: list[Line] = []
    if settings.telegram.token:
        from bot.channels.telegram import TelegramChannel

        lines.append(TelegramChannel(settings.telegram))
    if settings.matrix.homeserver:
        from bot.channels.matrix import MatrixChannel

        lines.append(MatrixChannel(settings.matrix))
    return lines


def init(
    config: Annotated[Path, typer.Option("--config", help="File to write.", metavar="PATH")] = Path(DEFAULT_FILE),
) -> None:
    """Ask what the configuration and the privacy notice need, and write the file."""
    from bot.questions import ask_all

    ask_all(config)
