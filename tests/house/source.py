"""The source as the house tests read it: files, trees, literals and calls."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("bot", "scheduler", "storage", "handlers")
IGNORED = {".git", ".venv", "__pycache__", "build", "dist"}
# What people read on the command line itself is written beside the option it explains.
HELP = {"help", "short_help", "epilog", "metavar", "rich_help_panel"}


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file of the project."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The file as Python understands it."""
        return _parsed(self.path, self.text)

    def at(self, node: ast.AST) -> str:
        """Where something is, to be clicked."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def _parsed(path: str, text: str) -> ast.Module:
    return ast.parse(text, filename=path)


def modules(*folders: str) -> list[Module]:
    """Every module of these folders (all the layers when none is named), in order."""
    files = sorted(file for folder in folders or LAYERS for file in (ROOT / folder).rglob("*.py"))
    return [Module(str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")) for file in files]


def committed() -> list[Path]:
    """The files that git keeps or would keep; without git, all but what a run leaves behind."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z").stdout
        files = [ROOT / name for name in listed.split("\0") if name]
    else:
        files = [file for file in ROOT.rglob("*") if not IGNORED & set(file.relative_to(ROOT).parts)]
    return [file for file in files if file.is_file()]


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string that a program could say: no docstring, option's help, pattern or list of names."""
    silent = _silent(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node


def _silent(tree: ast.AST) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.keyword) and node.arg in HELP:
            found |= {id(inner) for inner in ast.walk(node.value)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            found |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            found.add(id(node.func.value))  # a list of names, written as words
    return found


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every module that is imported, wherever."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""


def called(node: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call, by the last part of the name that is called."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            if isinstance(inner.func, ast.Attribute):
                yield inner, inner.func.attr
            elif isinstance(inner.func, ast.Name):
                yield inner, inner.func.id


def run(*words: str, folder: Path = ROOT, said: str | None = None) -> subprocess.CompletedProcess[str]:
    """A program's answer; it is given nothing to read unless `said`."""
    return subprocess.run(words, cwd=folder, input=said or "", capture_output=True, text=True, check=False, timeout=600)


def tool(name: str) -> str:
    """The path of a tool installed beside this Python."""
    return str(Path(sys.executable).parent / name)
