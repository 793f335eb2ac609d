"""Odd words in a real database, from either messenger: cleaned once, kept as they are shown, and nothing besides."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from handlers.messages import Address, Inbound
from storage.database import Database
from storage.export import export
from storage.tables import inbound, metadata, outbox, profiles
from tests.conversation import guide
from tests.linking import MX, TG, Place
from tests.lives import HERE, Life
from tests.storage.test_members import join, person_at, rows

CANARY = "canari"
ODD = {
    "NUL": ("Lou\x00che", "Louche"),
    "half a surrogate": ("Louche \ud83d", "Louche \ufffd"),
    "direction": ("\u202eehcuoL\u2067\u2066", "ehcuoL"),
    "joiners": ("Lou\u200bche 👨\u200d👩", "Louche 👨\u200d👩"),
    "decomposed": ("Pe\u0301pin", "Pépin"),
    "zalgo": ("L" + "\u0301" * 200 + "ouche", "Ĺ\u0301\u0301ouche"),
    "control": ("Lou\x07\x1b\x85che", "Louche"),
    "as a program": ("Robert'); DROP TABLE profiles;--", "Robert'); DROP TABLE profiles;--"),
}


@pytest.mark.row("I2", "I3", "I4", "I5", "I6", "I7", "I50", "I52")
@pytest.mark.parametrize("channel", [TG, MX])
@pytest.mark.parametrize("name", ODD)
def test_a_name_is_cleaned_before_it_is_kept_shown_or_given_back(
    either_database: Database, name: str, channel: str
) -> None:
    """On both kinds of database, which refuse different characters, and in the files of the person."""
    typed, kept = ODD[name]
    place = Place(either_database)
    join(place, channel, typed)
    (card,) = rows(place, profiles)
    assert card["name"] == kept
    assert kept in place.hears(channel, "ma fiche membre")
    person = person_at(place, channel)
    with either_database.read() as connection:
        given = json.dumps(export(connection, person), default=str, ensure_ascii=False)
    assert json.dumps(kept, ensure_ascii=False) in given
    given.encode()


def everything(life: Life) -> str:
    """All that the database holds."""
    return "\n".join(str(row) for table in metadata.sorted_tables for row in life.rows(select(table)))


@pytest.mark.row("I31", "D13")
def test_of_a_message_nothing_is_kept_but_its_number(either_database: Database) -> None:
    """So that there is nothing to erase when its author takes it back; the answer that it gave stays."""
    life = Life(either_database, guide=guide("lille"))
    life.says("bonjour")
    for text in (f"j'ai une idée de {CANARY}", f"euh {CANARY} ?", f"{CANARY}@example.org"):
        life.says(text)
    assert set(inbound.c.keys()) == {"address", "message_id", "received_at"}
    assert '"etape":"idee"' in everything(life)
    assert CANARY not in everything(life)


@pytest.mark.row("I32")
def test_what_quotes_an_older_question_answers_the_one_in_course_or_nothing(either_database: Database) -> None:
    """The question that was quoted keeps its answer."""
    life = Life(either_database, guide=guide("lille"))
    for text in ("bonjour", "j'ai une idée"):
        life.says(text)
    (first,) = life.rows(select(outbox.c.key).where(outbox.c.body.is_not(None)).order_by(outbox.c.id).limit(1))
    for text in ("plus de 5 ans", "lille"):
        life._plays(Inbound(Address(HERE, "u1"), f"q/{text}", "u1", text, replies_to=str(first[0])))
    assert '"etape":"idee","commune":"lille"' in everything(life).replace(" ", "")


@pytest.mark.row("D9")
@pytest.mark.parametrize("how", ["typed", "tapped"])
def test_an_answer_that_was_corrected_is_nowhere_any_more(either_database: Database, how: str) -> None:
    """Neither in the conversation, nor in what was said, once the next messages came."""
    life = Life(either_database, guide=guide("lille"))
    assert "bondues" not in everything(life).casefold()
    for text in ("bonjour", "j'ai une idée", "Bondues", "non", "utile"):
        life.says(text)
    assert '"commune":"bondues"' in everything(life)
    if how == "typed":
        life.says("modifier la commune")
    else:
        life.says("modifier")
        life.taps("orientation/modify:commune")
    for text in ("Ronchin", "menu", "reprendre", "menu"):
        life.says(text)
    assert '"commune":"ronchin"' in everything(life)
    assert "bondues" not in everything(life).casefold()
