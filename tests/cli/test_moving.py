"""`boussole db copy`: one command takes a bot from one database to another, and says what it did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_database
from tests.bot.several import fresh
from tests.cli.program import ran

SAID = json.dumps({"from": "u1", "text": "/start", "id": "1"}) + "\n"
GOES_ON = json.dumps({"from": "u1", "choice": "orientation/etape:idee", "id": "2"}) + "\n"


@pytest.fixture
def far(postgresql: str) -> Iterator[str]:
    """An empty database on a server."""
    with fresh(postgresql, "moving") as url:
        yield url


def test_a_conversation_goes_on_after_a_move_there_and_back(tmp_path: Path, far: str) -> None:
    """From a file to a server and from the server to another file; each former one refuses to serve."""
    near, home = f"sqlite:///{tmp_path}/near.db", f"sqlite:///{tmp_path}/home.db"
    assert ran("chat", "--json", "--db", near, said=SAID).code == 0
    there = ran("db", "copy", near, far)
    assert (there.code, there.err) == (0, "")
    assert "near.db" in there.out
    left = ran("chat", "--json", "--db", near, said=GOES_ON)
    assert left.refused
    assert ran("db", "check", "--db", far).code == 0
    went_on = ran("chat", "--json", "--db", far, said=GOES_ON)
    assert "orientation/commune:back" in went_on.out
    assert ran("db", "copy", far, home).code == 0
    assert ran("chat", "--json", "--db", far, said=SAID).refused
    assert "orientation/commune:back" in ran("chat", "--json", "--db", home, said=GOES_ON.replace('"2"', '"3"')).out


def test_a_database_that_is_used_or_full_is_not_copied(tmp_path: Path, far: str) -> None:
    """Each refusal says why, in one sentence; nothing is changed."""
    near, other = f"sqlite:///{tmp_path}/near.db", f"sqlite:///{tmp_path}/other.db"
    for url in (near, other, far):
        assert ran("db", "upgrade", "--db", url).code == 0
    assert ran("db", "copy", near, other).refused
    assert ran("db", "copy", near, far).refused
    for url in (near, far):
        database = open_database(url)
        database.lock()
        busy = ran("db", "copy", url, f"sqlite:///{tmp_path}/new.db")
        assert busy.refused
        assert "utilisée" in busy.err
        database.close()
    assert ran("db", "copy", "sqlite:////nowhere/a.db", near).refused
    assert ran("db", "check", "--db", near).code == 0
