"""Whatever the files hold, a pack is made or refused; nothing else comes out."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from bot.packs import content, read, texts
from handlers.check import check
from handlers.defects import PackRefused
from handlers.guide import Guide
from handlers.load import load
from handlers.source import read as read_source

FILES, COMMON = texts(content() / "exemple")
JUNK = (
    "",
    "[]",
    "{}",
    "~",
    "x",
    "- x",
    "[[[]]]",
    "{a: {b: [c, {d: e}]}}",
    "\ufeff",
    "'",
    "!!python/object:os.system x",
    "1",
)
MAY_BE_EMPTY = ("pages.yaml", "glossary.yaml", "personas/base.yaml")
SPOILT = [
    (file, junk)
    for file in FILES
    if file.endswith(".yaml")
    for junk in JUNK
    if junk != "[]" or file not in MAY_BE_EMPTY
]


@pytest.mark.parametrize(("file", "junk"), SPOILT)
def test_a_file_of_anything_is_refused(file: str, junk: str) -> None:
    with pytest.raises(PackRefused) as refused:
        load(FILES | {file: junk}, COMMON)
    assert all(one.line >= 1 and one.column >= 1 and one.message for one in refused.value.defects)


@pytest.mark.parametrize("seed", range(150))
def test_a_value_of_any_other_kind_is_accepted_or_refused_never_a_crash(seed: int) -> None:
    chance = random.Random(seed)
    file = chance.choice([name for name in FILES if name.endswith(".yaml")])
    lines = FILES[file].split("\n")
    number = chance.choice([index for index, line in enumerate(lines) if ": " in line])
    head, _, _ = lines[number].partition(": ")
    lines[number] = f"{head}: {chance.choice(JUNK)}"
    files = FILES | {file: "\n".join(lines)}
    with suppress(PackRefused):
        check(Guide(load(files, COMMON)), files, COMMON, date(2026, 11, 21))


def test_every_scalar_stays_text() -> None:
    sheet = read_source("x.yaml", "a: 10:30\nb: 0123\nc: no\nd: 2026-11-01\ne: 1.0\nf: ~\n")
    assert list(sheet.value.values()) == ["10:30", "0123", "no", "2026-11-01", "1.0", "~"]


def test_a_value_and_its_key_know_their_place() -> None:
    sheet = read_source("x.yaml", "a:\n  - b: un\n    c: [x, yy]\n")
    assert sheet.position(("a", 0, "b")) == (2, 8)
    assert sheet.position(("a", 0, "b"), of_key=True) == (2, 5)
    assert sheet.position(("a", 0, "c", 1)) == (3, 12)
    assert sheet.position(("a", 0, "nothing")) == (2, 5)


def test_a_nest_of_a_hundred_thousand_brackets_is_refused_and_not_followed() -> None:
    for text in ("[" * 100_000, "- " * 50_000, "a: &x [*x]\n", "a: &x 1\nb: *x\n"):
        assert read_source("x.yaml", text).faults


def test_a_folder_that_does_not_exist_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackRefused) as refused:
        read(tmp_path / "absent")
    assert "n’existe pas" in str(refused.value)


def test_a_file_that_is_not_utf8_is_refused_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes(b"id: x\nname: M\xe9tropole\n")
    with pytest.raises(PackRefused) as refused:
        read(tmp_path)
    assert str(refused.value).startswith("pack.yaml:2:1: ")


def test_a_pack_made_of_one_empty_folder_names_every_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PackRefused) as refused:
        read(tmp_path)
    assert {one.file for one in refused.value.defects} >= {
        "pack.yaml",
        "orientation.yaml",
        "schemes.yaml",
        "places.yaml",
    }
