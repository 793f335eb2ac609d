"""The requests that commands may hand to the running bot, by name: one explicit list."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection

from bot import import_requests, laureate_requests, people_requests, role_requests, token_requests
from bot.cli_database import opened
from bot.footprint import most_used
from bot.requests import Known, carry_out
from bot.watch import backup_made
from handlers.guide import Guide
from scheduler.clock import SystemClock
from storage.play import Scene


def asked(name: str, guide: Guide, db: str | None, config: Path | None, /, **texts: str) -> Mapping[str, str]:
    """What came of a request, done at the hour of this machine."""
    clock = SystemClock()
    database = opened(db, config, create=name in FIRST)
    return carry_out(database, REQUESTS, name, lambda: Scene(guide, clock.now(), clock.draw), **texts)


FIRST = frozenset({"invite", "laureates-import", "gatherings-import", "tokens-new", "mail-add"})
"""What may be asked before the bot ever ran: the others change something that is there."""


def footprint(_connection: Connection, _scene: Scene, /, **_texts: str) -> Mapping[str, str]:
    """How much memory the bot has held at most."""
    return {"used": str(most_used())}


REQUESTS: Known = {
    "backup": backup_made,
    "footprint": footprint,
    "invite": role_requests.invite,
    "roles-revoke": role_requests.revoke_role,
    "codes-revoke": role_requests.revoke_code,
    "people-erase": people_requests.erase,
    "retention": people_requests.retention,
    "laureates-import": laureate_requests.add,
    "laureates-code": laureate_requests.renew,
    "laureates-revoke": laureate_requests.revoke,
    "gatherings-import": import_requests.add,
    "gatherings-left": import_requests.left,
    "passes-revoke": laureate_requests.revoke_pass,
    "tokens-new": token_requests.new,
    "tokens-revoke": token_requests.revoke,
    "mail-add": token_requests.add_mail,
    "mail-remove": token_requests.remove_mail,
}
