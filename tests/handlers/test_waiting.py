"""The waiting list: its rule holds whatever people do, as a person who watches every seat would check it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from handlers.gatherings import LEFT, MOST_OFFERS, OFFERED, RUSH, SEATED, WAITING, Booking, Gathering
from handlers.waiting import MOST_PASSING, has_room, in_rush, plan, seats_at_once

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
FAR = NOON + timedelta(days=30)
SEATS = 6


def gathering(seats: int | None = SEATS, **fields: object) -> Gathering:
    """One that is far ahead."""
    made = Gathering(1, "uid", "apes", "rencontre", FAR, FAR + timedelta(hours=2), "Europe/Paris", "published")
    return replace(made, seats=seats, **fields)  # type: ignore[arg-type]  # names checked by replace


def booking(number: int, seats: int, state: str = WAITING, **fields: object) -> Booking:
    """The one who asked so late."""
    made = Booking(number, number, seats, state, NOON + timedelta(minutes=number))
    return replace(made, **fields)  # type: ignore[arg-type]  # names checked by replace


def held(free: int | None, *line: Booking, of: Gathering | None = None) -> list[int]:
    """Who is offered seats that are set aside."""
    return [each.id for each in plan(of or gathering(), free, line, NOON).held]


# The rule, case by case


def test_who_asked_first_is_offered_first() -> None:
    """Two seats, three people alone."""
    assert held(2, booking(1, 1), booking(2, 1), booking(3, 1)) == [1, 2]


def test_a_group_is_seated_together_or_not_at_all() -> None:
    """Two seats are no use to three; who comes after may have them."""
    assert held(2, booking(1, 3), booking(2, 1), booking(3, 1)) == [2, 3]


def test_a_group_is_passed_by_two_requests_and_then_what_comes_free_is_kept_for_it() -> None:
    """The third one alone waits too, even with a seat free."""
    assert held(2, booking(1, 3), booking(2, 1), booking(3, 1), booking(4, 1)) == [2, 3]
    assert held(1, booking(1, 3, passed=1), booking(4, 1), booking(5, 1)) == [4]
    assert held(2, booking(1, 3, passed=1), booking(4, 1), booking(5, 1)) == [4]
    assert held(2, booking(1, 3, passed=2), booking(4, 1)) == []
    assert held(3, booking(1, 3, passed=2), booking(4, 1)) == [1]


def test_a_group_larger_than_the_hall_keeps_nobody_from_a_seat() -> None:
    """A hall that became smaller: those who would never fit are not waited for."""
    assert held(1, booking(1, SEATS + 1, passed=5), booking(4, 1)) == [4]
    assert not has_room(gathering(aside=4), 3)
    assert has_room(gathering(None), 10)


def test_nobody_is_offered_seats_more_than_three_times() -> None:
    """W16 of the peers: a hundred and thirty-six messages to one person."""
    assert held(1, booking(1, 1, offers=MOST_OFFERS), booking(2, 1)) == [2]


def test_without_a_limit_everybody_who_waits_is_offered() -> None:
    """The hall became endless."""
    assert held(None, booking(1, 10), booking(2, 10), of=gathering(None)) == [1, 2]


@pytest.mark.parametrize("state", ["cancelled", "draft"])
def test_nothing_is_offered_of_what_does_not_take_place(state: str) -> None:
    """Nor of what has begun."""
    assert held(3, booking(1, 1), of=gathering(state=state)) == []
    assert plan(gathering(), 3, [booking(1, 1)], FAR) == plan(gathering(), 0, [booking(1, 1)], NOON)


def test_in_the_last_two_days_all_are_called_at_once_and_only_once() -> None:
    """The first to answer has the seat; who was called knows it until the seat is gone."""
    late = FAR - RUSH
    line = [booking(1, 3), booking(2, 1), booking(3, 1, offered_until=FAR), booking(4, 1), booking(5, 1, offers=3)]
    found = plan(gathering(), 1, line, late)
    assert ([each.id for each in found.called], found.held) == ([2, 4], ())
    assert in_rush(gathering(), late)
    assert not in_rush(gathering(), late - timedelta(seconds=1))


def test_seats_that_are_kept_are_for_all_in_the_last_two_days() -> None:
    """No seat stays empty for a group that never fits: the list is looked at again then."""
    line = [booking(1, 3, passed=2), booking(4, 1)]
    assert plan(gathering(), 1, line, NOON).again == FAR - RUSH
    assert [each.id for each in plan(gathering(), 1, line, FAR - RUSH).called] == [4]


def test_who_comes_late_has_a_seat_at_once_only_if_nobody_who_waits_has_it_first() -> None:
    """A newcomer is the last of the list; in the last two days, the first to answer."""
    newcomer = booking(0, 1, asked_at=NOON + timedelta(hours=1))
    waits = [booking(1, 1)]
    assert not seats_at_once(gathering(), 1, waits, newcomer, NOON)
    assert seats_at_once(gathering(), 2, waits, newcomer, NOON)
    assert seats_at_once(gathering(), 1, [booking(1, 3)], newcomer, NOON)
    assert seats_at_once(gathering(), 1, waits, newcomer, FAR - RUSH)
    assert not seats_at_once(gathering(), 1, (), replace(newcomer, seats=2), NOON)


# Whatever people do


@dataclass
class Room:
    """A hall in memory, moved by what people do; after each move the rule is checked seat by seat."""

    seats: int
    people: list[Booking] = field(default_factory=list)
    clock: int = 0
    number: int = 0

    @property
    def hall(self) -> Gathering:
        return gathering(self.seats)

    @property
    def line(self) -> list[Booking]:
        """What storage reads."""
        return sorted((p for p in self.people if p.state == WAITING), key=lambda p: (p.asked_at, p.id))

    @property
    def free(self) -> int:
        return max(self.seats - sum(p.seats for p in self.people if p.state in (SEATED, OFFERED)), 0)

    def ask(self, seats: int) -> None:
        self.number, self.clock = self.number + 1, self.clock + 1
        new = booking(self.number, seats, asked_at=NOON + timedelta(minutes=self.clock))
        at_once = seats_at_once(self.hall, self.free, self.line, new, NOON)
        self.people.append(replace(new, state=SEATED if at_once else WAITING))
        if at_once:
            self.passed_by(new)

    def passed_by(self, late: Booking) -> None:
        """As storage counts it."""
        self.people = [
            replace(p, passed=p.passed + 1)
            if p.state == WAITING and (p.asked_at, p.id) < (late.asked_at, late.id)
            else p
            for p in self.people
        ]

    def turn(self, who: int, before: str, **changes: object) -> None:
        found = [n for n, each in enumerate(self.people) if each.state == before]
        if found:
            at = found[who % len(found)]
            self.people[at] = replace(self.people[at], **changes)  # type: ignore[arg-type]  # names of Booking

    def settle(self) -> None:
        """What the rule decides, written as storage writes it."""
        for chosen in plan(self.hall, self.free, self.line, NOON).held:
            self.people = [
                replace(each, state=OFFERED, offers=each.offers + 1) if each.id == chosen.id else each
                for each in self.people
            ]
            self.passed_by(chosen)

    def lapse(self, who: int) -> None:
        self.clock += 1
        found = [each for each in self.people if each.state == OFFERED]
        if found:
            gone = found[who % len(found)]
            state = LEFT if gone.offers >= MOST_OFFERS else WAITING
            later = replace(gone, state=state, passed=0, asked_at=NOON + timedelta(minutes=self.clock))
            self.people = [later if each is gone else each for each in self.people]

    def check(self) -> None:
        """Never over capacity; nobody passed by more than two; no seat free that the rule gives to someone."""
        assert sum(p.seats for p in self.people if p.state in (SEATED, OFFERED)) <= self.seats
        assert all(p.offers <= MOST_OFFERS for p in self.people)
        kept = False
        for each in self.line:
            assert each.passed <= MOST_PASSING, "passed by too many"
            # Whoever fits and waits does so for a group before them that no one may pass any more.
            assert each.seats > self.free or kept, "forgotten"
            kept = kept or (each.seats > self.free and each.passed >= MOST_PASSING)


MOVES = some.tuples(
    some.sampled_from(["ask", "ask", "ask", "yes", "no", "leave", "lapse"]), some.integers(0, 30), some.integers(1, 6)
)


@pytest.mark.row("I49")
@settings(max_examples=80, deadline=None)
@given(seats=some.integers(1, 12), moves=some.lists(MOVES, max_size=60))
def test_the_rule_holds_after_anything_that_people_do(seats: int, moves: list[tuple[str, int, int]]) -> None:
    """People ask, alone or in groups; say yes or no to an offer; let it lapse; leave."""
    room = Room(seats)
    for what, who, size in moves:
        match what:
            case "ask":
                room.ask(min(size, seats))
            case "yes":
                room.turn(who, OFFERED, state=SEATED)
            case "no":
                room.turn(who, OFFERED, state=LEFT)
            case "leave":
                room.turn(who, SEATED if who % 2 else WAITING, state=LEFT)
            case _:
                room.lapse(who)
        room.settle()
        room.check()


@settings(max_examples=30, deadline=None)
@given(
    seats=some.integers(2, 10), sizes=some.lists(some.integers(1, 10), min_size=1, max_size=25), order=some.randoms()
)
def test_everybody_who_waits_is_offered_once_enough_people_leave(seats: int, sizes: list[int], order: object) -> None:
    """No starvation: people who come leave one after the other, new ones alone keep asking, and each offer is taken."""
    room = Room(seats)
    room.ask(seats)
    for size in sizes:
        room.ask(min(size, seats))
    waiting = {each.id for each in room.people if each.state == WAITING}
    for _ in range(20 * len(sizes)):
        room.ask(1)
        room.turn(order.randrange(1_000), SEATED, state=LEFT)  # type: ignore[attr-defined]  # a random.Random
        room.settle()
        room.check()
        while any(each.state == OFFERED for each in room.people):
            waiting -= {each.id for each in room.people if each.state == OFFERED}
            room.turn(0, OFFERED, state=SEATED)
    assert not waiting
