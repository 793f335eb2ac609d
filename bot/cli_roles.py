"""The commands about roles: make a code, see who holds what, take it back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Connection

from bot.cli import MISUSED, ConfigOption, DatabaseOption, PackOption, guide_of, refusals, settings_of, stop
from bot.cli_database import listed
from bot.cli_requests import asked
from bot.sentences import sentence
from handlers.dates import stamp
from handlers.roles import ADMIN, AGENT, ANIMATOR, CODE_LIVES, Use
from scheduler.clock import SystemClock
from storage import roles as stored
from storage.projects import Made, listed_passes
from storage.roles import Code, Held

roles = typer.Typer(help="Who holds a role, by numbers.", no_args_is_help=True)
codes = typer.Typer(help="The codes that were made, never the codes themselves.", no_args_is_help=True)

IdArgument = Annotated[int, typer.Argument(help="Its number in the list.", min=1)]
OF_PROJECT = "L"
CodeArgument = Annotated[str, typer.Argument(help="Its number in the list, with its letter if it has one.")]


class RoleName(StrEnum):
    """The roles that a code can give."""

    ANIMATOR = ANIMATOR
    AGENT = AGENT
    ADMIN = ADMIN


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command()(invite)
    cli.add_typer(roles, name="roles")
    cli.add_typer(codes, name="codes")


def invite(
    role: Annotated[RoleName, typer.Option("--role", help="What the code gives.")],
    network: Annotated[str, typer.Option("--network", help="A network of the pack.", metavar="ID")] = "",
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a code that gives a role once, within 48 hours, to whoever types it alone in the conversation."""
    with refusals():
        guide = guide_of(pack, settings_of(config))
        if role is RoleName.ANIMATOR and not network:
            known = ", ".join(each.id for each in guide.pack.territory.networks)
            stop(MISUSED, sentence("cli-role-network-missing", known=known))
        done = asked("invite", guide, db, config, role=role.value, network=network)
    typer.echo(done["code"])
    hours = int(CODE_LIVES.total_seconds() // 3600)
    typer.echo(sentence("cli-invite-done", role=f"{role.value} {network}".strip(), hours=hours), err=True)


@roles.command("list")
def list_roles(db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Every role given, the oldest first."""
    listed(db, config, stored.listed_roles, _role_line, "cli-roles-none")


@roles.command("revoke")
def revoke_role(
    id: IdArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None
) -> None:
    """Take a role back; it opens nothing from the next message on."""
    _revoked("roles-revoke", id, pack, db, config)


@roles.command("journal")
def journal(
    last: Annotated[int, typer.Option("--last", min=1, max=10_000, help="How many lines.")] = 50,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """The last uses of roles, the last one first: by numbers, without anybody's name."""
    listed(db, config, lambda connection: stored.journal(connection, 0, last), _use_line, "cli-journal-none")


@codes.command("list")
def list_codes(db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Every code made, the oldest first: those of roles, then those of laureate projects (L)."""
    now = SystemClock().now()
    listed(db, config, _every_code, lambda code: _code_line(code, now), "cli-codes-none")


def _every_code(connection: Connection) -> tuple[Code | Made, ...]:
    return (*stored.listed_codes(connection), *listed_passes(connection))


@codes.command("revoke")
def revoke_code(
    id: CodeArgument, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None
) -> None:
    """Make a code useless before anyone uses it; who came in with one of a project (L) leaves at once."""
    number = id.upper().removeprefix(OF_PROJECT)
    if not number.isdecimal():
        stop(MISUSED, sentence("cli-revoke-none", id=id))
    _revoked("passes-revoke" if id.upper().startswith(OF_PROJECT) else "codes-revoke", int(number), pack, db, config)


def _revoked(name: str, id: int, pack: Path | None, db: str | None, config: Path | None) -> None:
    with refusals():
        asked(name, guide_of(pack, settings_of(config)), db, config, id=str(id))
    typer.echo(sentence("cli-revoke-done"))


def _role_line(held: Held) -> str:
    revoked = f", {sentence('cli-revoked', when=stamp(held.revoked_at))}" if held.revoked_at else ""
    values = {"id": held.id, "role": held.role, "network": held.network or "-", "person": held.person}
    return sentence("cli-role-row", **values, since=stamp(held.granted_at), revoked=revoked)


def _use_line(use: Use) -> str:
    values = {"role": use.role, "network": use.network or "-", "action": use.action, "number": str(use.number or "-")}
    return sentence("cli-journal-row", at=stamp(use.at), count=str(use.count), **values)


def _code_line(code: Code | Made, now: datetime) -> str:
    if isinstance(code, Made):
        kind = sentence("cli-pass-first" if code.first else "cli-pass-colleague")
        of = {"id": code.id, "kind": kind, "project": code.project, "year": str(code.year)}
        return sentence("cli-pass-row", **of, since=stamp(code.created_at), state=_state(code, now))
    values = {"id": code.id, "role": code.role, "network": code.network or "-", "since": stamp(code.created_at)}
    return sentence("cli-code-row", **values, state=_state(code, now))


def _state(code: Code | Made, now: datetime) -> str:
    if code.revoked_at:
        return sentence("cli-revoked", when=stamp(code.revoked_at))
    if code.used_at:
        return sentence("cli-code-used", when=stamp(code.used_at))
    return sentence("cli-code-expired" if code.expires_at <= now else "cli-code-open", until=stamp(code.expires_at))
