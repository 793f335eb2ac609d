"""`chat --json`: time goes where a `clock` line says, and what is due meanwhile leaves at its hour."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from tests.cli.program import Answer, Talk, talking

PARIS = timezone(timedelta(hours=1))
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=PARIS)


def after(**time: int) -> str:
    """An instant of the story, so much after its first noon."""
    return (NOON + timedelta(**time)).isoformat()


@pytest.fixture
def talk() -> Iterator[Talk]:
    """A program whose clock is set to noon."""
    with talking() as running:
        running.clock(NOON.isoformat())
        yield running


def begun(talk: Talk, who: str = "u1", *, keep: bool = True) -> None:
    """Someone who stopped at the second question, and said yes or no to being kept."""
    talk.text("bonjour", who)
    talk.tap("orientation/etape:idee", who)
    talk.tap(f"privacy/keep:{'oui' if keep else 'non'}", who)


def who_heard(answer: Answer) -> list[str]:
    """To whom something was sent."""
    return [message["to"] for message in answer.messages]


def test_the_clock_is_set_then_goes_forward_and_says_nothing_by_itself() -> None:
    """The first line may be in the past or the future of the machine."""
    for start in ("2001-01-01T00:00:00Z", "2126-01-01T00:00:00+09:00"):
        with talking() as talk:
            assert (talk.clock(start).messages, talk.clock(start).errors) == ([], [])


def test_time_does_not_go_back(talk: Talk) -> None:
    """Not even by a second, nor by another way of writing the hour; it then still goes forward."""
    for earlier in (after(seconds=-1), "2026-12-01T10:59:59Z", after(days=-400)):
        assert len(talk.clock(earlier).errors) == 1
    assert talk.clock("2026-12-01T11:00:00Z").errors == []
    assert len(talk.clock(after(days=-1), asleep=True).errors) == 1
    assert talk.clock(after(seconds=1)).errors == []


def test_an_hour_without_its_offset_is_refused_and_moves_nothing(talk: Talk) -> None:
    """A naive hour means nothing."""
    assert len(talk.clock("2027-01-01T00:00:00").errors) == 1
    assert talk.clock(after(minutes=1)).errors == []


def test_one_nudge_leaves_a_day_after_whoever_asked_to_be_kept_stopped(talk: Talk) -> None:
    """At its hour, once, with the answers and a way to go on."""
    begun(talk)
    assert talk.clock(after(hours=23, minutes=59)).messages == []
    nudge = talk.clock(after(hours=24))
    assert (nudge.kinds, who_heard(nudge)) == (["reminder"], ["u1"])
    assert "stop" in nudge.text
    for days in (2, 3, 10, 29):
        assert talk.clock(after(days=days)).messages == []


def test_a_long_step_stops_at_the_hour_of_the_nudge(talk: Talk) -> None:
    """The same as small steps: the key is unique, and the message has left within the step."""
    begun(talk)
    assert talk.clock(after(days=20)).kinds == ["reminder"]


def test_after_the_nudge_the_question_is_answered_as_before(talk: Talk) -> None:
    """Nothing was lost."""
    begun(talk)
    talk.clock(after(hours=25))
    assert "orientation/qpv:oui" in talk.text("Lille").ids


def test_nobody_who_did_not_ask_is_ever_written_to(talk: Talk) -> None:
    """A no, a silence, a yes taken back, a result reached, a « stop »."""
    begun(talk, "no", keep=False)
    talk.text("bonjour", "silent")
    begun(talk, "taken-back")
    talk.tap("privacy/keep:non", "taken-back")
    begun(talk, "stopped")
    talk.text("stop", "stopped")
    begun(talk, "finished")
    talk.tap("orientation/commune:ailleurs", "finished")
    begun(talk, "forgotten")
    talk.text("oublier", "forgotten")
    talk.tap("privacy/forget:yes", "forgotten")
    assert talk.clock(after(days=40)).messages == []


def test_whoever_came_back_is_nudged_a_day_after_that(talk: Talk) -> None:
    """A new silence is counted from the last message."""
    begun(talk)
    talk.clock(after(hours=10))
    talk.text("passer")
    assert talk.clock(after(hours=33)).messages == []
    assert talk.clock(after(hours=34)).messages == []
    assert talk.clock(after(hours=46)).kinds == ["reminder"]


@pytest.mark.parametrize("evening", [20, 22, 23])
def test_a_nudge_that_would_fall_at_night_waits_for_the_morning(talk: Talk, evening: int) -> None:
    """Quiet hours are 20:00 to 8:00 of the territory."""
    talk.clock(after(hours=evening - 12))
    begun(talk)
    assert talk.clock(after(days=1, hours=19, minutes=59)).messages == []
    assert talk.clock(after(days=1, hours=20)).kinds == ["reminder"]


def test_a_nudge_before_eight_waits_for_eight(talk: Talk) -> None:
    """Someone who wrote at six is not woken at six."""
    talk.clock(after(hours=18))
    begun(talk)
    assert talk.clock(after(days=1, hours=19, minutes=59)).messages == []
    assert talk.clock(after(days=1, hours=20)).kinds == ["reminder"]


def test_after_an_outage_what_is_due_leaves_once_unless_it_is_night(talk: Talk) -> None:
    """`asleep` jumps: one look at the clock, on waking."""
    begun(talk)
    assert talk.clock(after(days=3, hours=11), asleep=True).messages == []
    assert talk.clock(after(days=4), asleep=True).kinds == ["reminder"]
    assert talk.clock(after(days=5), asleep=True).messages == []


def test_nudges_leave_in_the_order_of_their_hours(talk: Talk) -> None:
    """Five people, an hour apart."""
    people = [f"u{n}" for n in (3, 1, 5, 2, 4)]
    for hour, who in enumerate(people):
        talk.clock(after(hours=hour))
        begun(talk, who)
    assert who_heard(talk.clock(after(days=3))) == people


def test_answers_are_gone_after_a_day_without_a_yes(talk: Talk) -> None:
    """Whoever comes back later is welcomed as new."""
    talk.text("bonjour")
    talk.tap("orientation/etape:idee")
    talk.clock(after(hours=23))
    assert "idée" in talk.text("bonjour").text
    talk.clock(after(hours=47, minutes=1))
    assert "Je suis un programme" in talk.text("bonjour").text


def test_answers_are_gone_after_thirty_days_with_a_yes(talk: Talk) -> None:
    """Not before."""
    begun(talk)
    talk.clock(after(days=29, hours=23))
    assert "idée" in talk.text("bonjour").text
    talk.clock(after(days=60))
    assert "Je suis un programme" in talk.text("bonjour").text


def test_a_nudge_is_not_repeated_by_a_restart(db: str) -> None:
    """Whether the process ends before or after it left."""
    with talking("--db", db) as talk:
        talk.clock(NOON.isoformat())
        begun(talk)
    heard: list[str] = []
    for days, asleep in itertools.product((1, 2, 3), (False, True)):
        with talking("--db", db) as talk:
            heard += [message["kind"] for message in talk.owed]
            heard += talk.clock(after(days=days, hours=asleep), asleep=asleep).kinds
    assert heard == ["reminder"]
