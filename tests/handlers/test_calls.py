"""A closed call leaves the tree by itself: the same answers lead elsewhere the day after."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from handlers.closed import without
from handlers.pack import Guard
from tests.conversation import Talk, guide
from tests.handlers.packs import paths

LAST, AFTER = date(2027, 3, 31), date(2027, 4, 1)
LAUNDRY = {"avancement": "chantier", "ville": "saint-vaneau", "equipe": "groupe", "sujet": "conseil argent"}


def doors(day: date) -> list[str]:
    return [one.scheme for one in guide("exemple").table_on(day).decide(LAUNDRY).recommendations]


def test_the_day_after_its_last_a_call_is_no_door_any_more() -> None:
    """On its last day it still is (R5)."""
    assert doors(LAST) == ["atelier_brume", "coffre_embruns"]
    assert doors(AFTER) == ["atelier_brume", "cercle_mains"]


def test_nobody_is_left_without_a_door_by_a_call_that_closes() -> None:
    """Over every path: the closed one is never proposed, and something else is."""
    table = guide("exemple").table_on(AFTER)
    found = [[one.scheme for one in table.decide(answers).recommendations] for answers in paths(table)]
    assert all(found)
    assert all("coffre_embruns" not in each for each in found)


def test_with_every_call_open_the_table_is_the_very_same() -> None:
    """A day costs nothing when nothing depends on it."""
    assert guide("exemple").table_on(LAST) is guide("exemple").table
    assert guide("lille").table_on(AFTER) is guide("lille").table


def test_a_question_whose_doors_close_keeps_the_others() -> None:
    """The doors of a skipped question too."""
    orientation = guide("lille").pack.orientation
    named = {door.scheme for question in orientation.questions for door in question.if_skipped.doors}
    closed = frozenset(sorted(named)[:1])
    left = without(orientation, closed)
    assert {door.scheme for question in left.questions for door in question.if_skipped.doors} == named - closed
    assert isinstance(left.guards[0], Guard)


@pytest.mark.parametrize(
    ("day", "said"),
    [(LAST, "Dossiers jusqu'au 31 mars 2027."), (AFTER, "Fermé depuis le 31 mars 2027.")],
)
def test_the_card_says_until_when(day: date, said: str) -> None:
    """And once it is closed, since when; then it offers no reminder."""
    talk = Talk(guide("exemple"), now=datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))
    talk.say("menu")
    assert any(said in heard.text for heard in talk.say("coffre aux embruns"))


def test_the_result_says_that_a_door_is_closed_for_now() -> None:
    """The person knew of it, or will hear of it: the result says why it is not there."""
    talk = Talk(guide("exemple"), now=datetime(2027, 4, 2, 9, 0, tzinfo=UTC))
    answers = ("bonjour", "je monte le projet", "saint-vaneau", "nous sommes plusieurs", "un prêt et être conseillé")
    heard = [each for answer in answers for each in talk.say(answer)]
    said = "\n".join(each.text for each in heard)
    assert "Coffre aux embruns est fermé pour l'instant : dossiers clos le 31 mars 2027." in said
