"""On which database a test is played: both, or one of the two by turns when it lasts.

Whatever uses a database is written once, for a file or memory (SQLite) and for a server (PostgreSQL). What starts no
program and no other server, and is not in lasting.txt, is quick, and always played on both. The rest is played on one
of the two: which one is drawn from the name of the test, so that it is the same everywhere until the test is renamed.
What is about databases (`database`) is played in memory and on the server, and every other one in a file too.
`--database both` plays all of it everywhere; `sqlite` and `postgresql` keep to one.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from tests.databases import KINDS

TURNS, BOTH = "turns", "both"
CHOICES = (TURNS, BOTH, "sqlite", "postgresql")
EITHER = ("anew", "databases")
"""The fixtures that are one or the other; the others say what they are about."""

_HERE = Path(__file__).parent
FILE, SERVER = "file", "server"
POSTGRESQL = {"postgresql"}
SERVERS = {"server", "synapse", "homeserver", "browser"}
STARTERS = (
    "playwright",
    "subprocess",
    "tests.bot.running",
    "tests.channels.post_office",
    "tests.cli.nursery",
    "tests.cli.program",
    "tests.fake_telegram.remote",
    "tests.house.source.run",
)

LONG = ("broken_packs", "channels", "web")
"""Folders that no server is needed for, and that last all the same."""

SLOWLY = frozenset(
    line for line in (_HERE / "lasting.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")
)
"""Files that last for what they compute."""

AGAIN = ("by_terminal", "by_program")
"""Ways of playing a transcript again; the engine alone is quick."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which databases."""
    parser.addoption(
        "--database", choices=CHOICES, default=TURNS, help="on which databases what may use either is played"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs a server, a disk or another program is slow, without saying so; each test is where it is played."""
    wanted = config.getoption("--database")
    kept = []
    for item in items:
        lasting = lasts(item)
        if lasting or {FILE, SERVER} & kinds(item) or POSTGRESQL & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
        if _played(item, wanted, lasting=lasting):
            kept.append(item)
    items[:] = kept


def _played(item: pytest.Item, wanted: str, *, lasting: bool) -> bool:
    named = kinds(item)
    if wanted in ("sqlite", "postgresql"):
        return not named or (SERVER in named) == (wanted == "postgresql")
    if wanted == BOTH:
        return True
    if FILE in kinds(item, "url") and not _named(item, "url"):
        return by_turns(item)
    chosen = kinds(item, *EITHER)
    return not (chosen and lasting) or (SERVER in chosen) == by_turns(item)


def _named(item: pytest.Item, name: str) -> bool:
    """True if the test itself says on which kinds it is played."""
    return any(name in mark.args[0] for mark in item.iter_markers("parametrize"))


def by_turns(item: pytest.Item) -> bool:
    """True for a test whose turn is the server's: drawn from its name, without that of the database."""
    named = kinds(item, *EITHER)
    name, _, given = item.name.rstrip("]").partition("[")
    others = [each for each in given.split("-") if each not in named]
    told = "/".join((item.path.relative_to(_HERE).as_posix(), name, *others))
    return bool(sha256(told.encode()).digest()[0] % 2)


def _params(item: pytest.Item) -> dict[str, object]:
    given = getattr(item, "callspec", None)
    return dict(given.params) if given is not None else {}


def kinds(item: pytest.Item, *names: str) -> set[str]:
    """The kinds of database that its parameters name, or these of them."""
    params = _params(item)
    return {str(each) for name, each in params.items() if name in (names or params) and each in KINDS}


def lasts(item: pytest.Item) -> bool:
    """True for a test with the fixture of a server, in a folder or a file that lasts, or whose module holds what
    starts a program."""
    inside = item.path.relative_to(_HERE)
    if set(LONG) & set(inside.parts) or inside.as_posix() in SLOWLY or item.name.rstrip("]").endswith(AGAIN):
        return True
    if not isinstance(item, pytest.Function):
        return False
    if SERVERS & set(item.fixturenames):
        return True
    return any(_origin(value).startswith(STARTERS) for value in vars(item.module).values())


def _origin(value: object) -> str:
    """Where something that a module holds comes from."""
    if isinstance(value, ModuleType):
        return value.__name__
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
