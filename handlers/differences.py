"""Says in words what changed between two packs, each change once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fluent.syntax import FluentSerializer, ast

from handlers.defects import Report, tree
from handlers.pack import Pack

_IDENTITY = ("id", "fact", "value", "name", "scheme", "rule")
_TABLE, _PLACES = {"rules", "questions", "notes", "guards", "answers"}, {"communes"}
_PLURAL = _TABLE | _PLACES | {"communities", "domains", "exchanges", "kinds", "tellings", "series"}
_LONGEST = 200


def difference(old: Pack, new: Pack) -> tuple[str, ...]:
    """Every change from the old pack to the new one, in the order of the files."""
    say = Report({"texts.fr.ftl": new.texts.get("fr", "")}).say
    changes = _changes((), _plain(old), _plain(new))
    return tuple(say(name, what=_what(path, say), **values) for name, path, values in changes)


Change = tuple[str, tuple[str, ...], dict[str, str]]


def _plain(pack: Pack) -> dict[str, Any]:
    """The pack as mappings all the way down, so that everything has a name."""
    dumped = pack.model_dump(mode="json", exclude={"revision", "texts"})
    flat = {
        **dumped.pop("territory"),
        **dumped.pop("orientation"),
        **dumped.pop("places"),
        **dumped.pop("community"),
        **dumped.pop("gatherings"),
        **dumped,
    }
    named: dict[str, Any] = _named(flat)
    return named | {"texts": {language: _messages(source) for language, source in pack.texts.items()}}


def _messages(source: str) -> dict[str, str]:
    serializer = FluentSerializer()
    return {
        entry.id.name: serializer.serialize_entry(entry).partition("=")[2].strip()
        for entry in tree(source).body
        if isinstance(entry, ast.Message)
    }


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _named(one) for key, one in value.items()}
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return _keyed(value)
    return value


def _keyed(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Rows by what tells them apart, else by their number."""
    identity = next((one for one in _IDENTITY if all(row.get(one) for row in rows)), None)
    names = [str(row[identity]) if identity else str(number) for number, row in enumerate(rows, 1)]
    if len(set(names)) < len(names):
        names = [str(number) for number in range(1, len(rows) + 1)]
    return {name: _named(row) for name, row in zip(names, rows, strict=True)}


def _changes(path: tuple[str, ...], old: Any, new: Any) -> Iterator[Change]:
    if old == new and not (isinstance(old, dict) and list(old) != list(new)):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _in_mapping(path, old, new)
    elif old in (None, [], {}, ""):
        yield "check-diff-added", path, {"new": _short(new)}
    elif new in (None, [], {}, ""):
        yield "check-diff-removed", path, {"old": _short(old)}
    else:
        yield "check-diff-changed", path, {"old": _short(old), "new": _short(new)}


def _in_mapping(path: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in (*old, *(one for one in new if one not in old)):
        if key not in new:
            yield "check-diff-removed", (*path, key), {"old": _short(old[key])}
        elif key not in old:
            yield "check-diff-added", (*path, key), {"new": _short(new[key])}
        else:
            yield from _changes((*path, key), old[key], new[key])
    common = [key for key in old if key in new]
    if path and path[-1] in _PLURAL and common != [key for key in new if key in old]:
        yield "check-diff-moved", path, {}


def _short(value: Any) -> str:
    """A value in one line; of a row with several sentences, the first."""
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if isinstance(value, dict):
        value = next((one for one in value.values() if isinstance(one, str) and " " in one), None) or _leaves(value)
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _leaves(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(f"{key} {_leaves(one)}" for key, one in value.items() if one)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _what(path: tuple[str, ...], say: Callable[..., str]) -> str:
    words = [word if (word := say(f"check-word-{step}")) != f"check-word-{step}" else step for step in path]
    return " › ".join(words)
