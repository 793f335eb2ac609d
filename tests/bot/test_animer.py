"""The animators' guide is played word for word: what it says to write is written, what it quotes is what is said."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from handlers import moments, roles
from handlers.roles import ADMIN, AGENT, ANIMATOR, Role
from tests.conversation import START, guide
from tests.guides import EXAMPLE, LEFT_OUT, exchanges, holds, text_of, untrue
from tests.house.source import ROOT
from tests.players import by_terminal, play
from tests.transcript import read

NAME = "animer.md"
GUIDE = text_of(NAME)
WHO = "animator apes"
ROWS = {ANIMATOR: "qui anime un réseau", AGENT: "agent de la collectivité", ADMIN: "qui administre"}


def test_the_examples_of_the_guide_are_what_is_said(tmp_path: Path) -> None:
    """From the code to a gathering that is announced, moved, followed, held and cancelled: one life."""
    assert len(exchanges(NAME, WHO)[1]) > 80
    assert untrue(NAME, WHO, tmp_path) == []


@pytest.mark.parametrize("at", [3, 20, 40])
def test_an_example_that_is_no_longer_true_is_seen(at: int) -> None:
    """A word changed in what is expected: what was heard does not hold it."""
    written = [each.expected for each in exchanges(NAME, WHO)[1] if each.expected.strip(f"{LEFT_OUT}\n ")]
    assert holds(written[at], written[at])
    assert not holds(re.sub(r"\w{4,}", "autrement", written[at], count=1), written[at])


@cache
def sayings() -> str:
    """All that can be said in French; a number stands where anything may."""
    texts = [*(ROOT / "content").glob("*/texts*.fr.ftl"), *(ROOT / "content" / "lille").glob("*.yaml")]
    return "\n".join(_flat(file.read_text(encoding="utf-8")) for file in sorted(texts))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\{ \$\w+ \}", "12", text).replace("’", "'")).casefold()


def test_every_word_that_the_guide_quotes_is_said_or_understood() -> None:
    """A button, a sentence, a word to write, a date: between « and », outside the examples."""
    quoted = set(re.findall(r"«\s*([^»]+?)\s*»", EXAMPLE.sub("", GUIDE)))
    assert len(quoted) > 40
    unknown = {each for each in quoted if _flat(each) not in sayings() and not is_read(each)}
    assert unknown == set()


def is_read(text: str) -> bool:
    """True for a command, and for a day and its hour."""
    known = guide("lille")
    moment = moments.read(text, START.replace(tzinfo=None), moments.words_of(known.wording))
    return known.commands.find(text) is not None or moment.start is not None


def words_of(role: str) -> list[str]:
    """What the guide's table says that this role may write."""
    (row,) = re.findall(rf"^\| {ROWS[role]} \| (.+) \|$", GUIDE, re.MULTILINE)
    return list(row.split(" · "))


@pytest.mark.parametrize("role", ROWS)
def test_the_table_of_the_guide_gives_the_words_of_each_role(role: str) -> None:
    """Those that « aide » says to who holds it, all of them, and none that anyone may write."""
    said = guide("lille").wording.say("fr", f"role-words-{role}")
    told = re.split(r", |\.\s*(?:.+ : )?", said.partition(" : ")[2])
    assert sorted(words_of(role)) == sorted(filter(None, told))
    found = [guide("lille").commands.find(word) for word in words_of(role)]
    names = [command.name for command in found if command]
    assert len(names) == len(found)
    assert all(roles.may((Role(role, "mel"),), name) and not roles.may((), name) for name in names)


@pytest.mark.parametrize("role", ROWS)
def test_each_word_of_the_table_is_answered_to_who_holds_the_role(role: str, tmp_path: Path) -> None:
    """Typed one after the other: no question in course, nothing that was not understood."""
    network = " mel" if role == ANIMATOR else ""
    typed = "".join(f"MOI > {word}\n\nMOI > annuler\n\n" for word in words_of(role))
    life = read(f"# Un rôle.\n## avec: base\n\nCODE > {role}{network}\n\nMOI > {{code}}\n\n{typed}")
    heard = play(life, by_terminal, tmp_path)[2::2]
    assert len(heard) == len(words_of(role))
    lost = guide("lille").wording.say("fr", "unclear")
    assert [word for word, said in zip(words_of(role), heard, strict=True) if not said or lost in said] == []
