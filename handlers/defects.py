"""What is wrong in a pack, said in French with the file, the line and the column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from handlers.source import Path, Sheet

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Defect:
    """One defect. A warning refuses nothing."""

    file: str
    line: int
    column: int
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class PackRefused(Exception):
    """The pack cannot be used: every defect of its structure at once."""

    def __init__(self, defects: tuple[Defect, ...]) -> None:
        super().__init__("\n".join(map(str, defects)))
        self.defects = defects


@lru_cache(maxsize=64)
def tree(source: str) -> Resource:
    """Fluent text as a tree; parsing is slow, and the common texts say the defects of every pack."""
    return FluentResource(source)


class Report:
    """Collects the defects of a pack; sentences are looked up only when there is one to say."""

    def __init__(self, common: Mapping[str, str]) -> None:
        self._common = common
        self._bundle: FluentBundle | None = None
        self._defects: dict[Defect, None] = {}

    def at(
        self,
        sheet: Sheet,
        path: Path,
        name: str,
        *,
        of_key: bool = False,
        severity: Severity = "error",
        **values: object,
    ) -> None:
        """Adds a defect at a value of a file, or at its key."""
        line, column = sheet.position(path, of_key=of_key)
        self.add(sheet.file, line, column, name, severity, **values)

    def add(self, file: str, line: int, column: int, name: str, severity: Severity = "error", **values: object) -> None:
        """Adds a defect at a known place."""
        self._defects[Defect(file, line, column, self.say(name, **values), severity)] = None

    def say(self, name: str, **values: object) -> str:
        """The sentence `name` of the common French texts."""
        if self._bundle is None:
            self._bundle = _sentences(self._common)
        if not self._bundle.has_message(name):
            return " ".join((name, *map(str, values.values())))
        pattern = self._bundle.get_message(name).value
        assert pattern is not None
        return str(self._bundle.format_pattern(pattern, {key: _shown(value) for key, value in values.items()})[0])

    def defects(self) -> tuple[Defect, ...]:
        """Every defect, in the order of the files."""
        return tuple(sorted(self._defects))

    def refuse(self) -> None:
        """Raises if there is an error."""
        if any(defect.severity == "error" for defect in self._defects):
            raise PackRefused(self.defects())


def _shown(value: object) -> str:
    """Numbers too are shown as they are: no separator of thousands in a line number."""
    return str(value)


def _sentences(common: Mapping[str, str]) -> FluentBundle:
    bundle = FluentBundle(["fr"], use_isolating=False)
    for file in sorted(common):
        if file.endswith(".fr.ftl"):
            bundle.add_resource(tree(common[file]), allow_overrides=True)
    return bundle
