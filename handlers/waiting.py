"""The waiting list of a gathering: who is offered the seats that come free. The rule is told in docs/animer.md.

Until two days before the start, who asked first is offered first, and the seats are set aside while they answer. A
group is never parted: when it does not fit, smaller ones may pass it, but no more than MOST_PASSING in all; then what
comes free is kept for it. In the last two days nothing is set aside: all those whom
the free seats would seat are called, and the first to answer has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.gatherings import MOST_OFFERS, RUSH, Booking, Gathering

MOST_PASSING = 2
"""How many who asked later than a group may be seated before it."""

_ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom to offer seats that are set aside (`held`), whom only to call, and when to look again."""

    held: tuple[Booking, ...] = ()
    called: tuple[Booking, ...] = ()
    again: datetime | None = None


def in_rush(gathering: Gathering, now: datetime) -> bool:
    """True in the last two days: the first to answer has what is free."""
    return now >= gathering.starts_at - RUSH


def plan(gathering: Gathering, free: int | None, line: Sequence[Booking], now: datetime) -> Plan:
    """What the free seats are for. `line`: GatheringQuestions.line."""
    if not gathering.takes_place or now >= gathering.starts_at or free == 0:
        return Plan()
    left = _ENDLESS if free is None else free
    if in_rush(gathering, now):
        return Plan(called=tuple(each for each in line if _is_to_call(each, left)))
    held = _in_turn(gathering, left, line)
    more = any(each not in held for each in line)
    return Plan(held=held, again=gathering.starts_at - RUSH if more else None)


def _is_to_call(each: Booking, left: int) -> bool:
    """Once for the same seats: who was called already knows that they are there."""
    fresh = each.offered_until is None and each.offers < MOST_OFFERS
    return fresh and each.seats <= left


def _in_turn(gathering: Gathering, left: int, line: Sequence[Booking]) -> tuple[Booking, ...]:
    offered: list[Booking] = []
    passing = _ENDLESS
    for each in line:
        if each.offers >= MOST_OFFERS or _is_too_large(gathering, each.seats):
            continue
        if each.seats <= left and passing > 0:
            offered.append(each)
            left, passing = left - each.seats, passing - 1
        else:
            passing = min(passing, MOST_PASSING - each.passed)
    return tuple(offered)


def _is_too_large(gathering: Gathering, seats: int) -> bool:
    """A group that the whole hall would not seat waits for a larger one, and keeps nobody from a seat."""
    return gathering.seats is not None and seats > gathering.seats - gathering.aside


def has_room(gathering: Gathering, seats: int) -> bool:
    """True if the hall would seat so many, were nobody else there."""
    return not _is_too_large(gathering, seats)


def seats_at_once(
    gathering: Gathering, free: int | None, line: Sequence[Booking], asked: Booking, now: datetime
) -> bool:
    """True if who asks now has the seats at once: nobody who waits has them first."""
    if free is not None and asked.seats > free:
        return False
    if free is None or in_rush(gathering, now):
        return True
    others = [each for each in line if each.id != asked.id]
    mine = replace(asked, offers=0)
    kept = next((place for place, each in enumerate(line) if each.id == asked.id), len(others))
    held = _in_turn(gathering, free, [*others[:kept], mine, *others[kept:]])
    return any(each.id == asked.id for each in held)
