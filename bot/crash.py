"""Ends the process at a named point, so that tests can show that nothing is lost there."""

from __future__ import annotations

import os
from collections import Counter

_seen: Counter[str] = Counter()
# A process that is killed leaves with this code.
_KILLED = 137


def crash_point(name: str) -> None:
    """End here, at once, if `BOUSSOLE_CRASH_AT=name:nth` says so and `BOUSSOLE_TESTING=1`."""
    wanted = _wanted()
    if wanted is None or wanted[0] != name:
        return
    _seen[name] += 1
    if _seen[name] == wanted[1]:
        os._exit(_KILLED)


def _wanted() -> tuple[str, int] | None:
    if os.environ.get("BOUSSOLE_TESTING") != "1":
        return None
    point, _, nth = os.environ.get("BOUSSOLE_CRASH_AT", "").partition(":")
    return (point, int(nth or "1")) if point else None
