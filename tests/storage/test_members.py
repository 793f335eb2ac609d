"""Memberships and cards in a real database: made once, united by a link, erased, asked about once a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from handlers.effects_members import Join, KeepProfile
from handlers.members import CHECKED_EVERY, PROFILE_FIELDS, Profile
from handlers.messages import Address
from scheduler import cards
from scheduler.clock import SystemClock
from storage.apply import Context, apply
from storage.database import Database
from storage.drafts import sweep as sweep_drafts
from storage.play import Scene
from storage.tables import addresses, consents, conversations, memberships, metadata, outbox, profiles
from tests.conversation import guide
from tests.echo import NOON
from tests.linking import KEPT, MX, TG, Place

ODD = '=HYPERLINK("http://x.fr";"clic") <b>&amp;</b> \'; DROP TABLE profiles; -- الورشة 茶 \u202etxt'
JOINED = ("communauté", "Rejoindre")
DAY = timedelta(days=1)


@pytest.fixture
def place(database: Database) -> Place:
    """Each kind of database."""
    return Place(database)


def join(place: Place, channel: str = TG, name: str = "Maloé", who: str = "u1") -> None:
    """Someone enters the only community of the example, with a name and nothing more."""
    place.says(channel, "bonjour", who)
    place.says(channel, who=who, choice="community/join:equipage")
    place.says(channel, who=who, choice="community/consent.equipage:oui")
    for said in (name, *["passer"] * 5, "les membres", "envoyer"):
        place.says(channel, said, who)


def rows(place: Place, table: Any) -> list[Mapping[str, Any]]:
    """Every row of a table."""
    with place.database.read() as connection:
        return [dict(row._mapping) for row in connection.execute(select(table)).all()]


def person_at(place: Place, channel: str, who: str = "u1") -> int:
    """The number of who writes from there."""
    with place.database.read() as connection:
        where = (addresses.c.channel == channel, addresses.c.peer == who)
        return int(connection.execute(select(addresses.c.person).where(*where)).scalar_one())


def test_a_member_has_one_membership_one_card_and_one_yes(place: Place) -> None:
    join(place)
    (member,) = rows(place, memberships)
    (card,) = rows(place, profiles)
    assert (member["community"], member["state"], member["joined_at"]) == ("equipage", "member", NOON)
    assert (card["name"], card["visibility"]) == ("Maloé", "members")
    assert [(row["purpose"], row["granted"]) for row in rows(place, consents)] == [("community", True)]


def test_joining_from_two_messengers_makes_one_membership(place: Place) -> None:
    place.says(TG, "bonjour")
    place.link()
    for channel in (TG, MX):
        place.says(channel, choice="community/join:equipage")
    for channel in (TG, MX, TG, MX):
        place.says(channel, choice="community/consent.equipage:oui")
    for said in ("Maloé", *["passer"] * 5, "les membres"):
        place.says(TG, said)
    for channel in (TG, MX, TG, MX):
        place.says(channel, choice="community/review:send")
    assert place.count("memberships", "profiles") == [1, 1]


def test_joining_twice_in_one_breath_is_once(place: Place) -> None:
    place.says(TG, "bonjour")
    person = person_at(place, TG)
    with place.database.write() as connection:
        context = Context(Address(TG, "u1"), 1, person, "m", NOON, SystemClock().draw, "UTC", owner=person)
        for _ in range(2):
            apply(connection, context, Join("equipage", "member"))
            apply(connection, context, KeepProfile(Profile({"name": "Maloé"})))
    assert place.count("memberships", "profiles") == [1, 1]


@pytest.mark.row("I50")
def test_a_card_of_anything_is_kept_as_text(place: Place) -> None:
    place.says(TG, "bonjour")
    said = dict.fromkeys(PROFILE_FIELDS, ODD * 100)
    person = person_at(place, TG)
    with place.database.write() as connection:
        context = Context(Address(TG, "u1"), 1, person, "m", NOON, SystemClock().draw, "UTC", owner=person)
        apply(connection, context, KeepProfile(Profile(said)))
    (card,) = rows(place, profiles)
    assert {card[name] for name in PROFILE_FIELDS} == {ODD * 100}


@pytest.mark.parametrize(("first", "second"), [(TG, MX), (MX, TG)])
def test_a_link_loses_no_membership_whoever_gave_the_code(place: Place, first: str, second: str) -> None:
    join(place, first, "Maloé")
    place.says(second, "bonjour")
    code = place.code(TG)
    assert "relié" in place.hears(MX, code)
    (member,) = rows(place, memberships)
    (card,) = rows(place, profiles)
    assert member["person"] == card["person"] == person_at(place, TG) == person_at(place, MX)
    assert card["name"] == "Maloé"


def test_when_both_were_members_the_card_of_who_stays_wins_and_a_silence_holds(place: Place) -> None:
    join(place, TG, "Celle qui reste")
    join(place, MX, "Celle qui part")
    gone = person_at(place, MX)
    with place.database.write() as connection:
        muted = update(memberships).where(memberships.c.person == gone).values(state="muted")
        connection.execute(muted)
        other = {"person": gone, "community": "autre", "state": "asked", "joined_at": NOON, "checked_at": NOON}
        connection.execute(insert(memberships), other)
    place.link()
    assert {(row["community"], row["state"]) for row in rows(place, memberships)} == {
        ("equipage", "muted"),
        ("autre", "asked"),
    }
    (card,) = rows(place, profiles)
    assert card["name"] == "Celle qui reste"


def test_leaving_and_forgetting_leave_nothing(place: Place) -> None:
    join(place)
    place.says(TG, "quitter la communauté")
    place.says(TG, "oui")
    assert place.count("memberships", "profiles") == [0, 0]
    join(place, MX, "Autre", "u2")
    place.says(MX, "oublier", "u2")
    place.says(MX, "oui", "u2")
    assert place.count("memberships", "profiles") == [0, 0]


def test_a_draft_is_erased_after_a_day_of_silence_although_answers_are_kept_longer(place: Place) -> None:
    place.says(TG, "bonjour")
    place.says(TG, choice="privacy/keep:oui")
    place.says(TG, choice="community/join:equipage")
    place.says(TG, choice="community/consent.equipage:oui")
    place.says(TG, "Nom Canari")
    for hours, left, where in ((23, True, "community"), (24, False, "orientation")):
        with place.database.write() as connection:
            sweep_drafts(connection, NOON + timedelta(hours=hours), KEPT)
        (kept,) = rows(place, conversations)
        assert (("Canari" in kept["memo"]), kept["dialogue"]) == (left, where)


def scene(now: datetime) -> Scene:
    """What the scheduler is given."""
    return Scene(guide("exemple"), now, SystemClock().draw, KEPT)


def asked(place: Place, now: datetime) -> int:
    """How many are asked at this instant."""
    with place.database.write() as connection:
        return len(cards.send_due(connection, scene(now)))


def seen(place: Place, now: datetime) -> None:
    """A member writes something."""
    place.now = now
    place.says(TG, "bonjour")


def test_a_member_is_asked_once_a_year_in_the_day(place: Place) -> None:
    join(place)
    seen(place, NOON + 200 * DAY)
    year = NOON + CHECKED_EVERY
    with place.database.read() as connection:
        assert cards.next_due(connection, scene(NOON)) == year
    assert asked(place, year - DAY) == 0
    assert asked(place, year + timedelta(hours=9)) == 0, "21:00 UTC is the night of the example"
    assert [asked(place, year), asked(place, year + DAY)] == [1, 0]
    (row,) = [row for row in rows(place, outbox) if row["key"].startswith("community/card/")]
    assert (row["state"], row["kind"]) == ("queued", "notice")
    seen(place, NOON + 500 * DAY)
    assert asked(place, year + CHECKED_EVERY) == 1


def test_whoever_read_their_card_meanwhile_is_asked_a_year_later(place: Place) -> None:
    join(place)
    seen(place, NOON + 300 * DAY)
    place.says(TG, "ma fiche est juste")
    assert asked(place, NOON + CHECKED_EVERY) == 0
    with place.database.read() as connection:
        assert cards.next_due(connection, scene(NOON + CHECKED_EVERY)) == NOON + 300 * DAY + CHECKED_EVERY


def test_an_animators_check_counts_as_the_last_one(place: Place) -> None:
    join(place)
    seen(place, NOON + 300 * DAY)
    with place.database.write() as connection:
        connection.execute(update(memberships).values(checked_at=NOON + 100 * DAY))
    assert [asked(place, NOON + CHECKED_EVERY), asked(place, NOON + 100 * DAY + CHECKED_EVERY)] == [0, 1]


def test_whoever_is_about_to_be_forgotten_is_asked_that_only(place: Place) -> None:
    join(place)
    assert asked(place, NOON + CHECKED_EVERY) == 0


def test_nobody_is_asked_who_took_back_their_yes(place: Place) -> None:
    join(place)
    seen(place, NOON + 300 * DAY)
    with place.database.write() as connection:
        said = {"person": connection.execute(select(memberships.c.person)).scalar_one(), "purpose": "community"}
        connection.execute(insert(consents), {**said, "granted": False, "wording": "x", "channel": TG, "at": NOON})
    assert asked(place, NOON + CHECKED_EVERY) == 0


@pytest.mark.row("D9")
def test_a_corrected_card_leaves_nothing_of_what_was_there(place: Place) -> None:
    """Nor is it kept anywhere that the card was ever another."""
    join(place, name="Canari d'avant")
    place.says(TG, "ma fiche membre")
    place.says(TG, choice="community/edit:name")
    for said in ("Canari d'après", "envoyer", "menu", "menu"):
        place.says(TG, said)
    (card,) = rows(place, profiles)
    assert card["name"] == "Canari d'après"
    kept = [str(row) for table in metadata.sorted_tables for row in rows(place, table)]
    assert any("d'après" in row for row in kept)
    assert [row for row in kept if "d'avant" in row] == []
