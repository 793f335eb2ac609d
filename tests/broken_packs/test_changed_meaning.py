"""A change of meaning that loads is named by `check --against`: where it is, and what it says now."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from functools import cache

import pytest

from bot.packs import content, texts
from handlers.defects import PackRefused
from handlers.differences import difference
from handlers.load import load
from handlers.pack import Pack

SEEDED = 100 if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else 20
LOAD_TRIES = 200
OTHERS = ["schemes.yaml", "places.yaml", "pages.yaml", "glossary.yaml", "community.yaml"]
ROW = re.compile(r"^(\s*)- \{?(?:id|fact|value|name|scheme|code): \"?([^,\"}]+)")
HEAD = re.compile(r"^(\w+):")

Damage = Callable[[str, random.Random], str | None]


def _other_number(line: str, chance: random.Random) -> str | None:
    found = re.search(r"(points|most_doors|most_questions|at_least|year): (\d+)", line)
    return found and line[: found.start(2)] + str(int(found[2]) + chance.choice((-1, 1))) + line[found.end(2) :]


def _other_value(line: str, chance: random.Random) -> str | None:
    found = re.search(r"when: \{.*\}", line)
    words = found and re.findall(r"(?<=[\[:, ])[a-z0-9_]+(?=[\],}])", found[0])
    if not words:
        return None
    word = chance.choice(words)
    return re.sub(rf"(?<=[\[:, ]){word}(?=[\],}}])", chance.choice(sorted(VALUES - {word})), line, count=1)


def _opposite(line: str, _: random.Random) -> str | None:
    found = re.search(r"(to_confirm|confirmed): (yes|no)", line)
    return found and line[: found.start(2)] + {"yes": "no", "no": "yes"}[found[2]] + line[found.end(2) :]


def _another_day(line: str, _: random.Random) -> str | None:
    found = re.search(r"(verified_on|review_by): (20\d\d-\d\d-)(\d\d)", line)
    return found and line[: found.start(3)] + f"{int(found[3]) % 28 + 1:02}" + line[found.end(3) :]


def _one_word_more(line: str, _: random.Random) -> str | None:
    found = re.match(r"^\s*(?:- )?(reason|gives|for_whom|ask|why|say|conditions|address): [^\"'>|\[{][^:#]*$", line)
    return found and line.rstrip(".") + " MOTNEUF"


def _one_fewer(line: str, chance: random.Random) -> str | None:
    found = re.search(r"(says|also|networks|source|schemes|about|needs): \[([^\]]+,[^\]]+)\]", line)
    if not found:
        return None
    listed = [each.strip() for each in found[2].split(",")]
    listed.remove(chance.choice(listed))
    return line[: found.start(2)] + ", ".join(listed) + line[found.end(2) :]


_, COMMON = texts(content() / "exemple")
DAMAGES: tuple[Damage, ...] = (_other_number, _other_value, _opposite, _another_day, _one_word_more, _one_fewer)


@cache
def pack(name: str) -> Pack:
    """A pack as it is."""
    return load(*texts(content() / name))


VALUES = {one.value for each in ("exemple", "lille") for q in pack(each).orientation.questions for one in q.answers}


def where(lines: list[str], number: int) -> str:
    """The name of the row that holds a line, else what the key at its head is called."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for above in range(number, -1, -1):
        row = ROW.match(lines[above])
        if row and (above == number or len(row[1]) < indent):
            return row[2].strip()
        if head := HEAD.match(lines[above]):
            said = re.search(rf"^check-word-{head[1]} = (.+)$", COMMON["texts.check.fr.ftl"], re.MULTILINE)
            return said[1] if said else head[1]
    raise AssertionError


def changed(name: str, seed: int) -> tuple[str, str, str, Pack]:
    """One seeded change that loads: the row it is in, the line before, the line after, the pack."""
    chance = random.Random(seed)
    files, common = texts(content() / name)
    for _ in range(LOAD_TRIES):
        file = chance.choice(["orientation.yaml"] * 3 + OTHERS)
        lines = files[file].split("\n")
        damage = chance.choice(DAMAGES)
        number = chance.choice([n for n in range(len(lines)) if damage(lines[n], random.Random(0))] or [-1])
        line = damage(lines[number], chance)
        if number < 0 or line is None or line == lines[number]:
            continue
        after = [*lines[:number], line, *lines[number + 1 :]]
        try:
            new = load({**files, file: "\n".join(after)}, common)
        except PackRefused:
            continue
        return where(lines, number), lines[number], line, new
    raise AssertionError("no change loads")


def new_words(before: str, after: str) -> set[str]:
    """What the line says now and did not say, or said and no longer does."""
    old, new = (set(re.findall(r"[\w-]+", line)) for line in (before, after))
    return new - old or old - new


@pytest.mark.parametrize("seed", range(SEEDED))
def test_a_seeded_change_of_meaning_is_named(seed: int) -> None:
    name = "lille" if seed % 5 == 0 else "exemple"
    row, before, after, new = changed(name, seed)
    told = difference(pack(name), new)
    shown = "\n".join([f"{row}: {before} -> {after}", *told])
    words = new_words(before, after)
    assert any(row in line for line in told), shown
    # A value written twice in a line, or moved within a group, is still a change: it is the row that counts then.
    assert not words or any(row in line and any(word in line for word in words) for line in told), shown
