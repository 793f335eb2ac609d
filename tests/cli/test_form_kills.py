"""A form that a kill interrupts after any of its answers is taken up where it was, and sends what was said once."""

from __future__ import annotations

import json
import os

import pytest

from tests.cli.program import Line, Talk, talking
from tests.databases import Home

pytestmark = pytest.mark.slow

LINES: tuple[Line, ...] = (
    {"text": "bonjour"},
    {"choice": "community/join:equipage"},
    {"choice": "community/consent.equipage:oui"},
    {"text": "Atelier du port"},
    *({"text": "passer"} for _ in range(5)),
    {"text": "les membres"},
    {"text": "envoyer"},
)
PACK = ("--pack", "content/exemple")
WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
POINTS = ("turn.mid", "turn.after_commit") if WHOLE else ("turn.mid",)


@pytest.mark.row("F7")
@pytest.mark.parametrize("point", POINTS)
def test_a_kill_after_each_step_of_joining_leaves_one_member_with_every_answer(home: Home, point: str) -> None:
    """Each answer kills the program that reads it; the next one asks the same question, or goes on from the answer."""
    for number, line in enumerate(LINES, 1):
        said = {"from": "u1", "id": number, **line}
        dying = Talk("--db", home.url, *PACK, BOUSSOLE_TESTING="1", BOUSSOLE_CRASH_AT=f"{point}:1")
        dying.write(said)
        dying.process.wait(30)
        dying.close()
        with talking("--db", home.url, *PACK) as talk:
            again = talk.send(said).messages
            assert bool(again) == (point == "turn.mid"), said
    assert home.rows("SELECT community, state FROM memberships") == [("equipage", "member")]
    assert home.rows("SELECT name, visibility FROM profiles") == [("Atelier du port", "members")]
    assert [purpose for (purpose,) in home.rows("SELECT purpose FROM consents")] == ["community"]
    (memo,) = home.rows("SELECT memo FROM conversations")[0]
    assert "draft-community" not in json.loads(str(memo))
