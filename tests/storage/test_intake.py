"""A finished orientation is a record of nobody: made once, with a yes, in the week in which the yes comes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import counted
from handlers.consent import NO, STATISTICS, YES
from handlers.durations import Durations
from storage.database import Database
from storage.export import export
from storage.summaries import all_published, counts, publish, published
from storage.sweeping import due
from storage.tables import consents, intake, people, tallies
from tests.counting import CURIOUS, HOLDER, Watched
from tests.linking import MX, TG, Place

AGREE, REFUSE = f"consent/{STATISTICS}:{YES}", f"consent/{STATISTICS}:{NO}"
FLAGS = (intake.c.first_ever, intake.c.first_of_year, intake.c.first_of_month)
OTHER = (*HOLDER[:2], "equipe:groupe", *HOLDER[3:])


@pytest.fixture
def life(either_database: Database) -> Watched:
    """On the island, a Tuesday."""
    return Watched(either_database)


def records(life: Watched) -> int:
    """How many records there are."""
    return len(life.rows(select(intake.c.id)))


def figures(life: Watched) -> Mapping[str, Mapping[str, int]]:
    """What is counted of the week in which they all came."""
    with life.database.read() as connection:
        return counts(connection, ("2026-W49",), life.guide)["2026-W49"]


def agreed(life: Watched, who: str = "u1", answers: tuple[str, ...] = HOLDER) -> None:
    """An orientation to its result, and a yes to statistics."""
    life.finishes(who, answers)
    life.taps(AGREE, who)


def test_it_is_asked_once_with_the_result_and_a_yes_is_as_easy_as_a_no(life: Watched) -> None:
    """One question beside the result; the next time another one, or none."""
    life.finishes()
    assert [id for id in life.ids() if id.startswith(("consent/", "privacy/"))] == [AGREE, REFUSE]
    life.says("mes portes")
    life.finishes(answers=OTHER)
    assert AGREE not in life.ids()


def test_after_a_no_it_is_never_asked_again_and_can_be_changed_where_agreements_are_read(life: Watched) -> None:
    """Also in another month, when all answers are long gone."""
    life.says("bonjour")
    life.taps(f"privacy/keep:{YES}")
    life.finishes()
    life.taps(REFUSE)
    life.waits(days=20)
    life.finishes(answers=OTHER)
    assert (AGREE in life.ids(), records(life)) == (False, 0)
    life.says("mes accords")
    assert AGREE in life.ids()
    life.taps(AGREE)
    assert records(life) == 1
    life.says("mes accords")
    assert (AGREE in life.ids(), REFUSE in life.ids()) == (False, True)


def test_without_a_yes_an_orientation_is_a_number_and_no_record(life: Watched) -> None:
    """Counted as finished: of a week, not of somebody, and not of an answer."""
    life.finishes()
    assert (life.tallies()[counted.FINISHED, ""], records(life)) == (1, 0)
    assert all("conseil" not in of and "chantier" not in of for _, of in life.tallies())


def test_a_record_holds_the_answers_and_the_doors_and_nothing_of_the_person(life: Watched) -> None:
    """No number of theirs, no address, no hour, no order."""
    agreed(life)
    (row,) = life.rows(select(intake))
    found = dict(zip(intake.columns.keys(), row, strict=True))
    assert json.loads(found["answers"]) == {
        "avancement": "chantier",
        "ville": "sablegrand",
        "equipe": "seul",
        "sujet": "conseil",
        "secteur": "cote",
    }
    assert json.loads(found["doors"])[0] == "atelier_brume"
    assert (found["week"], found["late"], found["unmatched"]) == ("2026-W49", False, "")
    assert found["revision"] == life.guide.pack.revision
    assert {str(column.type).partition("(")[0] for column in intake.columns} == {"VARCHAR", "BOOLEAN", "TEXT"}
    assert not [key for table in (intake, tallies) for key in table.foreign_keys]


def test_the_same_result_shown_again_is_no_second_orientation(life: Watched) -> None:
    """Shown again, modified and put back, or answered alike once more; other answers are another one."""
    agreed(life)
    life.says("mes portes")
    life.finishes()
    assert (records(life), life.tallies()[counted.FINISHED, ""]) == (1, 1)
    life.finishes(answers=OTHER)
    assert (records(life), life.tallies()[counted.FINISHED, ""]) == (2, 2)
    assert life.tallies()[counted.FINISHED_YES, ""] == 2


def test_a_second_yes_records_nothing_more(life: Watched) -> None:
    """The button tapped twice, and once more the next week."""
    agreed(life)
    life.taps(AGREE)
    life.waits(hours=20)
    life.taps(AGREE)
    assert records(life) == 1


def test_a_yes_that_comes_another_week_counts_in_the_week_of_its_coming(life: Watched) -> None:
    """Marked late; the week of the orientation is never counted anew."""
    life.now = datetime(2026, 12, 6, 19, 30, tzinfo=UTC)
    life.finishes()
    life.now += timedelta(hours=1)
    life.taps(AGREE)
    assert life.rows(select(intake.c.week, intake.c.late)) == [("2026-W50", True)]
    weeks = {name: week for week, name in life.rows(select(tallies.c.week, tallies.c.name))}
    assert weeks[counted.FINISHED] == "2026-W49"
    assert counted.FINISHED_YES not in weeks


def test_an_answer_changed_after_the_result_waits_for_the_next_one(life: Watched) -> None:
    """A yes in the middle records nothing; the result that follows does."""
    life.finishes()
    life.says("retour")
    life.says("retour")
    life.taps("orientation/equipe:groupe")
    life.says("recommencer")
    life.taps(AGREE)
    assert records(life) == 0
    life.finishes(answers=OTHER)
    assert records(life) == 1


def test_first_ever_of_the_year_and_of_the_month_are_told_by_their_own_row(life: Watched) -> None:
    """Months and years of whole weeks: the first days of January are still of the year before."""
    life.durations = Durations(days_with_keep=400, hours_without_yes=9000)
    told: list[tuple[object, ...]] = []
    for day in ("2026-12-01", "2026-12-20", "2027-01-02", "2027-01-05", "2027-02-20"):
        life.now = datetime.fromisoformat(f"{day}T08:00:00+00:00")
        agreed(life, answers=HOLDER if len(told) % 2 else OTHER)
        told = life.rows(select(*FLAGS).order_by(intake.c.week))
    assert told == [
        (True, True, True),
        (False, False, False),
        (False, False, False),
        (False, True, True),
        (False, False, True),
    ]
    assert life.rows(select(people.c.oriented_in)) == [("2027-02",)]


def test_who_has_no_project_is_no_holder_until_they_have_one(life: Watched) -> None:
    """Their orientation counts; the first of a holder is that of their project."""
    agreed(life, answers=CURIOUS)
    assert life.rows(select(intake.c.holder, *FLAGS)) == [(False, False, False, False)]
    assert life.rows(select(people.c.oriented_in)) == [(None,)]
    agreed(life)
    assert life.rows(select(*FLAGS).where(intake.c.holder)) == [(True, True, True)]


@pytest.mark.row("D25")
def test_an_orientation_for_somebody_else_says_nothing_of_who_types(life: Watched) -> None:
    """Counted, and no holder: nobody knows whether it is the first of theirs."""
    agreed(life)
    life.says("recommencer")
    life.says("pour une autre personne")
    for answer in OTHER:
        life.taps(f"orientation/{answer}")
    assert life.rows(select(intake.c.holder).where(~intake.c.first_ever)) == [(False,)]


def test_an_end_without_a_door_writes_the_need(life: Watched) -> None:
    """One code, also when no need was said."""
    agreed(life, answers=("avancement:ouvert", "ville:sablegrand", "statut:skip"))
    agreed(life, "u2", ("avancement:ouvert", "ville:skip", "statut:coop", "sujet:lieu", "sujet:done"))
    agreed(life, "u3", ("avancement:chantier", "ville:sablegrand", "equipe:seul", "sujet:argent", "sujet:done"))
    assert sorted(life.rows(select(intake.c.unmatched))) == [("",), ("argent",), ("unknown",)]


def test_a_yes_taken_back_takes_what_served_it_and_leaves_the_records(life: Watched) -> None:
    """They are nobody's: no one can tell which was theirs."""
    agreed(life)
    life.taps(REFUSE)
    assert (life.rows(select(people.c.oriented_in)), records(life)) == ([(None,)], 1)
    life.finishes(answers=OTHER)
    assert records(life) == 1


