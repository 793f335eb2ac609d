"""The commands about what opens the summary elsewhere: tokens for programs, addresses for the mail of Monday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import ConfigOption, DatabaseOption, PackOption, guide_of, refusals, settings_of
from bot.cli_database import listed
from bot.cli_requests import asked
from bot.sentences import sentence
from handlers.dates import stamp
from scheduler.clock import SystemClock
from storage import mondays
from storage import tokens as stored
from storage.mondays import Mailbox
from storage.tokens import GATHERINGS, SUMMARIES, Token

tokens = typer.Typer(help="Tokens for programs, and addresses for the mail of Monday.", no_args_is_help=True)
mail = typer.Typer(help="Who gets the summary by e-mail each Monday.", no_args_is_help=True)
tokens.add_typer(mail, name="mail")

IdArgument = Annotated[int, typer.Argument(help="Its number in the list.", min=1)]


class Scope(StrEnum):
    """What a token may open."""

    SUMMARIES = SUMMARIES
    GATHERINGS = GATHERINGS


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.add_typer(tokens, name="tokens")


@tokens.command()
def new(
    name: Annotated[str, typer.Option("--name", help="What it is for: « Grist », « tableau de bord ».")],
    scope: Annotated[list[Scope], typer.Option("--scope", help="What it opens; may be said twice.")],
    days: Annotated[int | None, typer.Option("--days", min=1, help="For how long; else until it is revoked.")] = None,
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a token; it is shown once, and kept nowhere."""
    scopes = " ".join(dict.fromkeys(each.value for each in scope))
    done = _asked("tokens-new", (pack, db, config), name=name, scopes=scopes, days=str(days or ""))
    typer.echo(done["token"])
    typer.echo(sentence("cli-tokens-done", scopes=scopes), err=True)


@tokens.command("list")
def list_(db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Every token made, the oldest first; never the tokens themselves."""
    now = SystemClock().now()
    listed(db, config, stored.listed, lambda token: _line(token, now), "cli-tokens-none")


@tokens.command()
def revoke(id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Make a token useless at once."""
    _asked("tokens-revoke", (pack, db, config), id=str(id))
    typer.echo(sentence("cli-revoke-done"))


@mail.command("add")
def add(
    address: Annotated[str, typer.Argument(help="The address of an agent who asked for it.")],
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Send the summary there each Monday."""
    _asked("mail-add", (pack, db, config), address=address)
    typer.echo(sentence("cli-mail-added"))
    with refusals():
        if not settings_of(config).smtp.host:
            typer.echo(sentence("cli-mail-no-server"), err=True)


@mail.command("list")
def list_mail(db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Every address, the oldest first."""
    listed(db, config, mondays.listed, _box, "cli-mail-none")


@mail.command()
def remove(id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Send nothing there any more; what a link had opened is closed."""
    _asked("mail-remove", (pack, db, config), id=str(id))
    typer.echo(sentence("cli-mail-removed"))


def _asked(name: str, where: tuple[Path | None, str | None, Path | None], /, **texts: str) -> Mapping[str, str]:
    pack, db, config = where
    with refusals():
        return asked(name, guide_of(pack, settings_of(config)), db, config, **texts)


def _line(token: Token, now: datetime) -> str:
    values = {"id": str(token.id), "name": token.name, "scopes": " ".join(sorted(token.scopes))}
    used = sentence("cli-tokens-used", day=token.used_on) if token.used_on else sentence("cli-tokens-unused")
    return sentence("cli-tokens-row", **values, since=stamp(token.created_at), used=used, state=_state(token, now))


def _state(token: Token, now: datetime) -> str:
    if token.revoked_at is not None:
        return sentence("cli-revoked", when=stamp(token.revoked_at))
    if token.expires_at is None:
        return sentence("cli-tokens-open")
    return sentence("cli-code-expired" if token.expires_at <= now else "cli-code-open", until=stamp(token.expires_at))


def _box(box: Mailbox) -> str:
    return sentence("cli-mail-row", id=str(box.id), address=box.address, since=stamp(box.added_at))
