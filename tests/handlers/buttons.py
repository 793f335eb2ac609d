"""Every button that the dialogues can make, read in their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import handlers.dialogues
from handlers.dialogues import BY_NAME

FOLDER = Path(handlers.dialogues.__file__).parent
STEPS = {
    "handover": ("accept", "refuse"),
    "todo": ("open", "list", "look", "pass", "to", "close", "done", "cannot", "absent"),
    "setting": ("begin", "when", "place", "review"),
    "noting": ("begin", "came", "day", "first", "services", "partner"),
    "checking": ("accept", "refuse", "reason", "after"),
    "tending": ("page", "see", "mute", "lift"),
    "reports": ("show", "close", "thank", "mute"),
    "enlisting": ("again", "project", "call", "year", "review"),
    "laureates": ("enter",),
    "gatherings": ("open", "new", "anew", "resume", "paste", "again", "show", "edit", "move", "copy", "cancel", "drop"),
}
"""Those of the buttons whose step is not written whole where they are made, and of those that are."""


def constants(tree: ast.Module) -> dict[str, str]:
    """The names of a module that stand for a text."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets = node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else node.targets
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for target, value in zip(targets, values, strict=False):
                if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found[target.id] = value.value
    return found


def written(node: ast.AST, known: dict[str, str]) -> str | None:
    """A text as it is, with `*` for what is only known when it is said."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_piece(part, known) for part in node.values)
    return None


def _piece(part: ast.expr, known: dict[str, str]) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    inner = part.value if isinstance(part, ast.FormattedValue) else part
    return known.get(inner.id, "*") if isinstance(inner, ast.Name) else "*"


def buttons() -> Iterator[tuple[str, str]]:
    """Every dialogue and step that a button of the source names; the step is `*` where it is not written."""
    for file in sorted(FOLDER.parent.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        known = constants(tree)
        for node in ast.walk(tree):
            text = written(node, known) or ""
            dialogue, _, rest = text.partition("/")
            if dialogue in BY_NAME and ":" in rest:
                yield dialogue, rest.partition(":")[0]
    for dialogue, steps in STEPS.items():
        yield from ((dialogue, step) for step in steps)


BUTTONS = sorted(set(buttons()))
