"""nio's client, with a store that stays whole when the process is killed, and what nio leaves unread of our keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import nio
from nio.store import SqliteStore

from bot.channels.matrix.given_keys import BotOlm
from bot.channels.matrix.identity import canonical
from bot.channels.matrix.store import CRYPTO
from bot.channels.matrix.strange import readable
from bot.settings import MatrixSettings

PATIENCE_SECONDS = 30
REMEMBERED = 1000
SIGNED, FALLBACK = "signed_curve25519", "device_unused_fallback_key_types"
UNSTABLE = "org.matrix.msc2732."
_ENCRYPTED = "m.room.encrypted"
_SEEN = "seen"
_OF_ROOMS = (nio.SyncResponse, nio.RoomMessagesResponse)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sync says of the keys by which others begin to write to us. `unstable`: the server uses the name
    that fallback keys had before they were in the specification."""

    one_time: int
    fallback_unused: bool
    unstable: bool


class BotClient(nio.AsyncClient):  # type: ignore[misc]  # nio tells mypy nothing of its types
    """`counted` is what the last sync said; None before the first, or from a server that says nothing."""

    counted: Counted | None = None

    def load_store(self) -> None:
        """With our own way of taking keys."""
        super().load_store()
        self.olm = BotOlm(self.user_id, self.device_id, self.store)

    async def parse_body(self, transport_response: Any) -> Any:
        """nio reads no fallback keys, and takes a count of nought for no count."""
        body = await super().parse_body(transport_response)
        if isinstance(body, dict):
            self.counted = _counted(body) or self.counted
        return body

    async def create_matrix_response(
        self, response_class: Any, transport_response: Any, data: tuple[Any, ...] | None = None, save_to: Any = None
    ) -> Any:
        """nio fails on some events instead of refusing them: then they are taken out, and the others are read."""
        try:
            return await super().create_matrix_response(response_class, transport_response, data, save_to)
        except (AttributeError, KeyError, TypeError, ValueError):
            if response_class not in _OF_ROOMS:
                raise
        body = readable(await self.parse_body(transport_response))
        response = response_class.from_dict(body, *(data or ()))
        response.transport_response = transport_response
        return response

    async def _handle_sync(self, response: nio.SyncResponse) -> None:
        """All that a sync brings to the store is written together: killed in between, nothing was."""
        with self.store.database.atomic() if self.store else nullcontext():
            await super()._handle_sync(response)

    async def _handle_to_device(self, response: nio.SyncResponse) -> None:
        """After a crash the same sync comes again; what a ratchet has decrypted cannot be decrypted twice."""
        if self.store and response.to_device_events:
            response.to_device_events[:] = self._never_seen(response.to_device_events)
        await super()._handle_to_device(response)

    def _never_seen(self, events: Sequence[Any]) -> list[Any]:
        database = self.store.database
        if _SEEN not in database.get_tables():
            database.execute_sql("CREATE TABLE seen (digest UNIQUE)")
        new = [event for event in events if self._first_time(event)]
        (last,) = database.execute_sql("SELECT max(rowid) FROM seen").fetchone()
        database.execute_sql("DELETE FROM seen WHERE rowid <= ?", ((last or 0) - REMEMBERED,))
        return new

    def _first_time(self, event: Any) -> bool:
        if event.source.get("type") != _ENCRYPTED:
            return True
        digest = sha256(canonical(event.source)).hexdigest()
        noted = self.store.database.execute_sql("INSERT OR IGNORE INTO seen VALUES (?)", (digest,))
        return bool(noted.rowcount)


def new_client(settings: MatrixSettings) -> BotClient:
    """A client that has read and sent nothing yet."""
    config = nio.AsyncClientConfig(
        store=SqliteStore,
        store_name=CRYPTO,
        pickle_key=settings.pickle_key,
        store_sync_tokens=False,
        # Waiting is ours to decide: nio would wait for ever, out of sight.
        max_limit_exceeded=0,
        max_timeouts=0,
        request_timeout=PATIENCE_SECONDS,
    )
    return BotClient(settings.homeserver.rstrip("/"), settings.user, store_path=settings.store_path, config=config)


def _counted(body: Mapping[str, Any]) -> Counted | None:
    unused = body.get(FALLBACK, body.get(UNSTABLE + FALLBACK))
    counts = body.get("device_one_time_keys_count")
    if counts is None or unused is None:
        return None
    return Counted(int(counts.get(SIGNED, 0)), SIGNED in unused, unstable=FALLBACK not in body)
