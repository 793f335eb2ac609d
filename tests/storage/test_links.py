"""Two messengers, one person: by a code given on one and typed on the other, and apart again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.effects import Link
from handlers.links import LINK_LIVES
from handlers.messages import Address, Reply
from handlers.roles import MOST_GUESSES
from storage import outbox
from storage.apply import Context, apply
from storage.apply.link import LinkRefusedError
from storage.database import Database
from storage.outbox import Mark, OutboxRow
from storage.tables import addresses, consents, metadata, people
from storage.tables import outbox as ledger
from tests.echo import NOON
from tests.linking import CODE, MX, TG, Place, code_of

SECOND = timedelta(seconds=1)
YES, NO = "linking/confirm:oui", "linking/confirm:non"


@pytest.fixture
def place(database: Database) -> Place:
    """Each kind of database."""
    return Place(database)


def begun(place: Place, channel: str = TG, *texts: str) -> None:
    """An orientation in course, at its second question."""
    for text in ("bonjour", "1", *texts):
        place.says(channel, text)


@pytest.mark.row("I33")
def test_the_other_messenger_goes_on_with_the_same_question(place: Place) -> None:
    """One person, one conversation; the first word typed there may be the code."""
    begun(place)
    asked = place.step(TG)
    rows = place.says(MX, place.code())
    assert "relié avec Telegram" in rows[1].reply.text
    assert [(row.address.channel, row.kind) for row in rows] == [
        (MX, "reply"),
        (MX, "reply"),
        (TG, "notice"),
        (MX, "reply"),
    ]
    assert (place.step(MX), place.step(TG)) == (asked, asked)
    assert place.count("people", "conversations", "links") == [1, 1, 0]
    place.says(MX, "1")
    assert place.step(TG) == place.step(MX) != asked


def test_what_was_begun_on_the_second_messenger_is_erased_and_said_so(place: Place) -> None:
    """The conversation of who gave the code goes on, at its own question."""
    begun(place, MX)
    begun(place, TG, "1")
    asked = place.step(TG)
    assert "J'ai effacé vos réponses" in place.hears(MX, place.code())
    assert (place.step(MX), place.count("conversations")) == (asked, [1])


def test_a_code_is_typed_within_ten_minutes(place: Place) -> None:
    """Not a second more; the refusal says how to get another."""
    late = place.code()
    place.now += LINK_LIVES
    assert "« lier »" in place.hears(MX, late)
    assert place.count("people") == [2]
    code = place.code()
    place.now += LINK_LIVES - SECOND
    assert "relié" in place.hears(MX, code)


def test_a_code_serves_once(place: Place) -> None:
    """Someone else who saw it gets nothing."""
    code = place.code()
    place.says(MX, code)
    assert "pas valable" in place.hears(MX, code, "u2")
    assert "pas valable" in place.hears(TG, code)
    assert place.count("people") == [2]


def test_a_new_code_takes_the_place_of_the_former(place: Place) -> None:
    """One open code for each person."""
    first, second = place.code(), place.code()
    assert "pas valable" in place.hears(MX, first)
    assert "relié" in place.hears(MX, second)


def test_one_s_own_code_is_said_to_be_so_and_still_serves(place: Place) -> None:
    """Typed on the messenger that gave it, or on one that is linked already."""
    code = place.code()
    assert "votre propre code" in place.hears(TG, code)
    place.says(MX, code)
    assert "votre propre code" in place.hears(MX, place.code())
    assert place.count("guesses") == [0]


def test_wrong_codes_are_counted(place: Place) -> None:
    """After five, a right one waits an hour."""
    code = place.code()
    for n in range(MOST_GUESSES):
        assert "pas valable" in place.hears(MX, f"AAAA-22{n + 2}2-AAAA")
    assert "attendez une heure" in place.hears(MX, code)
    assert place.count("people", "guesses") == [2, MOST_GUESSES]


def test_wrong_codes_stay_counted_for_the_person_that_they_are_now(place: Place) -> None:
    """With those typed to guess a role, on either messenger."""
    for n in range(MOST_GUESSES - 1):
        place.says(MX, f"AAAA-22{n + 2}2-AAAA")
    place.link()
    place.says(TG, "AAAA-2292-AAAA")
    assert "attendez une heure" in place.hears(TG, place.invite())


def test_the_code_is_kept_as_a_hash_and_leaves_no_row(place: Place) -> None:
    """Nor in the ledger, once the person wrote again."""
    code = place.code()
    place.says(TG, "menu")
    with place.database.read() as connection:
        cells = [str(c) for t in metadata.sorted_tables for row in connection.execute(select(t)) for c in row]
    # The answer that shows it is still being sent.
    assert sum(code in cell or code.replace("-", "") in cell for cell in cells) <= 1
    place.now += LINK_LIVES
    place.sweep()
    assert place.count("links") == [0]


@pytest.mark.parametrize(
    ("there", "here", "holds"),
    [
        ("garder", "", "yes"),
        ("", "garder", "yes"),
        ("garder", "refuser", "no"),
        ("refuser", "garder", "no"),
        ("", "", ""),
    ],
)
def test_a_purpose_holds_if_both_agreed_or_one_alone_was_asked(place: Place, there: str, here: str, holds: str) -> None:
    """The ledger of consents is only added to; a no that wins is written again, with its channel."""
    for channel, said in ((TG, there), (MX, here)):
        place.says(channel, "bonjour")
        if said:
            place.says(channel, "garder")
            place.says(channel, choice=f"privacy/keep:{'oui' if said == 'garder' else 'non'}")
    with place.database.read() as connection:
        before = connection.execute(select(consents.c.id, consents.c.granted, consents.c.wording)).all()
    place.link()
    with place.database.read() as connection:
        rows = connection.execute(select(consents).order_by(consents.c.id)).all()
        (person,) = connection.execute(select(people.c.id)).scalars()
    assert [(row.id, row.granted, row.wording) for row in rows[: len(before)]] == [tuple(row) for row in before]
    assert {row.person for row in rows} <= {person}
    assert ("yes" if rows[-1].granted else "no") == holds if rows else holds == ""
    differ = bool(there and here and there != here)
    assert [(row.channel, row.granted) for row in rows[len(before) :]] == ([(MX, False)] if differ else [])


@pytest.mark.parametrize("where", [TG, MX])
def test_apart_again_everything_stays_with_the_first_and_the_second_is_new(place: Place, where: str) -> None:
    """Wherever it was asked, and whichever the bot heard first."""
    place.says(MX, "bonjour")
    begun(place)
    asked = place.step(TG)
    place.link()
    rows = place.says(where, "délier")
    assert {row.address.channel for row in rows} == {TG, MX}
    assert "Tout reste sur Telegram" in rows[0].reply.text
    assert [row.address.channel for row in rows if row.reply.choices] == [TG] * (where == TG)
    assert (place.step(TG), place.step(MX)) == (asked, None)
    assert "Je suis un programme" in place.hears(MX, "bonjour")
    assert (place.step(TG), place.count("people")) == (asked, [2])
    assert "Aucune autre messagerie" in place.hears(where, "délier")


def test_apart_again_what_was_owed_goes_to_the_first_and_nothing_names_the_second(place: Place) -> None:
    """Its address goes as soon as the last word has left."""
    place.link()
    rows = place.says(MX, "délier")
    with place.database.read() as connection:
        (there,) = connection.execute(select(addresses).where(addresses.c.channel == MX)).all()
        owed = connection.execute(select(ledger.c.key, ledger.c.person).where(ledger.c.address == there.id)).all()
    assert there.person is None
    assert {row.person for row in owed} == {None}
    # What had not left yet still does: the answers to the link and to the parting.
    assert {row.key for row in rows if row.address.channel == MX} < {row.key for row in owed}
    place.sweep()
    assert place.count("addresses") == [2]
    with place.database.write() as connection:
        keys = connection.execute(select(ledger.c.key)).scalars().all()
        outbox.mark(connection, [Mark(key, "sent", NOON) for key in keys])
    place.sweep()
    with place.database.read() as connection:
        assert connection.execute(select(addresses.c.channel)).scalars().all() == [TG]


def test_a_reminder_of_the_conversation_that_is_erased_does_not_leave(place: Place) -> None:
    """Any other message that waited does, for the person that they are now."""
    begun(place, MX)
    with place.database.write() as connection:
        there = connection.execute(select(addresses.c.id, addresses.c.person)).one()
        for key in (f"nudge/{there.person}/2", f"broadcast/1/{there.person}"):
            row = OutboxRow(key, "reminder", Address(MX, "u1"), Reply(key), NOON)
            outbox.insert(connection, [row], person=there.person, address=there.id, state="queued")
    place.link()
    with place.database.read() as connection:
        (person,) = connection.execute(select(people.c.id)).scalars()
        waited = select(ledger.c.state, ledger.c.person).where(ledger.c.kind == "reminder").order_by(ledger.c.id)
        assert [tuple(row) for row in connection.execute(waited)] == [("cancelled", person), ("queued", person)]


@pytest.mark.parametrize("holder", [TG, MX])
def test_a_link_decided_without_its_yes_is_refused_whole(place: Place, holder: str) -> None:
    """Whatever a dialogue would decide one day: deny by default."""
    place.says(holder, place.invite())
    place.code()
    place.says(MX, "bonjour")
    with place.database.read() as connection:
        found = {row.channel: row for row in connection.execute(select(addresses)).all()}
    here = Address(MX, "u1"), found[MX].id, found[MX].person
    with pytest.raises(LinkRefusedError), place.database.write() as connection:
        apply(connection, Context(*here, "m9", place.now, str, "UTC"), Link(found[TG].person))
    assert place.count("people") == [2]


def test_to_be_forgotten_takes_both_addresses(place: Place) -> None:
    """« oublier » on one is enough."""
    place.link()
    place.says(MX, "oublier")
    place.says(MX, "oui, tout effacer")
    assert place.count("people", "conversations", "links") == [0, 0, 0]
    with place.database.read() as connection:
        assert set(connection.execute(select(addresses.c.person)).scalars()) == {None}
    assert "Je suis un programme" in place.hears(TG, "bonjour")


def test_one_s_data_name_the_linked_messengers(place: Place) -> None:
    """And nothing is said of it before."""
    place.says(TG, "bonjour")
    assert "Telegram" not in place.hears(TG, "mes données")
    place.link()
    assert "Telegram, Matrix" in place.hears(MX, "mes données")


def test_a_repeated_message_links_and_parts_once(place: Place) -> None:
    """Telegram and Matrix bring it again after a crash."""
    code = place.code()
    place.says(MX, code)
    place.typed -= 1
    assert place.says(MX, code) == []
    place.says(MX, "délier")
    place.typed -= 1
    assert place.says(MX, "délier") == []
    assert place.count("people") == [1]


def test_a_code_asked_for_before_being_forgotten_is_worth_nothing(place: Place) -> None:
    """It went with the person."""
    code = place.code()
    place.says(TG, "oublier")
    place.says(TG, "oui, tout effacer")
    assert "pas valable" in place.hears(MX, code)


def test_a_third_messenger_joins_the_two(place: Place) -> None:
    """All three are one person, and part from the first together."""
    place.link()
    place.says("terminal", place.code(MX))
    assert place.count("people", "addresses") == [1, 3]
    rows = place.says("terminal", "délier")
    assert sorted(row.address.channel for row in rows) == [MX, TG, "terminal"]
    assert place.count("people") == [1]


def test_the_code_is_easy_to_copy(place: Place) -> None:
    """Alone on its line, and read in lower case."""
    text = place.hears(TG, "autre messagerie").splitlines()
    code = code_of("\n".join(text))
    assert code in text
    assert CODE.fullmatch(code)
    assert "relié" in place.hears(MX, code.lower())
