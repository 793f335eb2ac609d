"""The data map: what each column holds, why, for how long, whether it is given back and whether it is erased."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data-map.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One column."""

    what: str
    why: str
    kept: str
    exportable: bool
    erasable: bool


@cache
def data_map() -> Mapping[str, Mapping[str, Entry]]:
    """Every table, in reading order, and each of its columns."""
    written = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {table: {name: Entry(**entry) for name, entry in columns.items()} for table, columns in written.items()}
