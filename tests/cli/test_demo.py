"""The tour of `boussole demo`, on the pack by default and on another one, of which it then speaks alone."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from handlers.places import plain
from tests.cli.program import Ended, ran
from tests.house.source import ROOT

TEXTS = (".json", ".csv", ".html")


@pytest.fixture(scope="module", params=["lille", "exemple"])
def toured(request: pytest.FixtureRequest) -> Iterator[tuple[str, Ended, Path]]:
    """A pack, what its tour says when standard input is no terminal, and the folder of the files that it wrote."""
    words = () if request.param == "lille" else ("--pack", f"content/{request.param}")
    ended = ran("demo", *words)
    written = [Path(line) for line in ended.out.splitlines() if Path(line).name.startswith("bilan-")]
    yield request.param, ended, written[0].parent
    shutil.rmtree(written[0].parent)


def test_the_tour_ends_by_itself_with_a_result(toured: tuple[str, Ended, Path]) -> None:
    """An orientation, a community, a gathering with its reminder and its question, a broadcast; a week and a year."""
    _, ended, folder = toured
    assert (ended.code, ended.err) == (0, "")
    parts = ("Commencez par", "Qui peut lire votre fiche ?", "C'est publié", "Changement :", "Rappel :")
    for said in (*parts, "Était-ce utile ?", "L'envoi est fini."):
        assert said in ended.out
    assert [path.stat().st_size > 0 for path in folder.iterdir()] == [True] * 10


def test_the_invented_weeks_fill_every_breakdown_of_the_pack(toured: tuple[str, Ended, Path]) -> None:
    """What is asked, and what the place says: some lines of each are more than nothing."""
    pack, _, folder = toured
    (year,) = folder.glob("bilan-????.json")
    tables = {table["id"]: table["rows"] for table in json.loads(year.read_text("utf-8"))["tables"]}
    splits = yaml.safe_load((ROOT / "content" / pack / "summary.yaml").read_text("utf-8"))["splits"]
    shown = {split["id"]: tables[split["id"]] for split in splits if split["id"] in tables}
    assert len(shown) > 1
    empty = [name for name, rows in shown.items() if not any(row["value"] for row in rows if row["id"] != "autres")]
    assert empty == []


def test_a_tour_of_another_territory_has_no_word_of_the_first(toured: tuple[str, Ended, Path]) -> None:
    """Neither on the screen nor in a file: no network, no door, no town, no series of the other pack."""
    pack, ended, folder = toured
    known = names("exemple") | names("lille")
    said = plain(" ".join([ended.out, *map(text_of, sorted(folder.iterdir()))]))
    heard = set(re.findall(rf"\b(?:{'|'.join(map(re.escape, known))})\b", said))
    assert len(heard) > 4
    assert heard - names(pack) == set()


def names(pack: str) -> set[str]:
    """What is called by name in a pack, as it is compared."""
    folder = ROOT / "content" / pack
    read = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("*.yaml")}
    called = [each["name"] for each in (*read["pack"]["networks"], *read["schemes"], *read["places"]["communes"])]
    series = [each["title"] for each in read["gatherings"]["series"]]
    return {plain(name) for name in (*called, *series, read["pack"]["name"])}


def text_of(file: Path) -> str:
    """All the letters of a file; a PDF holds its own compressed, and the same as the page."""
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            return " ".join(book.read(name).decode("utf-8", "ignore") for name in book.namelist())
    return file.read_text("utf-8") if file.suffix in TEXTS else ""
