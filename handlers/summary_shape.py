"""What a summary is: plain values that formats, pages and messages show as they are. Nothing in it is to be hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Echo:
    """A figure published elsewhere, as published: its parts are never computed again."""

    label: str
    shown: str
    numerator: str
    denominator: str
    window: str
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it means. `value` is None where only `shown` may be said; a share has its two parts."""

    id: str
    label: str
    value: int | None
    shown: str
    window: str
    definition: str
    numerator: int | None = None
    denominator: int | None = None
    echoes: tuple[Echo, ...] = ()
    period: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: `value` is None when hidden, and `shown` then says so."""

    id: str
    label: str
    value: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class Table:
    """A breakdown over one closed period. `total` may be None: the lines do not always add up to one."""

    id: str
    title: str
    window: str
    rows: tuple[Row, ...]
    total: Row | None
    note: str
    definition: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over periods that do not overlap, oldest first."""

    id: str
    label: str
    rows: tuple[Row, ...]
    definition: str


@dataclass(frozen=True, slots=True)
class Need:
    """A need that no door answered, over a closed period."""

    id: str
    label: str
    value: int | None
    shown: str
    window: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A fact of the pack past its date of review at the end of the week."""

    kind: str
    id: str
    label: str
    review_by: str


@dataclass(frozen=True, slots=True)
class Version:
    """Weeks of a closed period that ended with the same revision of the guide."""

    period: str
    revision: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What `explain` says of a figure or a table: the same words in every format."""

    id: str
    label: str
    definition: str
    period: str
    filter: str
    count: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of one week, or of one year (`period` is then its number). `message` has ten lines at most. Each
    figure, table and need names its `period` as well as saying it in words (`window`)."""

    period: str
    title: str
    window: str
    territory: str
    revision: str
    headline: str
    message: tuple[str, ...]
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    funnel: Table | None
    trend: tuple[Trend, ...]
    gatherings: tuple[Table, ...]
    needs_without_answer: tuple[Need, ...]
    overdue: tuple[Overdue, ...]
    definitions: tuple[Definition, ...]
    closed: tuple[str, ...]
    """The closed periods whose figures are shown here, by their names."""
    versions: tuple[Version, ...] = ()
    """The revisions of the guide in these periods."""


def as_json(summary: Summary) -> Mapping[str, Any]:
    """The same as plain values, in a fixed order: what the API and the files of data carry."""
    plain: Mapping[str, Any] = _plain(summary)
    return plain


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field: _plain(getattr(value, field)) for field in value.__dataclass_fields__}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
