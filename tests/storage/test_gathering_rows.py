"""A gathering that animators write: its numbers, who may write it, and two of them writing it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Row, insert, select

from handlers.effects_gatherings import CancelGathering, CountSeats, DropGathering, KeepGathering, ReachStop, StopKept
from handlers.gathering_codes import short_code
from handlers.messages import Address
from scheduler.clock import SystemClock
from storage.apply import Context, apply
from storage.database import Database
from storage.tables import audit, gatherings, roles, stops
from tests.gathered import Gathered

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
START = datetime(2026, 12, 12, 13, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
KEPT = KeepGathering(None, "apes", "en_marchant", START, START + 3 * HOUR, "Europe/Paris", "published", {"title": "x"})
WALK = (StopKept(START, "Ici"), StopKept(START + HOUR, "Là", 15, "marches"))
LINES = """Sorte : petit déjeuner
Titre : {title}
Date : {date}
Lieu : Salle, Lille
Places : 3
Prix : 0
Accès : plain-pied"""


def write(database: Database, *effects: Any, now: datetime = NOW) -> None:
    """What a turn of the first person causes."""
    context = Context(Address("terminal", "u1"), 1, None, "m1", now, SystemClock().draw, "Europe/Paris")
    with database.write() as connection:
        for effect in effects:
            apply(connection, context, effect)


def row(database: Database, id: int = 1) -> Row[Any]:
    """One gathering as it is kept."""
    with database.read() as connection:
        return connection.execute(select(gatherings).where(gatherings.c.id == id)).one()


def numbers(database: Database) -> tuple[int, int, datetime | None]:
    """The version, the sequence that calendars know, and when people are to be told."""
    kept = row(database)
    return kept.version, kept.sequence, kept.said_at


def test_a_new_one_is_at_its_first_version_and_tells_nobody(database: Database) -> None:
    write(database, KEPT)
    assert numbers(database) == (1, 0, None)
    assert (row(database).starts_wall, row(database).zone) == ("2026-12-12 14:00", "Europe/Paris")


def test_only_what_people_were_told_grows_the_sequence(database: Database) -> None:
    write(database, KEPT)
    write(database, replace(KEPT, id=1, version=1, texts={"title": "y", "price": "5 euros"}))
    assert numbers(database) == (2, 0, None)
    write(database, replace(KEPT, id=1, version=2, texts={"title": "y", "place": "Ailleurs"}), now=NOW + HOUR)
    assert numbers(database) == (3, 1, NOW + HOUR)
    write(database, replace(KEPT, id=1, version=3, starts_at=START + HOUR, texts={"title": "y", "place": "Ailleurs"}))
    assert numbers(database)[:2] == (4, 2)


@pytest.mark.row("I57")
def test_what_somebody_else_changed_meanwhile_is_not_written_over(database: Database) -> None:
    write(database, KEPT)
    write(database, replace(KEPT, id=1, version=1, texts={"title": "first"}))
    write(database, replace(KEPT, id=1, version=1, texts={"title": "second"}, stops=WALK))
    assert (row(database).title, numbers(database)[0]) == ("first", 2)
    with database.read() as connection:
        assert connection.execute(select(stops)).all() == []


def test_counting_seats_stops_nobody_who_writes(database: Database) -> None:
    write(database, KEPT)
    write(database, CountSeats(1, aside=4, walk_ins=2))
    write(database, replace(KEPT, id=1, version=1, texts={"title": "y"}))
    assert (row(database).title, row(database).aside, row(database).walk_ins) == ("y", 4, 2)


def test_a_stop_that_was_reached_stays_so_when_words_change(database: Database) -> None:
    write(database, replace(KEPT, stops=WALK))
    write(database, ReachStop(1, 1, late=20))
    write(database, replace(KEPT, id=1, version=1, texts={"title": "y"}, stops=WALK))
    with database.read() as connection:
        found = connection.execute(select(stops.c.place, stops.c.reached_at).order_by(stops.c.position)).all()
    assert [tuple(each) for each in found] == [("Ici", NOW), ("Là", None)]
    assert numbers(database)[:2] == (2, 0)


def test_a_stop_that_moves_is_told(database: Database) -> None:
    write(database, replace(KEPT, stops=WALK))
    write(database, replace(KEPT, id=1, version=1, stops=(WALK[0], StopKept(START + 2 * HOUR, "Là"))))
    assert numbers(database) == (2, 1, NOW)


def test_one_that_is_cancelled_is_cancelled_once_and_for_good(database: Database) -> None:
    write(database, KEPT)
    write(database, CancelGathering(1, "la pluie"))
    write(database, CancelGathering(1, "autre chose"), now=NOW + HOUR)
    write(database, replace(KEPT, id=1, version=2, texts={"title": "y"}))
    kept = row(database)
    assert (kept.state, kept.reason, kept.title, kept.said_at) == ("cancelled", "la pluie", "x", NOW)
    assert numbers(database)[:2] == (2, 1)


def test_a_draft_tells_nobody_and_only_a_draft_is_erased(database: Database) -> None:
    write(database, replace(KEPT, state="draft"))
    write(database, replace(KEPT, id=1, version=1, starts_at=START + HOUR))
    assert (row(database).state, numbers(database)) == ("published", (2, 0, None))
    write(database, DropGathering(1))
    assert row(database).state == "published"
    write(database, replace(KEPT, state="draft"), DropGathering(2))
    with database.read() as connection:
        assert [each.id for each in connection.execute(select(gatherings.c.id))] == [1]


def test_codes_are_short_mixed_and_never_twice_the_same(either_database: Database) -> None:
    write(either_database, *(replace(KEPT, starts_at=START + number * HOUR) for number in range(60)))
    with either_database.read() as connection:
        codes = [str(code) for code in connection.execute(select(gatherings.c.code)).scalars()]
    assert len(set(codes)) == 60
    assert all(len(code) == 4 and not code.isalpha() and not code.isdigit() for code in codes)


def test_chance_that_always_draws_a_word_gives_no_code() -> None:
    with pytest.raises(LookupError):
        short_code(lambda n: "a" * n)


def animated(database: Database, who: str, network: str) -> Gathered:
    """A life in which someone animates a network."""
    life = Gathered(database, now=NOW)
    life.says("bonjour", who)
    person = life.person(who)
    with database.write() as connection:
        given = {"person": person, "role": "animator", "network": network, "granted_at": NOW}
        connection.execute(insert(roles).values(given))
    return life


@pytest.mark.row("D17")
def test_what_is_published_is_recorded_with_the_number_of_the_role(database: Database) -> None:
    life = animated(database, "u1", "apes")
    life.says("nouvelle rencontre")
    life.says(LINES.format(title="Un", date="jeudi 3 décembre 8h30"))
    life.says("publier")
    assert life.rows(select(gatherings.c.title, gatherings.c.role)) == [("Un", 1)]
    used = life.rows(select(audit.c.role, audit.c.network, audit.c.action, audit.c.number).order_by(audit.c.id))
    assert used[-1] == ("animator", "apes", "gathering-publish", 1)


@pytest.mark.row("I48")
@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("Places : 3", "Places : 0", "Il faut au moins une place"),
        ("Places : 3", "Places : -1", "Il faut au moins une place"),
        ("Places : 3", "Places : 1000000000", "C'est trop"),
        ("8h30", "de 10h à 9h", "La fin"),
        ("jeudi 3 décembre", "3 décembre 2028", "un an"),
    ],
)
def test_what_cannot_be_held_is_refused_with_its_reason(
    either_database: Database, field: str, typed: str, why: str
) -> None:
    life = animated(either_database, "u1", "apes")
    life.says("nouvelle rencontre")
    said = " ".join(life.says(LINES.format(title="Un", date="jeudi 3 décembre 8h30").replace(field, typed)))
    assert why in said
    life.says("publier")
    assert life.rows(select(gatherings.c.id)) == []


@pytest.mark.row("I48")
def test_the_same_gathering_twice_is_refused_and_named(either_database: Database) -> None:
    """Same network, same hour, same title, however it is written."""
    life, said = animated(either_database, "u1", "apes"), ""
    for title in ("Un café", "UN CAFE"):
        life.says("nouvelle rencontre")
        said = " ".join(life.says(LINES.format(title=title, date="jeudi 3 décembre 8h30")))
        life.says("publier")
    assert "Cette rencontre existe déjà : jeudi 3 décembre à 8 h 30 : Un café" in said
    assert life.rows(select(gatherings.c.title)) == [("Un café",)]


@pytest.mark.parametrize("way", ["show", "edit", "move", "copy", "cancel", "drop"])
def test_a_button_about_another_networks_gathering_is_closed(either_database: Database, way: str) -> None:
    life = animated(either_database, "u1", "cress")
    id = life.gathering()
    assert "plus valable" in " ".join(life.taps(f"gatherings/{way}:{id}"))
    assert row(either_database, id).version == 1


@pytest.mark.parametrize("typed", ["organiser", "nouvelle rencontre"])
def test_who_animates_nothing_has_no_such_word(either_database: Database, typed: str) -> None:
    life = Gathered(either_database, now=NOW)
    life.says("bonjour")
    assert "rencontre" not in " ".join(life.says(typed)).partition("Que voulez-vous faire")[0]
    assert life.rows(select(audit.c.id)) == []


def test_a_role_taken_back_in_the_middle_publishes_nothing(either_database: Database) -> None:
    life = animated(either_database, "u1", "apes")
    life.says("nouvelle rencontre")
    life.says(LINES.format(title="Un", date="jeudi 3 décembre 8h30"))
    with either_database.write() as connection:
        connection.execute(roles.update().values(revoked_at=NOW))
    life.says("publier")
    assert life.rows(select(gatherings.c.id)) == []


@pytest.mark.row("I57")
def test_a_draft_is_forgotten_after_a_day(either_database: Database) -> None:
    life = animated(either_database, "u1", "apes")
    life.says("nouvelle rencontre")
    life.says(LINES.format(title="Un", date="jeudi 3 décembre 8h30"))
    life.now += timedelta(hours=23)
    assert "reprendre" in " ".join(life.says("nouvelle rencontre"))
    life.now += timedelta(hours=25)
    assert "Quelle rencontre" in " ".join(life.says("nouvelle rencontre"))


def test_a_date_that_passed_while_the_draft_waited_is_asked_again(either_database: Database) -> None:
    life = animated(either_database, "u1", "apes")
    life.says("nouvelle rencontre")
    life.says(LINES.format(title="Un", date="aujourd'hui 18h"))
    life.now += timedelta(hours=9)
    assert "passée" in " ".join(life.says("publier"))
    assert life.rows(select(gatherings.c.id)) == []
