"""The commands about the bot's account on Matrix."""

from __future__ import annotations

import asyncio

import typer

from bot.cli import MISUSED, REFUSED, ConfigOption, refusals, settings_of, stop
from bot.logs import configure_logs
from bot.sentences import sentence
from bot.settings import secrets_of
from scheduler.clock import SystemClock

matrix = typer.Typer(help="The bot's account on Matrix.", no_args_is_help=True)


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(matrix, name="matrix")


@matrix.callback()
def account() -> None:
    """The bot's account on Matrix."""


@matrix.command()
def reset_identity(config: ConfigOption = None) -> None:
    """Begin again as a new device, once the store or the keys are lost; the bot must be stopped."""
    with refusals():
        settings = settings_of(config)
    if not settings.matrix.homeserver:
        stop(MISUSED, sentence("cli-matrix-none"))
    from bot.channels import Unreachable
    from bot.channels.matrix.refused import MatrixRefused
    from bot.channels.matrix.reset import reset_identity

    configure_logs(settings.logs, now=SystemClock().now, secrets=secrets_of(settings))
    try:
        renewed = asyncio.run(reset_identity(settings.matrix))
    except MatrixRefused as refused:
        stop(REFUSED, str(refused))
    except Unreachable:
        stop(REFUSED, sentence("cli-matrix-away"))
    typer.echo(sentence("cli-matrix-reset", device=renewed.device_id))
    if renewed.identity:
        typer.echo(sentence("cli-matrix-reset-signing"))
