"""Advice, never a decision: each end says so, and leads to a human."""

from __future__ import annotations

import pytest

from tests.conversation import Talk, guide
from tests.handlers.packs import NAMES
from tests.walking import sample, walk


@pytest.mark.row("D23")
@pytest.mark.parametrize("name", NAMES)
def test_every_end_says_that_nothing_is_decided_here_and_leads_to_a_human(name: str) -> None:
    """It says first that it is a program; a word gives people to reach, after any result."""
    wording, helpless = guide(name).wording, 0
    for answers in sample(name):
        talk = Talk(guide(name))
        first = talk.say("bonjour")[0].text
        assert "programme" in first
        walk(talk, answers)
        result = "\n".join(each.text for each in talk.say("mes portes"))
        assert wording.say("fr", "result-no-promise") in result
        # Where no rule knew better, nobody has to ask whom to reach.
        given = guide(name).table.decide(answers).human
        helpless += given
        assert (wording.say("fr", "human-nobody") in result) == given
        human = "\n".join(each.text for each in talk.say("humain"))
        assert any(sign in human for sign in ("www.", "@", "http"))
    assert helpless
