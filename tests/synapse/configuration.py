"""What the homeserver of the tests is told: no limit unless asked, one file of data, nothing but the loopback."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from pathlib import Path

SERVER_NAME = "synapse.test"
SHARED_SECRET = "for the tests only"  # the server listens on the loopback, for the time of a test
BRIEF_SECONDS = 6
"""How long a login lasts for who asks that it can be renewed; no other ever ends."""

FREELY = {"per_second": 100_000, "burst_count": 100_000}
UNLIMITED: Mapping[str, object] = {
    "rc_delayed_event_mgmt": FREELY,
    "rc_invites": {"per_issuer": FREELY, "per_room": FREELY, "per_user": FREELY},
    "rc_joins": {"local": FREELY, "remote": FREELY},
    "rc_joins_per_room": FREELY,
    "rc_key_requests": FREELY,
    "rc_login": {"account": FREELY, "address": FREELY, "failed_attempts": FREELY},
    "rc_media_create": FREELY,
    "rc_message": FREELY,
    "rc_presence": {"per_user": FREELY},
    "rc_profile": FREELY,
    "rc_registration": FREELY,
    "rc_room_creation": FREELY,
}
LOGS = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"file": {"class": "logging.FileHandler", "formatter": "plain", "filename": "synapse.log"}},
    "root": {"level": "WARNING", "handlers": ["file"]},
    # Its refusals, one line each.
    "loggers": {"synapse.http.server": {"level": "INFO"}},
}


def written(folder: Path, port: int, changes: Mapping[str, object]) -> Path:
    """The files of one homeserver; `changes` replaces settings, by name. JSON is YAML."""
    logs = {**LOGS, "handlers": {"file": {**LOGS["handlers"]["file"], "filename": str(folder / "synapse.log")}}}  # type: ignore[index]
    (folder / "logs.yaml").write_text(json.dumps(logs), encoding="utf-8")
    key = folder / "signing.key"
    if not key.exists():
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        key.write_text(f"ed25519 a_tests {seed}\n", encoding="utf-8")
    configuration = folder / "homeserver.yaml"
    configuration.write_text(json.dumps({**_settings(folder, port), **UNLIMITED, **changes}), encoding="utf-8")
    return configuration


def _settings(folder: Path, port: int) -> dict[str, object]:
    listener = {
        "port": port,
        "bind_addresses": ["127.0.0.1"],
        "type": "http",
        "resources": [{"names": ["client"]}],
    }
    return {
        "server_name": SERVER_NAME,
        "listeners": [listener],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "log_config": str(folder / "logs.yaml"),
        "signing_key_path": str(folder / "signing.key"),
        "media_store_path": str(folder / "media"),
        "pid_file": str(folder / "homeserver.pid"),
        "registration_shared_secret": SHARED_SECRET,
        "macaroon_secret_key": SHARED_SECRET,
        "form_secret": SHARED_SECRET,
        "bcrypt_rounds": 4,
        "refreshable_access_token_lifetime": f"{BRIEF_SECONDS}s",
        "enable_registration": False,
        "report_stats": False,
        "trusted_key_servers": [],
        "federation_domain_whitelist": [],
        "presence": {"enabled": False},
        "url_preview_enabled": False,
    }
