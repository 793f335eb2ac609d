"""Every use of a role that the source records has words, in each language: the journal shows no bare name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from handlers.checks import REASONS
from handlers.roles import ALERTS, ROLES
from tests.handlers.packs import guide
from tests.house.source import modules

WHERE = {
    "Record": (2, "action"),
    "record": (4, "action"),
    "_used": (2, "action"),
    "_read": (1, "action"),
    "used": (1, "action"),
}
"""What writes a line, and where it is told what was done."""
STANDS_FOR = {
    "reason": REASONS,
    "step": ("close", "thank", "mute"),
    "_TURNED[step]": ("take-back", "pause", "resume", "stop"),
    "what": ("walk_ins", "aside"),
    "role": ROLES,
    "row.role": ROLES,
    "table.name": ("roles", "codes"),
    "role.name": ROLES,
}
PASSED_ON = {"action", "effect.action"}
LEAST = 25


def actions() -> Iterator[str]:
    """All that is recorded, with each value of what is only known when it is done."""
    for module in modules():
        if "Record" not in module.text and "record(" not in module.text:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and (told := _told(node)) is not None:
                yield from _said(told)
            if isinstance(node, ast.Assign) and any(ast.unparse(each) == "action" for each in node.targets):
                yield from _said(node.value)


def _told(call: ast.Call) -> ast.expr | None:
    place = WHERE.get(ast.unparse(call.func).rpartition(".")[2])
    if place is None:
        return None
    at, name = place
    by_name = next((each.value for each in call.keywords if each.arg == name), None)
    # `*who` is a role and its network.
    given = [each for arg in call.args for each in ([arg, arg] if isinstance(arg, ast.Starred) else [arg])]
    return by_name or (given[at] if len(given) > at else None)


def _said(told: ast.expr) -> Iterator[str]:
    """Each value of an expression; one that cannot be known fails here, not in the journal."""
    if isinstance(told, ast.Constant):
        yield str(told.value)
    elif isinstance(told, ast.IfExp):
        yield from (*_said(told.body), *_said(told.orelse))
    elif isinstance(told, ast.JoinedStr):
        yield from _joined(told.values)
    elif ast.unparse(told) == "roles.ALERTS":
        yield ALERTS
    else:
        assert ast.unparse(told) in PASSED_ON, ast.unparse(told)


def _joined(values: list[ast.expr]) -> Iterator[str]:
    if not values:
        yield ""
        return
    first = values[0]
    known = STANDS_FOR[ast.unparse(first.value)] if isinstance(first, ast.FormattedValue) else _said(first)
    for said in known:
        yield from (said + rest for rest in _joined(values[1:]))


ACTIONS = sorted(set(actions()))


def test_the_actions_of_the_source_are_found() -> None:
    """A few of each part: the search would else find nothing, and all would hold."""
    assert {"redeem", "check-refuse-short", "members-list", "report-thank", "revoke-codes-agent"} <= set(ACTIONS)
    assert {"laureate-code", "laureates-revoke", "confirm", "accept-correction", ALERTS} <= set(ACTIONS)
    assert len(ACTIONS) >= LEAST


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_use_of_a_role_is_shown_by_its_bare_name(language: str) -> None:
    wording = guide("lille").wording
    assert [name for name in ACTIONS if not wording.has(f"journal-{name}")] == []
    said = {name: wording.say(language, f"journal-{name}") for name in ACTIONS}
    assert [name for name, words in said.items() if words == name] == []
