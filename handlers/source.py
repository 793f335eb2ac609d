"""Reads the text of one YAML file as plain text values, and remembers where each of them stands.

Nothing is guessed: `10:30`, `0123` and `no` stay text. What YAML allows and people get wrong is refused
with its place: a key twice, a tab, a reference, several documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

DEEPEST = 100
"""Levels of nesting accepted; far more would exhaust the C parser's stack."""

Path = tuple[str | int, ...]
Position = tuple[int, int]
_BRACKET = re.compile(r"[\[\]{}]")
_NESTED_DASHES = re.compile(rf"(?:[-?:][ \n]+){{{DEEPEST}}}")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufeff\ufefe-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be read: the name of a sentence, the place (from 1), and the key it is about."""

    name: str
    line: int
    column: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file read: its values, and its faults if it could not be."""

    file: str
    value: Any
    faults: tuple[Fault, ...]
    root: yaml.Node | None = None

    def position(self, path: Path, *, of_key: bool = False) -> Position:
        """Line and column of what is at `path`, or of its nearest parent that exists. A list or a
        mapping stands at its key."""
        node, mark = self.root, None if self.root is None else self.root.start_mark
        for step in path:
            key, child = _step(node, step)
            if child is None:
                break
            at_key = key is not None and ((of_key and step == path[-1]) or not isinstance(child, yaml.ScalarNode))
            mark = key.start_mark if at_key and key is not None else child.start_mark
            node = child
        return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)

    def span(self, path: Path) -> tuple[int, int] | None:
        """From which character of the file to which the text at `path` is written; None if there is none there."""
        node = self.root
        for step in path:
            _, node = _step(node, step)
        if not isinstance(node, yaml.ScalarNode):
            return None
        return node.start_mark.index, node.end_mark.index

    def at(self, path: Path) -> Any:
        """The value at `path`, or None."""
        value = self.value
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def rows(self, *path: str | int) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Each mapping of the list at `path`, with its own path."""
        listed = self.at(path)
        for index, one in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(one, dict):
                yield (*path, index), one

    def texts(self, *path: str | int) -> Iterator[tuple[Path, str]]:
        """Each text of the list at `path`, or the text there, with its own path."""
        value = self.at(path)
        if isinstance(value, str):
            yield path, value
        for index, one in enumerate(value if isinstance(value, list) else ()):
            if isinstance(one, str):
                yield (*path, index), one

    def text(self, *path: str | int) -> str:
        """The text at `path`, else nothing."""
        value = self.at(path)
        return value if isinstance(value, str) else ""

    def keys(self, *path: str | int) -> tuple[str, ...]:
        """The keys of the mapping at `path`."""
        value = self.at(path)
        return tuple(value) if isinstance(value, dict) else ()


def _step(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        return next(((key, child) for key, child in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def read(file: str, text: str) -> Sheet:
    """The file as values, or with its faults."""
    try:
        if _too_deep(text):
            return Sheet(file, None, (Fault("check-too-deep", 1, 1),))
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        return Sheet(file, None, (_fault(error, text),))
    if root is None:
        return Sheet(file, None, (Fault("check-empty-file", 1, 1),))
    faults: list[Fault] = []
    seen: set[int] = set()
    value = _plain(root, seen, faults)
    if any(fault.name == "check-reference" for fault in faults):
        faults = [_reference(text)]
    return Sheet(file, value, tuple(faults), root)


def _too_deep(text: str) -> bool:
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    indented = re.search(rf"^ {{{4 * DEEPEST}}}[ ]*[^ \n]", text, re.MULTILINE)
    return deepest > DEEPEST or bool(indented) or bool(_NESTED_DASHES.search(text))


def _plain(node: yaml.Node, seen: set[int], faults: list[Fault]) -> Any:
    if id(node) in seen:
        faults.append(Fault("check-reference", 1, 1))
        return ""
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, seen, faults) for child in node.value]
    return _mapping(node, seen, faults)


def _mapping(node: yaml.Node, seen: set[int], faults: list[Fault]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, child in node.value:
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            faults.append(Fault("check-key-form", line, column))
        elif key.value in found:
            faults.append(Fault("check-key-twice", line, column, key.value))
        else:
            found[key.value] = _plain(child, seen, faults)
    return found


def _reference(text: str) -> Fault:
    """Where the first reference (`*name`) stands; such files may contain themselves."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent) and mark is not None:
            return Fault("check-reference", mark.line + 1, mark.column + 1)
    return Fault("check-reference", 1, 1)


def _fault(error: yaml.YAMLError, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _unprintable(text)
    problem = str(getattr(error, "problem", ""))
    line, column = mark.line + 1, mark.column + 1
    written = text.splitlines()[mark.line] if mark.line < len(text.splitlines()) else ""
    if "tab character" in problem or "\t" in written[: len(written) - len(written.lstrip())]:
        return Fault("check-tab", line, column)
    if "another document" in problem:
        return Fault("check-several-documents", line, column)
    return Fault("check-reference" if "alias" in problem else "check-syntax", line, column)


def _unprintable(text: str) -> Fault:
    found = _UNPRINTABLE.search(text)
    at = found.start() if found else 0
    return Fault("check-unprintable", text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
