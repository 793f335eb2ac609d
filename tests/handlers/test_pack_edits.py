"""A correction of a card becomes an edit of the pack's own file: that text alone changes, the comments stay."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import packs
from handlers import facts
from handlers.desk import Confirmed
from handlers.load import load
from handlers.messages import LONGEST_CHOICE, clean
from handlers.pack import Pack
from handlers.pack_edits import Edit, EditImpossible, confirmations, edited, line_of, place_of
from handlers.source import read
from tests.handlers.packs import guide

PACKS = ["lille", "exemple"]
READ = datetime(2026, 12, 24, 23, 30, tzinfo=UTC)


def parts(pack: Pack) -> list[facts.Part]:
    """Every sentence of every card that a network answers for."""
    names = [name for network in pack.territory.networks for name in facts.cards_of(pack, network.id)]
    cards = [(name, facts.card_named(pack, name)) for name in names]
    return [part for name, card in cards if card for part in facts.parts_of(name, card)]


@pytest.mark.parametrize("name", PACKS)
def test_every_sentence_of_every_card_is_found_in_its_file(name: str) -> None:
    """By the name that its button carries, which is short enough whatever the card."""
    pack, (files, _) = guide(name).pack, packs.texts(packs.content() / name)
    found = parts(pack)
    sheets = {file: read(file, files[file]) for file in ("schemes.yaml", "places.yaml")}
    assert len(found) > 10
    for part in found:
        place = place_of(files, part.name)
        assert place is not None
        assert sheets[place[0]].at(place[1]) == part.text
        assert files[place[0]].splitlines()[line_of(files, *place)[0] - 1].count(part.text[:10]) >= 1
        assert facts.part_named(pack, part.name) == part
        assert len(f"desk/fix:{part.name}".encode()) <= LONGEST_CHOICE
    assert len({part.name for part in found}) == len(found)


def test_the_longest_name_of_a_card_fits_in_a_button() -> None:
    """An identifier has forty letters at most, a card some steps."""
    longest = facts.Part(f"s.{'x' * 40}", 0, "conditions", "")
    for field in ("gives", "for_whom", "conditions", "say", "with_others"):
        assert len(f"desk/fix:{facts.Part(longest.card, 0, field, '').name}".encode()) <= LONGEST_CHOICE
    assert len(f"desk/fix:{facts.Part(longest.card, 99, 'address', '').name}".encode()) <= LONGEST_CHOICE
    assert len(f"desk/exact:{longest.card}.all.abcdef".encode()) <= LONGEST_CHOICE


@pytest.mark.parametrize("name", ["s.", "s.nobody.0.say", "x.cites_lab.0.say", "", "s.cites_lab.0.name", "s.cites_lab"])
def test_a_sentence_that_is_nowhere_is_not_found(name: str) -> None:
    """A forged button names nothing, and no other field than those offered."""
    assert facts.part_named(guide("lille").pack, name) is None


LETTERS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=120).map(clean).filter(bool)
NASTY = st.sampled_from(
    [
        '"',
        "\\",
        "'",
        ": - #",
        "{a: b}",
        "- x",
        "no",
        "2026-11-01",
        "« »",
        '=HYPERLINK("a")',
        "<b>",
        "à\u2028b",
        "%",
        "|",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_edit_changes_one_text_and_nothing_else(data: st.DataObject) -> None:
    """Whatever the sentence is made of: the rest of the file stays, byte for byte."""
    files, _ = packs.texts(packs.content() / "exemple")
    part = data.draw(st.sampled_from(parts(guide("exemple").pack)))
    text = " ".join(data.draw(LETTERS | NASTY).split())
    place = place_of(files, part.name)
    assert place is not None
    file, path = place
    changed = edited(files, (Edit(file, path, text),))
    assert read(file, changed[file]).at(path) == text
    before, after = files[file].splitlines(), changed[file].splitlines()
    # A sentence holds no line end of its own, so that lines keep their number.
    number = line_of(files, file, path)[0] - 1
    assert before[:number] == after[:number]
    assert before[number + 1 :] == after[number + 1 :]
    assert {name: text for name, text in changed.items() if name != file} == {
        name: text for name, text in files.items() if name != file
    }


BLOCKS = ["|\n    Une phrase\n    en deux lignes.\n", ">-\n    Une phrase\n    pliée.\n", "Une phrase\n"]


@pytest.mark.parametrize("style", BLOCKS)
def test_a_sentence_written_in_several_lines_is_replaced_whole(style: str) -> None:
    """Blocks, folded or not, and bare text; the next key stays on its line."""
    files = {"schemes.yaml": f"- id: a  # une note\n  gives: {style}  say: Bonjour\n"}
    changed = edited(files, (Edit("schemes.yaml", (0, "gives"), "Autre."),))["schemes.yaml"]
    assert read("schemes.yaml", changed).value == [{"id": "a", "gives": "Autre.", "say": "Bonjour"}]
    assert "# une note" in changed


def test_an_edit_of_what_is_no_text_is_refused() -> None:
    """A list, or a key that is not there."""
    files = {"schemes.yaml": "- id: a\n  also: [b]\n"}
    for path in ((0, "also"), (0, "gives"), (3, "id")):
        with pytest.raises(EditImpossible):
            edited(files, (Edit("schemes.yaml", path, "Autre."),))


@pytest.mark.parametrize("name", PACKS)
def test_facts_that_were_confirmed_take_their_dates_into_the_pack(name: str) -> None:
    """Only while the sentence is the one that was read; afterwards the pack says it itself."""
    pack, (files, common) = guide(name).pack, packs.texts(packs.content() / name)
    card = next(facts.cards_of(pack, pack.territory.networks[0].id))
    scheme = facts.card_named(pack, card)
    assert scheme is not None
    every = enumerate(facts.facts_of(scheme))
    known = {facts.fact_name(card, number): Confirmed(facts.digest(fact), READ) for number, fact in every}
    other = {fact: Confirmed("0" * 16, READ) for fact in known}
    edits = tuple(confirmations(pack, files, known, "Indian/Reunion"))
    assert not tuple(confirmations(pack, files, other, "Indian/Reunion"))
    changed = load(edited(files, edits), common)
    now = facts.card_named(changed, card)
    assert now is not None
    assert {fact.verified_on for fact in facts.facts_of(now)} == {date(2026, 12, 25)}
    assert all(fact.confirmed for fact in facts.facts_of(now))
    kept = [fact.review_by - fact.verified_on for fact in facts.facts_of(scheme)]
    assert [fact.review_by - fact.verified_on for fact in facts.facts_of(now)] == kept
    assert not tuple(confirmations(changed, edited(files, edits), known, "Indian/Reunion"))


def test_a_confirmation_older_than_the_pack_changes_nothing() -> None:
    """The pack was read again since."""
    (fact,) = (each for each in guide("exemple").pack.places.resources if each.id == "halle")
    old = Confirmed(facts.digest(fact), datetime(2026, 10, 1, tzinfo=UTC))
    assert facts.renewed(fact, old, "Indian/Reunion") == fact
