"""The way out of one channel: a call, what its outcome teaches about the pace, and the decision for the row."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog

from bot.channels import Channel, Outgoing, SendError, Throttled, Unreachable
from bot.crash import crash_point
from bot.decisions import Decision, Done, Wait, decide
from bot.formats import File
from bot.pace import Gate
from storage.bulk import CHANNEL_THROTTLED, THROTTLED
from storage.outbox import OutboxRow

Edited = Callable[[OutboxRow], Awaitable[str | None]]
Files = Callable[[OutboxRow], Awaitable[tuple[File, ...]]]

_log = structlog.get_logger(__name__)


class WayOut:
    """`gate` is shared by replies and messages to many: what one learns holds for the other."""

    def __init__(self, channel: Channel, gate: Gate, edited: Edited, files: Files) -> None:
        self.channel = channel
        self.gate = gate
        self._edited = edited
        self._files = files

    def closed(self, peer: str) -> float:
        """Seconds during which this chat may not be asked, by the server's own word."""
        return max(self.gate.windows.chat(peer), self.gate.windows.channel)

    def reason(self) -> str:
        """Why a row waits, as the ledger says it."""
        return CHANNEL_THROTTLED if self.gate.windows.channel > 0 else THROTTLED

    async def call(self, row: OutboxRow, failures: int) -> Decision:
        """Send once. `failures`: how often this message failed before."""
        try:
            edits, files = await self._edited(row), await self._files(row)
            outgoing = Outgoing(row.key, row.kind, row.address, row.reply, edits, files)
            crash_point("send.before")
            # The only call of `Channel.send`.
            receipt = await self.channel.send(outgoing)
        except SendError as error:
            return self._learned(error, row, decide(error, row, failures, repeats=self.channel.repeats))
        except asyncio.CancelledError:
            self.gate.unused()
            raise
        except Exception as error:  # noqa: BLE001  # a channel's bug must not stop the others
            # Our own fault, in the channel's code: it would fail again; the row says where to look.
            _log.error("channel failed", channel=self.channel.name, error=type(error).__name__)
            self.gate.answered()
            return Done("failed", type(error).__name__)
        self.gate.answered()
        self.gate.learned.sent(time.monotonic())
        crash_point("send.before_mark")
        return Done("sent", receipt=receipt)

    def _learned(self, error: SendError, row: OutboxRow, decision: Decision) -> Decision:
        if isinstance(error, Unreachable):
            self.gate.failed()
            return decision
        self.gate.answered()
        if isinstance(error, Throttled) and isinstance(decision, Wait):
            whole = self.gate.windows.refuse(row.address.peer, decision.seconds)
            if whole:
                self.gate.learned.refused(time.monotonic(), decision.seconds)
            _log.warning(
                "throttled",
                channel=self.channel.name,
                subject="channel" if whole else "chat",
                retry_after=decision.seconds,
            )
        return decision
