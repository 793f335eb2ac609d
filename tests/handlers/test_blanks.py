"""A text left empty is said once, at its place, whatever it should have been and whoever refers to it.

In `make test` one value of each kind is made empty; `BOUSSOLE_KILLS=200` (`make faults`) makes each of them empty."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import yaml

from bot.packs import content, texts
from handlers.defects import PackRefused
from handlers.load import load, sheets
from handlers.source import Path

FILES, COMMON = texts(content() / "exemple")
SHEETS = sheets(FILES)
WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200


def scalars(node: yaml.Node | None, path: Path = ()) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    """Every value of a file, with its path."""
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from scalars(child, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from scalars(child, (*path, key.value))


def values(file: str) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    """Every value of a file, or the last of each kind: those that only their numbers in a list tell apart."""
    every = list(scalars(SHEETS[file].root))
    last = {tuple(step for step in path if isinstance(step, str)): (path, node) for path, node in every}
    yield from every if WHOLE else last.values()


def emptied(file: str, node: yaml.ScalarNode) -> list[str]:
    """What is said of the pack of the example with one value made empty."""
    text = FILES[file]
    changed = text[: node.start_mark.index] + '""' + text[node.end_mark.index :]
    try:
        load(FILES | {file: changed}, COMMON)
    except PackRefused as refused:
        return [str(defect) for defect in refused.defects]
    return []


def may_be_empty(file: str, path: Path) -> bool:
    """A persona skips a question; a commune inside another has no code."""
    if file.startswith("personas/"):
        return path[1:2] == ("answers",) and isinstance(path[-1], str)
    return file == "places.yaml" and path[-1] == "code" and SHEETS[file].at((*path[:-1], "part_of")) is not None


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted(SHEETS))
def test_each_value_made_empty_is_one_line_and_nothing_else(file: str) -> None:
    for path, node in values(file):
        place = f"{file}:{node.start_mark.line + 1}:{node.start_mark.column + 1}: à remplir"
        assert emptied(file, node) == ([] if may_be_empty(file, path) else [place]), path


def test_a_key_with_nothing_after_it_is_to_be_filled() -> None:
    changed = FILES["pack.yaml"].replace("timezone: Indian/Reunion", "timezone:")
    with pytest.raises(PackRefused) as refused:
        load(FILES | {"pack.yaml": changed}, COMMON)
    assert [(one.file, one.line, one.message) for one in refused.value.defects] == [("pack.yaml", 5, "à remplir")]


def test_an_empty_value_does_not_hide_a_wrong_one() -> None:
    changed = FILES["pack.yaml"].replace("timezone: Indian/Reunion", "timezone: Indian/Atlantis")
    with pytest.raises(PackRefused) as refused:
        load(FILES | {"pack.yaml": changed.replace("licence: Licence Ouverte 2.0", "licence:")}, COMMON)
    assert [one.line for one in refused.value.defects] == [5, 7]
