"""« aide » names, to each person, every word of command that their role opens, in the language that they speak."""

from __future__ import annotations

import pytest

from handlers import roles
from handlers.commands import COMMANDS
from handlers.understand import key
from tests.conversation import guide

_SAID = {
    roles.ANIMATOR: "role-words-animator",
    roles.AGENT: "role-words-agent",
    roles.ADMIN: "role-words-admin",
}
_WHAT_LISTS_THEM = frozenset({roles.MINE})
"""« mes rôles » shows the same words, and is a button of the menu."""
_OF_THE_DESK = {roles.ANIMATOR: frozenset({"noter_rdv"})}
"""Opened to animators for the one network that keeps the figures; the others would be told that it is not theirs."""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("role", roles.ROLES)
def test_every_command_of_a_role_is_named_by_help(role: str, language: str) -> None:
    """A word that works, not a word that looks like one."""
    wording = guide("lille").wording
    lines = wording.say(language, _SAID[role]).rstrip(".").split("\n")
    named = {key(word) for line in lines for word in line.partition(":")[2].split(",")}
    for command in roles.OPENS[role] & set(COMMANDS) - _WHAT_LISTS_THEM - _OF_THE_DESK.get(role, frozenset()):
        assert named & {key(word) for word in wording.parts(f"words-{command}", language)}, command
    known = {key(word) for name in COMMANDS for word in wording.parts(f"words-{name}", language)}
    assert named <= known


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_names_only_words_that_work(language: str) -> None:
    """Everyone's words too."""
    wording = guide("lille").wording
    lines = wording.say(language, "help-more").split("\n")
    named = {key(word.rstrip(".")) for line in lines for word in line.partition(":")[2].split(",")}
    known = {key(word) for name in COMMANDS for word in wording.parts(f"words-{name}", language)}
    assert named
    assert named <= known
