"""What was between members ends, is reported, or follows them; and nobody reaches it from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from handlers.effects_meetings import PassOn, Words
from handlers.meetings import REPORT_KEPT
from handlers.messages import Address
from scheduler import introductions as endings
from scheduler.clock import SetClock
from storage import joining
from storage.apply import Context, apply
from storage.database import Database
from storage.leaving import leave
from storage.sweeping import due, sweep
from storage.tables import audit, blocks, introductions, reports
from tests.circle import CHANNEL, COMMUNITY, KEPT, Circle, begun

RUDE = "Vous êtes mauvaise"


@pytest.fixture
def circle(either_database: Database) -> Circle:
    """Three members."""
    return begun(either_database)


def test_whoever_leaves_or_is_erased_ends_it_and_the_other_is_told_only_that(circle: Circle) -> None:
    """Their words go from the ledger, from notes and from reports; no message is due to anyone gone."""
    id = circle.meet("Terreau", "Bo")
    circle.asks("Terreau", "Cleo", "Un mot pour Cleo")
    circle.writes("Terreau", id, "Un secret pour Bo")
    circle.reports("Bo", id, 3)
    assert circle.reported()[0].body is not None
    circle.says("Terreau", "oublier")
    circle.says("Terreau", choice="privacy/forget:yes")
    with circle.database.read() as connection:
        kept = str(connection.exec_driver_sql("SELECT body FROM outbox").all())
        kept += str(connection.exec_driver_sql("SELECT note FROM introductions").all())
        kept += str(connection.exec_driver_sql("SELECT body FROM reports").all())
    assert [said for said in ("secret pour", "mot pour", "Je suis Terreau") if said in kept] == []
    circle.later(minutes=1)
    assert "demande de rencontre" in circle.heard_by("Cleo")[-1].text
    assert {row.state for row in circle.rows()} == {"closed"}
    assert circle.next_due() is None
    assert "Terreau" not in circle.heard_by("Cleo")[-1].text


def test_an_open_conversation_with_someone_who_was_erased_is_told_closed(circle: Circle) -> None:
    """And nothing else is said of them, also while one is writing to them."""
    id = circle.meet("Terreau", "Bo")
    circle.taps("Bo", "write", id)
    circle.says("Terreau", "oublier")
    circle.says("Terreau", choice="privacy/forget:yes")
    assert "close" in circle.says("Bo", "Vous êtes là ?")
    circle.later(minutes=1)
    assert [row.state for row in circle.rows()] == ["closed"]
    assert "Terreau" not in circle.heard_by("Bo")[-1].text


def test_a_report_is_read_by_the_animators_of_that_network_only(circle: Circle) -> None:
    """They are told that one waits, without a word of it; each use is noted; its text goes when it is closed."""
    circle.animator("Max")
    circle.animator("Lou", "apes")
    id = circle.meet("Terreau", "Bo")
    circle.writes("Bo", id, RUDE)
    assert "C'est signalé" in circle.reports("Terreau", id, 3)
    assert RUDE not in circle.heard_by("Max")[-1].text
    assert RUDE in circle.says("Max", "signalements")
    assert RUDE not in circle.says("Cleo", "signalements")
    assert RUDE not in circle.says("Cleo", choice="reports/show:0")
    assert "pause" not in circle.says("Cleo", choice="reports/mute:1")
    assert RUDE not in circle.says("Lou", "signalements")
    assert "aucune communauté" in circle.says("Lou", choice="reports/mute:1")
    assert "signalement attend" not in str(circle.heard_by("Lou"))
    assert "Cette personne ne peut plus" in circle.says("Max", choice="reports/mute:1")
    assert circle.reported()[0].body is None
    assert "déjà traité" in circle.says("Max", choice="reports/close:1")
    assert "lu votre signalement" in circle.heard_by("Terreau")[-1].text
    assert "en pause" in circle.says("Bo", "rencontrer")
    with circle.database.read() as connection:
        noted = connection.execute(select(audit.c.action).where(audit.c.action.startswith("report-"))).scalars().all()
    assert noted == ["report-read", "report-mute"]


def due_at(circle: Circle, at: datetime) -> Mapping[str, int]:
    """What `retention run --dry-run` says, without doing it."""
    with circle.database.read() as connection:
        return due(connection, at, KEPT)


def test_what_will_be_closed_is_counted_before(circle: Circle) -> None:
    """As many as the clock then ends."""
    circle.asks("Terreau", "Bo")
    for days, expected in ((6, 0), (8, 1)):
        scene = replace(circle.scene(), now=circle.now + timedelta(days=days))
        with circle.database.read() as connection:
            assert endings.count(connection, scene) == expected
    circle.later(days=8)
    assert [row.state for row in circle.rows()] == ["expired"]


def test_old_reports_lose_their_text_and_are_erased_after_a_year(circle: Circle) -> None:
    """Nobody dealt with it: the text goes after a month all the same."""
    id = circle.meet("Terreau", "Bo")
    circle.writes("Bo", id, RUDE)
    circle.reports("Terreau", id, 3)
    circle.later(days=REPORT_KEPT.days, minutes=-5)
    assert circle.reported()[0].body is not None
    counted = due_at(circle, circle.now + timedelta(minutes=10))
    with circle.database.write() as connection:
        done = sweep(connection, circle.now + timedelta(minutes=10), KEPT)
    assert done["texts"] == counted["texts"] > 0
    assert circle.reported()[0].body is None
    circle.later(minutes=10)
    with circle.database.write() as connection:
        old = timedelta(days=366)
        for table, column in ((reports, reports.c.at), (introductions, introductions.c.asked_at)):
            connection.execute(table.update().values({column.name: circle.now - old}))
    counted = due_at(circle, circle.now)
    assert (counted["reports"], counted["introductions"]) == (1, len(circle.rows())) == (1, 1)
    circle.tick()
    circle.tick()
    assert (circle.reported(), circle.rows()) == ([], [])


def test_a_message_can_be_reported_after_it_was_answered_and_days_later(circle: Circle) -> None:
    """Its words are kept for that, and no longer than a month."""
    id = circle.meet("Terreau", "Bo")
    circle.writes("Bo", id, RUDE)
    circle.says("Terreau", "menu")
    circle.later(days=3)
    assert RUDE in circle.taps("Terreau", "signal", f"{id}.3")
    circle.taps("Terreau", "report", "cancel")
    circle.later(days=28)
    assert "Je n'ai plus ce texte" in circle.taps("Terreau", "signal", f"{id}.3")


def test_two_messengers_that_become_one_person_keep_what_was_between_members(circle: Circle) -> None:
    """Introductions and blocks follow; what was between the two is nothing any more."""
    circle.enter("Ana2")
    id = circle.meet("Ana2", "Bo")
    circle.meet("Terreau", "Ana2")
    circle.taps("Ana2", "stop", f"{circle.rows()[0].id}.1")
    circle.asks("Cleo", "Ana2")
    kept, gone = circle.numbers["Terreau"], circle.numbers["Ana2"]
    with circle.database.write() as connection:
        joining.join(connection, kept, gone, CHANNEL, circle.now)
        left = [tuple(row) for row in connection.execute(select(blocks.c.person, blocks.c.other)).all()]
        count = connection.execute(select(func.count()).select_from(introductions)).scalar_one()
    assert left == [(kept, circle.numbers["Bo"])]
    assert count == 2  # with Bo, and that of Cleo
    assert [row.asker for row in circle.rows() if row.id == id] == [kept]


@pytest.mark.parametrize("asker", ["Terreau", "Bo"])
def test_whoever_one_of_two_joined_people_refused_is_refused_by_both(circle: Circle, asker: str) -> None:
    """Also where the other one had been writing to them, whoever had asked: nothing passes, neither way."""
    circle.enter("Ana2")
    id = circle.meet(asker, "Bo" if asker == "Terreau" else "Terreau")
    other = circle.meet("Bo", "Ana2")
    circle.taps("Ana2", "stop", f"{other}.1")
    kept, bo = circle.numbers["Terreau"], circle.numbers["Bo"]
    with circle.database.write() as connection:
        joining.join(connection, kept, circle.numbers["Ana2"], CHANNEL, circle.now)
    assert circle.rows()[0].state == "open"
    assert "Je n'ai pas transmis" in circle.writes("Bo", id, RUDE)
    assert "Vous avez choisi" in circle.taps("Terreau", "write", id)
    with circle.database.write() as connection:
        there = Context(Address(CHANNEL, "Bo"), 0, bo, "late", circle.now, SetClock(circle.now).draw, "Europe/Paris")
        apply(connection, there, PassOn(id, Words(RUDE, (), circle.now)))
    assert there.rows == []


def test_what_one_wrote_to_oneself_is_not_passed_on_once_two_are_one(circle: Circle) -> None:
    """Nothing says any more in which community it was: what waited for the morning goes with it."""
    circle.enter("Ana2")
    id = circle.meet("Terreau", "Ana2")
    circle.now = circle.now.replace(hour=21)
    circle.writes("Terreau", id, RUDE)
    with circle.database.write() as connection:
        joining.join(connection, circle.numbers["Terreau"], circle.numbers["Ana2"], CHANNEL, circle.now)
    circle.later(hours=14)
    assert RUDE not in str(circle.heard)


def test_a_search_never_tells_what_a_card_hides(circle: Circle) -> None:
    """A closed field finds nobody; a hidden card is nowhere."""
    circle.enter("Dan", commune="roubaix", etape="idee", shown="name")
    assert "Dan" not in circle.taps("Terreau", "commune", "roubaix.0")
    assert "Dan" not in circle.taps("Terreau", "etape", "idee.0")
    assert "Dan" in circle.taps("Terreau", "all", "_.0")
    circle.shows("Dan", "hidden")
    assert "Dan" not in circle.taps("Terreau", "all", "_.0")
    assert "annuaire" in circle.taps("Terreau", "see", circle.numbers["Dan"])
    assert "annuaire" in circle.taps("Terreau", "ask", circle.numbers["Dan"])


def test_a_forged_button_does_nothing_to_what_is_between_others(circle: Circle) -> None:
    """Whatever number it carries, also one that no database holds."""
    circle.meet("Terreau", "Bo")
    before = [tuple(row) for row in circle.rows()]
    heard = (len(circle.heard_by("Terreau")), len(circle.heard_by("Bo")))
    for step in ("see", "ask", "write", "back", "close", "stop", "signal", "unblock"):
        for value in ("1", "1.1", "1.2", "999", "-1", "x", "9" * 40, "1.", "²"):
            circle.says("Cleo", choice=f"meeting/{step}:{value}")
    circle.says("Cleo", choice="meeting/answer-1.1:oui")
    assert [tuple(row) for row in circle.rows()] == before
    assert (len(circle.heard_by("Terreau")), len(circle.heard_by("Bo"))) == heard


def test_someone_who_is_not_a_member_finds_and_asks_nobody(circle: Circle) -> None:
    """Nor who is silenced, nor who stopped the messages of the community."""
    said = circle.says("Zed", "rencontrer")
    assert "entrez d'abord" in said
    assert "Terreau" not in circle.says("Zed", choice="meeting/all:_.0")
    circle.says("Terreau", "stop")
    assert "arrêté les messages" in circle.says("Terreau", "rencontrer")
    assert "annuaire" in circle.taps("Bo", "ask", circle.numbers["Terreau"])
    assert COMMUNITY not in said


def test_a_request_of_the_night_is_not_read_by_who_left_before_the_morning(circle: Circle) -> None:
    """They may be in another community still; who asked reads at the end what they would of any silence."""
    circle.now = circle.now.replace(hour=22)
    circle.asks("Terreau", "Bo")
    with circle.database.write() as connection:
        leave(connection, circle.numbers["Bo"], COMMUNITY)
    circle.later(hours=12)
    circle.later(days=7)
    assert circle.heard_by("Bo") == []
    assert "reste sans réponse" in circle.heard_by("Terreau")[-1].text