def test_the_month_is_in_the_data_of_the_person_and_the_records_are_not(life: Watched) -> None:
    """« mes données » gives back all that is theirs."""
    agreed(life)
    with life.database.read() as connection:
        given = export(connection, 1)
    assert given["people"][0]["oriented_in"] == "2026-12"
    assert "intake" not in given


def test_who_is_forgotten_leaves_the_figures_as_they_are(life: Watched) -> None:
    """By their own word, or by the clock."""
    agreed(life, "u1")
    agreed(life, "u2", OTHER)
    before = figures(life)
    life.says("oublier")
    life.taps("privacy/forget:yes")
    life.waits(hours=24)
    assert life.known() == 0
    assert figures(life) == before


def test_of_two_who_become_one_the_last_month_stays(database: Database) -> None:
    """Unless one of them had said no."""
    place = Place(database)
    place.says(TG, "bonjour")
    place.says(MX, "bonjour")
    with database.write() as connection:
        for id, month in ((1, "2026-11"), (2, "2026-12")):
            connection.execute(people.update().where(people.c.id == id).values(oriented_in=month))
            said = {"purpose": STATISTICS, "granted": True, "wording": "w", "channel": TG, "at": place.now}
            connection.execute(consents.insert(), {"person": id, **said})
    place.says(MX, place.code())
    with database.read() as connection:
        assert connection.execute(select(people.c.oriented_in)).scalars().all() == ["2026-12"]


