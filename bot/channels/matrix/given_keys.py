"""Takes the keys that a device gives again because we asked for them: nio takes none but from our own account."""

from __future__ import annotations

from typing import Any

import nio
from nio.crypto import Olm

MEGOLM = "m.megolm.v1.aes-sha2"


class BotOlm(Olm):  # type: ignore[misc]  # nio tells mypy nothing of its types
    """Apps answer a request with a key that is called forwarded, even when they made it themselves."""

    def _handle_forwarded_room_key_event(self, sender: str, sender_key: str, payload: dict[Any, Any]) -> Any:
        """From the very device that made it, a key is worth what it was the first time: the answer came encrypted
        by that device. From any other, nio decides."""
        event = nio.ForwardedRoomKeyEvent.from_dict(payload, sender, sender_key)
        if not isinstance(event, nio.ForwardedRoomKeyEvent) or payload["content"]["sender_key"] != sender_key:
            return super()._handle_forwarded_room_key_event(sender, sender_key, payload)
        if event.algorithm == MEGOLM and not self.inbound_group_store.get(event.room_id, sender_key, event.session_id):
            self._take(event, sender_key, payload)
        return event

    def _take(self, event: Any, sender_key: str, payload: dict[Any, Any]) -> None:
        given, signed_by = payload["content"]["session_key"], payload["keys"]["ed25519"]
        session = self._import_group_session(given, signed_by, sender_key, event.room_id, [])
        if session is not None and session.id == event.session_id:
            self.inbound_group_store.add(session)
            self.save_inbound_group_session(session)
