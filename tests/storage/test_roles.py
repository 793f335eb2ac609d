"""Codes and roles at rest: given once, never legible, taken back at once, kept while the person comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from handlers.engine import respond
from handlers.messages import Address, Inbound
from handlers.roles import CODE_LIVES, MOST_GUESSES
from scheduler.clock import SystemClock
from storage import roles as stored
from storage.database import Database
from storage.play import Scene, batch, play
from storage.questions.roles import RoleAnswers
from storage.retention import Retention
from storage.sweeping import due, sweep
from storage.tables import conversations, metadata
from tests import rows
from tests.conversation import guide
from tests.databases import opened
from tests.echo import NOON

DAY = timedelta(days=1)
KEPT = Retention()


@dataclass
class Place:
    """A real database, and people who type in it."""

    database: Database
    now: datetime = NOON
    typed: int = field(default=0)

    def invite(self, role: str = "admin", network: str = "") -> str:
        """A new code."""
        with self.database.write() as connection:
            return stored.invite(connection, SystemClock().draw, role, network, self.now)

    def types(self, text: str, who: str = "u1", *, private: bool = True) -> list[str]:
        """What is answered to this text, the last message last."""
        self.typed += 1
        inbound = Inbound(Address("terminal", who), f"m{self.typed}", who, text, private=private)
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, Scene(guide("exemple"), self.now, SystemClock().draw, KEPT))
        return [row.reply.text for row in rows]

    def held(self) -> list[tuple[str, str]]:
        """The roles held now, by anybody."""
        with self.database.read() as connection:
            return [(one.role, one.network) for one in stored.listed_roles(connection) if one.revoked_at is None]

    def journal(self) -> list[tuple[str, str, str]]:
        """What the journal says."""
        return rows.journal(self.database)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return rows.count(self.database, table)

    def swept(self) -> int:
        """How many people go at this hour; asked before, and done."""
        with self.database.write() as connection:
            expected = due(connection, self.now, KEPT)["people"]
            gone = sweep(connection, self.now, KEPT)["people"]
        assert gone == expected
        return gone


@pytest.fixture
def place(database: Database) -> Place:
    """Each kind of database."""
    return Place(database)


@pytest.mark.row("I20")
def test_a_code_gives_its_role_once_and_the_journal_says_so(place: Place) -> None:
    """The second person is refused; the first keeps the role."""
    code = place.invite("animator", "relais")
    place.types(code)
    place.types(code, "u2")
    assert place.held() == [("animator", "relais")]
    assert place.journal() == [("operator", "relais", "invite-animator"), ("animator", "relais", "redeem")]


def test_only_the_hash_of_a_code_is_kept(place: Place) -> None:
    """No column of any table has the code, or the code without its dashes."""
    code = place.invite()
    place.types(code)
    with place.database.read() as connection:
        cells = [
            str(cell) for table in metadata.sorted_tables for row in connection.execute(select(table)) for cell in row
        ]
    assert [cell for cell in cells if code in cell.upper() or code.replace("-", "") in cell.upper()] == []


def test_two_databases_hash_the_same_code_differently(tmp_path: Path) -> None:
    """A copy of one says nothing of the other."""
    hashes = set()
    for name in ("one", "other"):
        for database in opened(f"sqlite:///{tmp_path}/{name}.db"):
            with database.write() as connection:
                stored.invite(connection, SystemClock().draw, "admin", "", NOON)
                hashes.add(stored.fingerprint(connection, "K7QM2HXD9RTA"))
    assert len(hashes) == 2


@pytest.mark.row("I20")
@pytest.mark.parametrize(("after", "works"), [(CODE_LIVES - timedelta(seconds=1), True), (CODE_LIVES, False)])
def test_a_code_lives_forty_eight_hours(place: Place, after: timedelta, works: bool) -> None:
    """Not a second more."""
    code = place.invite()
    place.now += after
    place.types(code)
    assert bool(place.held()) == works


def test_a_code_taken_back_gives_nothing(place: Place) -> None:
    """And cannot be taken back twice, nor once used."""
    code, used = place.invite(), place.invite("agent")
    place.types(used, "u2")
    with place.database.write() as connection:
        assert stored.revoke_code(connection, 1, NOON)
        assert not stored.revoke_code(connection, 1, NOON)
        assert not stored.revoke_code(connection, 2, NOON)
        assert not stored.revoke_code(connection, 99, NOON)
    assert "pas valable" in place.types(code)[-1]
    assert place.held() == [("agent", "")]


def test_a_role_taken_back_is_gone_at_the_next_message(place: Place) -> None:
    """« mes rôles » is an unknown word again; a new code gives it back."""
    place.types(place.invite())
    assert "administration" in place.types("mes rôles")[-1]
    with place.database.write() as connection:
        assert stored.revoke_role(connection, 1, NOON)
        assert not stored.revoke_role(connection, 1, NOON)
    assert "administration" not in place.types("mes rôles")[-1]
    place.types(place.invite())
    assert place.held() == [("admin", "")]
    assert place.journal()[2] == ("operator", "", "revoke-roles-admin")


def test_a_code_in_a_room_gives_nothing_and_is_not_used(place: Place) -> None:
    """It still serves, in private."""
    code = place.invite()
    assert place.types(code, "room", private=False) == []
    assert place.held() == []
    place.types(code)
    assert place.held() == [("admin", "")]


def test_a_code_for_a_role_already_held_is_not_used(place: Place) -> None:
    """Someone else may still have it."""
    first, second = place.invite(), place.invite()
    place.types(first)
    place.types(second)
    assert place.held() == [("admin", "")]
    place.types(second, "u2")
    assert place.held() == [("admin", "")] * 2


def test_wrong_codes_are_counted_for_each_person_and_each_hour(place: Place) -> None:
    """The sixth is refused even if right; another person is not concerned; an hour later it is taken."""
    code, other = place.invite(), place.invite("agent")
    for n in range(MOST_GUESSES):
        place.types(f"AAAA-22{n + 2}2-AAAA")
    place.types(code)
    assert (place.held(), place.count("guesses")) == ([], MOST_GUESSES)
    place.types(other, "u2")
    assert place.held() == [("agent", "")]
    place.now += timedelta(hours=1)
    place.types("BBBB-2222-BBBB")
    assert place.count("guesses") == 1
    place.types(code)
    assert ("admin", "") in place.held()


def test_a_person_without_a_turn_has_no_role_and_no_code_is_known_before_one_is_made(place: Place) -> None:
    """What a room, or an empty database, may do."""
    with place.database.read() as connection:
        assert RoleAnswers(connection).mine() == ()
        assert RoleAnswers(connection, 1).claim("K7QM2HXD9RTA") is None


def test_someone_with_a_role_is_kept_thirteen_months_without_their_answers(place: Place) -> None:
    """The answers go after 24 hours as for anybody; the role and the address stay."""
    place.types(place.invite())
    starts(place)
    place.now += DAY
    assert place.swept() == 0
    assert (answers(place), place.held()) == ("{}", [("admin", "")])
    assert "administration" in place.types("mes rôles")[-1]
    place.now += KEPT.silence_of_known - timedelta(seconds=1)
    assert place.swept() == 0
    place.now += timedelta(seconds=1)
    assert place.swept() == 1
    assert [place.count(name) for name in ("people", "roles", "addresses", "conversations")] == [0] * 4


def test_someone_without_a_role_who_comes_back_a_day_later_is_new(place: Place) -> None:
    """Whenever the sweep runs, nothing of them is found."""
    welcome = place.types("bonjour")[0]
    place.now += DAY
    assert place.types("bonjour")[0] == welcome
    assert place.count("people") == 1


def test_someone_with_a_role_who_comes_back_before_the_sweep_finds_no_old_answer(place: Place) -> None:
    """What has expired is never shown, whenever the sweep runs."""
    place.types(place.invite())
    starts(place)
    place.now += DAY * 2
    place.types("mes données")
    assert (answers(place), place.held()) == ("{}", [("admin", "")])


def test_a_role_taken_back_gives_no_longer_life(place: Place) -> None:
    """Silent for a day: gone, as anybody."""
    place.types(place.invite())
    with place.database.write() as connection:
        stored.revoke_role(connection, 1, NOON)
    place.now += DAY
    assert place.swept() == 1


def test_to_be_forgotten_takes_the_roles_and_the_wrong_codes_away(place: Place) -> None:
    """What the journal says stays: it never said who."""
    place.types(place.invite())
    place.types("AAAA-2222-AAAA")
    place.types("oublier")
    place.types("oui, tout effacer")
    assert [place.count(name) for name in ("roles", "guesses", "people")] == [0] * 3
    assert place.count("audit") == 2


def starts(place: Place) -> None:
    """Who has a role is greeted with the menu: « 1 » there asks the first question, « 1 » again answers it."""
    menu = place.types("bonjour")[-1]
    question = place.types("1")[-1]
    assert menu != question
    assert answers(place) == "{}"
    place.types("1")
    assert answers(place) != "{}"


def answers(place: Place) -> str:
    """The answers kept, as they are kept."""
    with place.database.read() as connection:
        return _only(connection)


def _only(connection: Connection) -> str:
    return str(connection.execute(select(conversations.c.answers)).scalar_one())
