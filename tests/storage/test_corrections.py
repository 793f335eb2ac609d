"""A correction of a sentence at rest: proposed, accepted or refused, and nothing read changes meanwhile."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from sqlalchemy import func, select

from bot import packs
from handlers import facts
from handlers.guide import Guide
from handlers.load import load
from handlers.pack_edits import Edit, edited, place_of
from storage.joining import join
from storage.tables import addresses, confirmations, corrections
from tests.desks import NEW, SENTENCE, Desk, proposed


def test_a_fact_that_is_right_has_a_new_date_and_no_mark(desk: Desk) -> None:
    """For everybody, from the next message on; as long again as the pack gave it."""
    desk.gives("b", "animator", "cercle")
    desk.does("u", "bonjour")
    before = desk.taps("u", "orientation/scheme:cercle_mains")
    desk.now += timedelta(days=3)
    desk.taps("b", desk.read_of("b"))
    after = desk.taps("u", "orientation/scheme:cercle_mains")
    assert "(à vérifier)" in before
    assert "(à vérifier)" not in after
    assert "Relu le 4 décembre 2026" in after
    scheme = desk.told.pack.scheme_by_id["cercle_mains"]
    desk.now += scheme.review_by - scheme.verified_on
    assert "(à vérifier)" not in desk.taps("u", "orientation/scheme:cercle_mains")
    desk.now += timedelta(days=1)
    assert "(à vérifier)" in desk.taps("u", "orientation/scheme:cercle_mains")


def test_a_sentence_that_changed_since_is_no_longer_confirmed(desk: Desk) -> None:
    """Another sentence is another fact; the button of the old card confirms nothing either."""
    desk.gives("b", "animator", "cercle")
    read = desk.read_of("b")
    desk.taps("b", read)
    assert "(à vérifier)" not in desk.taps("b", "orientation/scheme:cercle_mains")
    desk.told = changed()
    assert "(à vérifier)" in desk.taps("b", "orientation/scheme:cercle_mains")
    assert "a changé" in desk.taps("b", read)
    assert len(desk.rows("confirmations")) == len(facts.facts_of(desk.told.pack.scheme_by_id["cercle_mains"]))


@cache
def changed() -> Guide:
    """The same pack, with another sentence on one card."""
    files, common = packs.texts(packs.content() / "exemple")
    place = place_of(files, "s.cercle_mains.0.gives")
    assert place is not None
    return Guide(load(edited(files, (Edit(*place, "Autre chose."),)), common))


def test_nothing_that_people_read_changes_before_or_after_an_acceptance(desk: Desk) -> None:
    """Only the pack changes what is shown."""
    proposed(desk)
    before = desk.taps("u", "orientation/scheme:cercle_mains")
    told = dict(desk.does("a", choice="corrections/accept:1"))
    assert "acceptée" in told["b"]
    assert desk.taps("u", "orientation/scheme:cercle_mains") == before
    (row,) = desk.rows("corrections")
    assert (row.state, row.person, row.after, row.asked_by, row.settled_by) == ("accepted", None, NEW, 2, 1)


def test_a_correction_is_answered_once(desk: Desk) -> None:
    """By the first of two administrators; the second is told."""
    proposed(desk)
    desk.gives("c", "admin")
    desk.taps("c", "corrections/refuse:1")
    desk.taps("a", "corrections/accept:1")
    said = [text for _, text in desk.does("c", "Trop long.")]
    assert "déjà sa réponse" in said[0]
    assert [row.state for row in desk.rows("corrections")] == ["accepted"]


def test_a_refusal_reaches_who_wrote_with_its_reason(desk: Desk) -> None:
    """Kept with the person, and gone with them."""
    proposed(desk)
    desk.taps("a", "corrections/refuse:1")
    told = dict(desk.does("a", "La phrase est trop courte."))
    assert "La phrase est trop courte." in told["b"]
    assert [row.state for row in desk.rows("corrections")] == ["refused"]
    forgets(desk, "b")
    assert desk.rows("corrections") == []


def test_a_new_sentence_replaces_the_one_that_waited(desk: Desk) -> None:
    """An administrator never answers for a sentence that its network took back."""
    proposed(desk)
    desk.taps("b", f"desk/fix:{SENTENCE}")
    desk.does("b", "Bonjour, une autre phrase.")
    desk.taps("b", "desk/review:send")
    assert [row.state for row in desk.rows("corrections")] == ["replaced", "waiting"]
    assert "déjà sa réponse" in desk.does("a", choice="corrections/accept:1")[0][1]


def forgets(desk: Desk, who: str) -> None:
    """« oublier », and the yes."""
    desk.does(who, "oublier")
    desk.taps(who, "privacy/forget:yes")


def test_whoever_is_forgotten_leaves_no_correction_but_those_that_are_the_packs(desk: Desk) -> None:
    """What waits goes with them; what was accepted stays, with a number that is nobody's."""
    proposed(desk)
    desk.taps("a", "corrections/accept:1")
    desk.taps("b", f"desk/fix:{SENTENCE}")
    desk.does("b", "Bonjour, une phrase qui attend.")
    desk.taps("b", "desk/review:send")
    forgets(desk, "b")
    assert [(row.state, row.after) for row in desk.rows("corrections")] == [("accepted", NEW)]


def test_who_links_two_messengers_keeps_their_corrections(desk: Desk) -> None:
    """They follow the person who stays."""
    proposed(desk)
    desk.does("d", "bonjour")
    with desk.database.write() as connection:
        people = {row.peer: row.person for row in connection.execute(select(addresses))}
        join(connection, people["d"], people["b"], "terminal", desk.now)
        assert connection.execute(select(corrections.c.person)).scalar_one() == people["d"]
        assert connection.execute(select(func.count()).select_from(confirmations)).scalar_one() == 0
