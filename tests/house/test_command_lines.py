"""Every command line that a document shows is one that the program takes, and the README names every command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typer

from bot.cli import whole
from tests.house.source import ROOT
from tests.house.test_documents import DOCUMENTS

pytestmark = pytest.mark.house

FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STARTED = re.compile(r"(?:^|/bin/|python -m )(?:boussole|bot) ([^\n]+)$", re.MULTILINE)
INLINE = re.compile(r"`(?:[\w./]*/bin/)?boussole ([^`<]+)`")
NAMED = re.compile(r"`([^`]+)`")


@cache
def program() -> Any:
    """The program as it is typed."""
    return typer.main.get_command(whole())


def commands(group: Any, *path: str) -> Iterator[str]:
    """Every command that does something, by its words."""
    for name, command in group.commands.items():
        if not hasattr(command, "commands") or command.invoke_without_command:
            yield " ".join((*path, name))
        if hasattr(command, "commands"):
            yield from commands(command, *path, name)


def taken(line: str) -> str:
    """The command of a line, once its options and arguments are read; AssertionError if it takes them not."""
    words = [word for word in shlex.split(line, comments=True) if word != "--help"]
    command, path = program(), list[str]()
    while words and words[0] in getattr(command, "commands", {}):
        path.append(words.pop(0))
        command = command.commands[path[-1]]
    assert path or not words, f"no such command: {line}"
    context = command.context_class(command, info_name=" ".join(path))
    try:
        given, rest, _ = command.make_parser(context).parse_args(list(words))
    except Exception as error:
        raise AssertionError(f"{line}: {error}") from error
    # A group takes no word that is none of its commands; a command, none that is not an argument of its own.
    assert not rest, f"{line}: {rest}"
    lacking = [each.name for each in command.params if each.required and given.get(each.name) is None]
    assert not lacking or not words, f"{line}: {lacking}"
    return " ".join(path)


def lines(text: str) -> list[str]:
    """The command lines of a document, of its examples and of its sentences."""
    text = text.replace("\\\n", " ")
    examples = FENCED.findall(text)
    return [*(line for example in examples for line in STARTED.findall(example)), *INLINE.findall(FENCED.sub("", text))]


def test_every_command_line_of_the_documents_is_taken() -> None:
    """Its command, its options, as many arguments as it wants."""
    shown = [line for document in DOCUMENTS for line in lines(document.read_text("utf-8"))]
    assert len(shown) > 60
    assert {taken(line) for line in shown} <= {"", *commands(program())}


@pytest.mark.parametrize(
    "line", ["summarize", "summary --weekly 2026-W46", "people show", "db backup a b --db", "outbox let", "check a b"]
)
def test_a_line_that_the_program_refuses_is_seen(line: str) -> None:
    """An option, a command or an argument that is not there."""
    if line == "people show":
        line = "people show --config boussole.toml"  # a command named alone is a name; with an option it is typed
    with pytest.raises(AssertionError):
        taken(line)


def test_the_table_of_the_readme_names_every_command() -> None:
    """And each as it is typed. What follows in the same cell may leave the program out, or the command too."""
    rows = re.findall(r"^\| (`\.venv/bin/boussole [^|]*)\|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    told: set[str] = set()
    for row in rows:
        last = ""
        for named in NAMED.findall(row):
            line = named.removeprefix(".venv/bin/boussole ")
            last = taken(f"{last} {line}" if line.startswith("-") else line)
            told.add(last)
    assert told == set(commands(program()))