def test_of_two_who_become_one_a_no_is_enough(database: Database) -> None:
    """What served the yes of the other goes too."""
    place = Place(database)
    place.says(TG, "bonjour")
    place.says(MX, "bonjour")
    with database.write() as connection:
        connection.execute(people.update().values(oriented_in="2026-11"))
        for id, granted in ((1, True), (2, False)):
            said = {"purpose": STATISTICS, "granted": granted, "wording": "w", "channel": TG, "at": place.now}
            connection.execute(consents.insert(), {"person": id, **said})
    place.says(MX, place.code())
    with database.read() as connection:
        assert connection.execute(select(people.c.oriented_in)).scalars().all() == [None]


def test_a_record_is_folded_into_the_counters_and_no_figure_changes(life: Watched) -> None:
    """After the months that people read; that two answers were of one person is then known to nobody."""
    agreed(life)
    agreed(life, "u2", OTHER)
    before = figures(life)
    life.waits(days=13 * 365 // 12 - 1)
    assert records(life) == 2
    life.now += timedelta(days=8)
    with life.database.read() as connection:
        assert due(connection, life.now, life.scene.retention)["intake"] == 2
    life.tick()
    assert records(life) == 0
    assert {name: of for name, of in figures(life).items() if name != counted.LEFT} == before


@pytest.mark.row("D19")
def test_what_is_published_stands(database: Database) -> None:
    """Written once: another body of the same period is not."""
    with database.write() as connection:
        assert published(connection, "2026-W49") is None
        now = datetime(2026, 12, 7, tzinfo=UTC)
        assert publish(connection, "2026-W49", {"b": [1], "a": "é"}, now) == {"a": "é", "b": [1]}
        assert publish(connection, "2026-W49", {"a": "autre"}, now) == {"a": "é", "b": [1]}
        assert published(connection, "2026-W49") == {"a": "é", "b": [1]}
        assert all_published(connection, ("2026-W48", "2026-W49")) == {"2026-W49": {"a": "é", "b": [1]}}
