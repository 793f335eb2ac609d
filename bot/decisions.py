"""What one failure to send means for its message: one decision for each kind of error."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels import Blocked, Misconfigured, Moved, Rejected, SendError, Throttled, Unreachable
from bot.pace import LONGEST_WAIT
from storage.blocked import BLOCKED
from storage.outbox import MOST_COPIES, PERSONAL, OutboxRow

# A refusal for haste that does not say for how long.
UNTOLD_WAIT = 5.0
# What a server says it needs is believed, but not that it needs nothing, time after time.
SHORTEST_WAIT = 0.05
_DOUBLINGS = 20


@dataclass(frozen=True, slots=True)
class Done:
    """The message is settled."""

    state: str
    reason: str | None = None
    receipt: str | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Try again after these seconds. `counts`: a copy may have left already. `throttled`: we were too fast."""

    seconds: float
    counts: bool = False
    throttled: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Send to this name, which is the room's from now on."""

    peer: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The channel is closed; the message stays owed."""


Decision = Done | Wait | Elsewhere | Stop


def decide(error: SendError, row: OutboxRow, failures: int, *, repeats: bool) -> Decision:
    """What one failure to send means for its row."""
    match error:
        case Blocked():
            return Done("failed", BLOCKED)
        case Rejected(reason=reason):
            return Done("failed", reason)
        case Moved(peer=peer):
            return Elsewhere(peer)
        case Throttled(retry_after=seconds):
            return Wait(_patience(seconds, failures), throttled=True)
        case Unreachable(maybe_sent=True) if not repeats and not _may_copy(row):
            return Done("uncertain", "unreachable")
        case Unreachable(maybe_sent=maybe):
            return Wait(_doubled(1.0, failures), counts=maybe)
        case Misconfigured():
            return Stop()
        case _:
            return Done("failed", type(error).__name__)


def _patience(told: float | None, failures: int) -> float:
    return _doubled(UNTOLD_WAIT, failures) if told is None else max(told, _doubled(SHORTEST_WAIT, failures))


def _doubled(seconds: float, failures: int) -> float:
    return float(min(seconds * 2.0 ** min(failures, _DOUBLINGS), LONGEST_WAIT))


def _may_copy(row: OutboxRow) -> bool:
    return row.kind in PERSONAL and row.attempts < MOST_COPIES
