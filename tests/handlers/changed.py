"""Packs as an animator changes them: a question or an answer taken away, and whatever speaks of it."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from bot.packs import content, texts
from handlers.guide import Guide
from handlers.load import load

TABLE = "orientation.yaml"


@cache
def without(name: str, fact: str, value: str = "") -> Guide:
    """The pack `name` without the question `fact`, or without one of its values."""
    files, common = texts(content() / name)
    table = yaml.load(files[TABLE], Loader=yaml.BaseLoader)
    if value:
        question = next(one for one in table["questions"] if one["fact"] == fact)
        question["answers"] = [one for one in question["answers"] if one["value"] != value]
        groups = table["groups"].get(fact, {})
        table["groups"][fact] = {group: [one for one in of if one != value] for group, of in groups.items()}
    else:
        table["questions"] = [one for one in table["questions"] if one["fact"] != fact]
        table["groups"].pop(fact, None)
    kept = {file: text for file, text in files.items() if not file.startswith("personas/")}
    return Guide(load({**kept, TABLE: yaml.dump(_pruned(table, fact, value), allow_unicode=True)}, common))


@cache
def without_commune(name: str, commune: str) -> Guide:
    """The pack `name` without one commune."""
    files, common = texts(content() / name)
    places = yaml.load(files["places.yaml"], Loader=yaml.BaseLoader)
    places["communes"] = [one for one in places["communes"] if one["name"] != commune]
    places["areas"] = [one for one in places["areas"] if commune not in one["communes"]]
    places["resources"] = [one for one in places["resources"] if one["commune"] != commune]
    kept = {file: text for file, text in files.items() if not file.startswith("personas/")}
    return Guide(load({**kept, "places.yaml": yaml.dump(places, allow_unicode=True)}, common))


def _pruned(node: Any, fact: str, value: str) -> Any:
    """The same without the conditions on what is gone; a rule that held only for it goes too."""
    if isinstance(node, list):
        return [_pruned(one, fact, value) for one in node if not _only_for(one, fact, value)]
    if not isinstance(node, dict):
        return node
    return {key: _pruned(each, fact, value) for key, each in node.items() if _stays(key, each, fact, value)} | {
        key: [one for one in _listed(node[key]) if one != value]
        for key in (fact, "any_need")
        if key in node and value in _listed(node[key])
    }


def _stays(key: str, each: Any, fact: str, value: str) -> bool:
    of_fact = key == fact and not isinstance(each, dict)
    return not (of_fact and (not value or _listed(each) == [value]))


def _only_for(node: Any, fact: str, value: str) -> bool:
    when = node.get("when") if isinstance(node, dict) else None
    if not isinstance(when, dict) or not value:
        return False
    return [value] in (_listed(when.get(fact, [])), _listed(when.get("any_need", [])))


def _listed(each: Any) -> list[str]:
    return each if isinstance(each, list) else [each]
