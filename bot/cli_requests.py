"""The requests that commands may hand to the running bot, by name: one explicit list."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from bot import import_requests, laureate_requests, people_requests, role_requests, token_requests
from bot.footprint import most_used
from bot.requests import Known
from bot.watch import backup_made
from storage.play import Scene


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
