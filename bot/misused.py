"""Says in one sentence what is wrong with the words of a command: the library would draw a box, in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import typer

from bot.sentences import sentence

Misused: type[Exception] = typer.BadParameter.__bases__[0]
"""What the library raises for all of them; it keeps the name of it for itself."""

_LISTED = "NoArgsIsHelpError"
_QUOTED = re.compile(r"'([^']*)'")
_BRACKETED = re.compile(r" \((.*)\)$", re.DOTALL)
_LONGEST = 60


def explained(error: Exception) -> str:
    """What is wrong and where to read more; nothing where the commands were listed instead."""
    kind, message = type(error).__name__, str(getattr(error, "message", ""))
    if kind == _LISTED:
        return message
    context = getattr(error, "ctx", None)
    command = "boussole" if context is None else context.command_path
    name, facts = _fault(kind, message, error)
    return sentence("cli-usage-help", fault=sentence(f"cli-usage-{name}", **facts), command=command)


def _fault(kind: str, message: str, error: Any) -> tuple[str, Mapping[str, str]]:
    quoted, bracketed = _QUOTED.findall(message), _BRACKETED.findall(message)
    match kind:
        case "NoSuchOption":
            return "no-such-option", {"given": _shown(error.option_name)}
        case "BadOptionUsage":
            return "option", {"given": _shown(error.option_name)}
        case "MissingParameter":
            return "missing", {"what": _named(error.param)}
        case "BadParameter" if len(quoted) > 1:
            return "one-of", {"what": _named(error.param), "known": ", ".join(quoted[1:])}
        case "BadParameter":
            return "value", {"what": _named(error.param)}
        case _ if bracketed:
            return "extra", {"given": _shown(bracketed[0])}
        case _ if quoted:
            return "no-such-command", {"given": _shown(quoted[0])}
        case _:
            return "other", {}


def _named(parameter: Any) -> str:
    """A parameter as the help shows it."""
    if parameter is None:
        return "?"
    is_option = parameter.param_type_name == "option"
    return str(parameter.opts[0] if is_option else parameter.metavar or parameter.name.upper())


def _shown(text: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in text)[:_LONGEST]
