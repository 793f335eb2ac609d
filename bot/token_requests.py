"""What the commands about tokens and mailboxes ask of the database: one transaction each, wherever it is done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import Connection

from bot.request_refused import RequestRefused
from handlers.messages import clean
from storage import mondays, tokens
from storage.play import Scene
from storage.tokens import SCOPES

_LONGEST_NAME, _LONGEST_ADDRESS = 80, 254
_MOST_DAYS, _LONGEST_NUMBER = 3_660, 18
# What every server takes; a name with a space, or in quotes, is no address that an agent has.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@(?=.{4,189}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")


def new(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """A token of this `name` for these `scopes` (separated by blanks), for `days` if they are given."""
    name, scopes, days = clean(texts.get("name", "")), texts.get("scopes", "").split(), texts.get("days", "")
    if not name or len(name) > _LONGEST_NAME:
        raise RequestRefused("cli-tokens-name", longest=str(_LONGEST_NAME))
    if not scopes or not set(scopes) <= set(SCOPES):
        raise RequestRefused("cli-tokens-scope", known=", ".join(SCOPES))
    if days and not (_is_number(days) and 1 <= int(days) <= _MOST_DAYS):
        raise RequestRefused("cli-tokens-days", most=str(_MOST_DAYS))
    until = scene.now + timedelta(days=int(days)) if days else None
    return {"token": tokens.new(connection, scene.draw, name, frozenset(scopes), scene.now, until)}


def revoke(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take back the token of number `id`."""
    id = texts.get("id", "")
    if not _is_number(id) or not tokens.revoke(connection, int(id), scene.now):
        raise RequestRefused("cli-tokens-none-such", id=id[:20])
    return {}


def add_mail(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Register `address` for the message of Monday."""
    name, at, domain = texts.get("address", "").strip().rpartition("@")
    address = f"{name}{at}{domain.lower()}"
    if len(address) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise RequestRefused("cli-mail-address")
    if not mondays.add(connection, address, scene.now):
        raise RequestRefused("cli-mail-known")
    return {}


def remove_mail(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take the mailbox of number `id` away."""
    id = texts.get("id", "")
    if not _is_number(id) or not mondays.remove(connection, int(id), scene.now):
        raise RequestRefused("cli-mail-none-such", id=id[:20])
    return {}


def _is_number(id: str) -> bool:
    return id.isascii() and id.isdecimal() and len(id) <= _LONGEST_NUMBER
