"""What is refused of a token or of a mailbox, in one sentence that repeats nothing of it."""

from __future__ import annotations

import pytest

from bot import token_requests
from bot.request_refused import RequestRefused
from scheduler.clock import SetClock
from storage.database import Database
from storage.play import Scene
from tests.echo import NOON
from tests.handlers.packs import guide


@pytest.fixture
def database(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def scene() -> Scene:
    clock = SetClock(NOON)
    return Scene(guide("exemple"), clock.now(), clock.draw)


@pytest.mark.parametrize(
    "texts",
    [
        {"name": "x"},
        {"name": "x", "scopes": "all"},
        {"name": "x", "scopes": "summary:read admin"},
        {"name": " ", "scopes": "summary:read"},
        {"name": "x" * 81, "scopes": "summary:read"},
        {"name": "x", "scopes": "summary:read", "days": "0"},
        {"name": "x", "scopes": "summary:read", "days": "-1"},
        {"name": "x", "scopes": "summary:read", "days": "99999"},
    ],
)
def test_a_token_that_cannot_be_made_is_refused(database: Database, texts: dict[str, str]) -> None:
    with database.write() as connection, pytest.raises(RequestRefused):
        token_requests.new(connection, scene(), **texts)


@pytest.mark.parametrize(
    "address",
    [
        "agente",
        "a@b",
        "a b@ville.example",
        "a@ville.example,b@ville.example",
        "é@ville.example",
        "<a@ville.example>",
        "a@ville.example\nBcc: b@ville.example",
        f"{'a' * 65}@ville.example",
        f"a@{'b' * 250}.example",
    ],
)
def test_what_is_no_address_is_refused_without_being_repeated(database: Database, address: str) -> None:
    with database.write() as connection, pytest.raises(RequestRefused) as refused:
        token_requests.add_mail(connection, scene(), address=address)
    assert address not in repr((refused.value.name, refused.value.facts))


@pytest.mark.parametrize("id", ["", "0", "7", "x", "1" * 30])
def test_a_number_that_is_nobody_s_takes_nothing_back(database: Database, id: str) -> None:
    for request in (token_requests.revoke, token_requests.remove_mail):
        with database.write() as connection, pytest.raises(RequestRefused):
            request(connection, scene(), id=id)
