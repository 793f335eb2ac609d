"""A programme of several days: what each week holds for those who follow it, and three figures at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from handlers import programme_words
from scheduler import due, programmes
from storage.database import Database
from storage.outbox import OutboxRow
from tests.gathered import Gathered, at

MONTH = 30 * 24 * 60 - 9 * 60 - 60
"""From the first of November at nine to the thirtieth at eleven in the evening."""


@dataclass
class Followed(Gathered):
    """The month of November, and people who follow it."""

    now: datetime = field(default_factory=lambda: at("2026-10-20 09:00"))
    month: int = 0


@pytest.fixture
def life(either_database: Database) -> Followed:
    """One life."""
    here = Followed(either_database)
    here.month = here.gathering("2026-11-01 09:00", minutes=MONTH, kind="programme", series="", title="Mois")
    for who in ("u1", "u2"):
        here.follows("network/apes", who)
    return here


def look(life: Followed, local: str) -> tuple[OutboxRow, ...]:
    """All that the programme says at an hour."""
    life.now = at(local)
    written: list[OutboxRow] = []
    for _ in range(30):
        with life.database.write() as connection:
            written += programmes.send_due(connection, life.scene)
        with life.database.write() as connection:
            soon = programmes.next_due(connection, life.scene)
        if soon is None or soon > life.now:
            return tuple(written)
    raise AssertionError("it never ends")


def test_each_monday_of_a_programme_says_what_the_week_holds(life: Followed) -> None:
    """What is ahead that week, of any network; neither the programme itself, nor what is for members."""
    life.gathering("2026-11-05 18:00", network="cress", title="Portes ouvertes")
    life.gathering("2026-11-06 18:00", network="mel", series="comite_mel", kind="rencontre", title="Comité")
    life.gathering("2026-11-12 18:00", title="Forum")
    look(life, "2026-10-25 12:00")
    assert look(life, "2026-11-02 09:59") == ()
    first, second = look(life, "2026-11-02 10:00")
    assert first.reply is not None
    assert first.reply.text == (
        "Mois, cette semaine :\n• Portes ouvertes, jeudi 5 novembre à 18 h\n"
        "Moins de messages : écrivez « rappels ». Plus aucun : « stop »."
    )
    assert [choice.label for choice in first.reply.choices] == ["Voir : Portes ouvertes"]
    assert (first.key.rpartition("/")[0], first.key != second.key) == (f"announce/{life.month}/week-2026-W45", True)
    assert look(life, "2026-11-02 10:01") == ()
    assert {row.key.split("/")[2] for row in look(life, "2026-11-09 10:00")} == {"week-2026-W46"}


def test_a_week_that_holds_nothing_is_not_told_of(life: Followed) -> None:
    """Nor one that was slept through."""
    life.gathering("2026-11-05 18:00", title="Portes ouvertes")
    look(life, "2026-10-25 12:00")
    assert look(life, "2026-11-09 10:00") == ()
    assert look(life, "2026-11-17 10:00") == ()


def test_who_takes_their_yes_back_or_was_written_to_enough_hears_nothing(life: Followed) -> None:
    """Three messages a week that nobody asked for, of whatever kind."""
    life.gathering("2026-11-05 18:00", title="Portes ouvertes")
    look(life, "2026-10-25 12:00")
    life.consents("u2", granted=False)
    assert [row.address.peer for row in look(life, "2026-11-02 10:00")] == ["u1"]


def test_the_day_after_its_end_a_programme_is_three_figures(life: Followed) -> None:
    """Of what took place only; a small number names nobody."""
    for number in range(6):
        id = life.gathering(f"2026-11-{10 + number} 18:00", title="Forum", walk_ins=3 if number else 0)
        for who in range(number):
            life.comes(id, f"p{who}", checked_in_at=life.now, useful="oui" if who else "non")
    life.gathering("2026-11-20 18:00", title="Annulée", state="cancelled", walk_ins=99)
    life.gathering("2026-12-20 18:00", title="Plus tard", walk_ins=99)
    look(life, "2026-11-29 12:00")
    rows = look(life, "2026-12-01 10:00")
    assert {row.address.peer for row in rows} == {"u1", "u2"}
    assert rows[0].reply is not None
    assert rows[0].reply.text.splitlines()[:4] == [
        "C'est fini : Mois. En trois chiffres :",
        "• Rencontres : 6",
        "• Personnes venues : 30",
        "• Utile pour 10 personnes, sur 15 réponses",
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (programme_words.Numbers(2, 4, 3, 4), ["• Personnes venues : moins de 5", "• Utile ? Il y a trop peu"]),
        (programme_words.Numbers(2, 0, 0, 0), ["• Personnes venues : 0", "• Utile ? Il y a trop peu"]),
        (programme_words.Numbers(2, 9, 3, 8), ["• Personnes venues : 9", "• Utile ? Il y a trop peu"]),
        (programme_words.Numbers(2, 9, 0, 8), ["• Personnes venues : 9", "• Utile pour 0 personnes"]),
    ],
)
def test_small_figures_are_not_said(life: Followed, numbers: programme_words.Numbers, said: list[str]) -> None:
    """One to four people could be named by them."""
    with life.database.write() as connection:
        from storage.gatherings import one

        month = one(connection, life.month)
    assert month is not None
    text = programme_words.figures(life.guide, "fr", month, numbers).text
    assert all(line in text for line in said)


def test_the_clock_wakes_programmes() -> None:
    """They are among what leaves unasked."""
    assert programmes in due.SOURCES


def test_a_slice_that_is_full_goes_on_at_the_next_look(life: Followed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each once, however many follow."""
    monkeypatch.setattr(programmes, "SLICE", 1)
    monkeypatch.setattr("storage.tellings.SLICE", 1)
    life.gathering("2026-11-05 18:00", title="Portes ouvertes")
    look(life, "2026-10-25 12:00")
    keys = [row.key for row in look(life, "2026-11-02 10:00")]
    assert (len(keys), len(set(keys))) == (2, 2)
