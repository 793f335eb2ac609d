"""A commune is found the way people write it, and never guessed."""

from __future__ import annotations

import pytest

from bot.packs import content
from handlers.places import Found, PlaceIndex, Several, fold, slug, within
from tests.handlers.packs import NAMES, guide

DEFAULT = "lille"
LONG = 20
IS_DEFAULT_THERE = (content() / DEFAULT).is_dir()


def index(name: str = DEFAULT) -> PlaceIndex:
    """The places of a pack."""
    return guide(name).places


def slug_of(text: str, name: str = DEFAULT) -> str | None:
    """The commune found, if exactly one is."""
    found = index(name).find(text)
    return found.slug if isinstance(found, Found) else None


@pytest.mark.parametrize("name", NAMES)
def test_every_commune_is_found_by_its_name_without_accents_hyphens_or_capitals(name: str) -> None:
    for commune in guide(name).pack.places.communes:
        for written in (
            commune.name,
            commune.name.upper(),
            slug(commune.name).replace("-", " "),
            f"{commune.name} (59)",
        ):
            assert slug_of(written, name) == slug(commune.name), written


@pytest.mark.parametrize("name", NAMES)
def test_every_other_name_and_neighbourhood_leads_to_its_commune(name: str) -> None:
    for commune in guide(name).pack.places.communes:
        for written in (*commune.also, *commune.neighbourhoods):
            found = index(name).find(written)
            candidates = found.candidates if isinstance(found, Several) else (found,)
            assert slug(commune.name) in [one.slug for one in candidates if one], written


@pytest.mark.row("I46")
@pytest.mark.parametrize("name", NAMES)
def test_elsewhere_is_found_by_its_button_and_its_words(name: str) -> None:
    for other in guide(name).pack.places.elsewhere:
        for written in (other.label, *other.says):
            assert slug_of(written, name) == other.id


@pytest.mark.row("I46")
@pytest.mark.parametrize("name", NAMES)
def test_a_slip_in_the_name_of_an_outside_never_leads_to_another(name: str) -> None:
    """« Ailleurs en Hauts-e-France » is not « Ailleurs »: it is understood, or asked again."""
    for other in guide(name).pack.places.elsewhere:
        for way in (other.label, *other.says):
            slips = [way[:n] + way[n + 1 :] for n in range(len(way))]
            slips += [way[:n] + way[n + 1] + way[n] + way[n + 2 :] for n in range(len(way) - 1)]
            found = {slip: index(name).find(slip) for slip in slips if len(way) >= LONG}
            assert {slip: place for slip, place in found.items() if place and slug_of(slip, name) != other.id} == {}


@pytest.mark.row("I46")
@pytest.mark.parametrize(
    ("written", "commune"),
    [
        ("armen", "armentieres"),
        ("lannoy", "lannoy"),
        ("V2A", "villeneuve-d-ascq"),
        ("villeneuve dascq", "villeneuve-d-ascq"),
        ("Villeneuve d'ascq", "villeneuve-d-ascq"),
        ("Lille (59)", "lille"),
        ("villeneuve d'asq", "villeneuve-d-ascq"),
        ("st andre", "saint-andre-lez-lille"),
        ("Saint André les Lille", "saint-andre-lez-lille"),
        ("annoeullin", "annoeullin"),
        ("Marcq en Baroeul", "marcq-en-baroeul"),
        ("Lile", "lille"),
        ("59000 Lille", "lille"),
        ("j'habite à Fives", "lille"),
        ("Hellemmes, à Lille", "hellemmes"),
        ("nous sommes à La Madeleine", "la-madeleine"),
        ("roubaiks", "roubaix"),
    ],
)
def test_everyday_spellings_are_understood(written: str, commune: str) -> None:
    assert slug_of(written) == commune


@pytest.mark.row("I46")
@pytest.mark.parametrize("written", ["59350", "59000", "", "   ", "🙂", "xyzzyx", "?"])
def test_a_number_alone_or_nonsense_is_no_commune(written: str) -> None:
    assert index().find(written) is None


def test_a_neighbourhood_is_said_so_that_it_can_be_confirmed_and_is_not_kept() -> None:
    assert index().find("Lille-Sud") == Found("lille", "Lille", "Lille-Sud")
    assert index().find("Lille") == Found("lille", "Lille")


@pytest.mark.row("I46")
@pytest.mark.parametrize("written", ["sainghin", "baroeul", "Roubaix ou Tourcoing", "saint"])
def test_what_fits_several_is_asked_with_at_most_five_choices(written: str) -> None:
    found = index().find(written)
    assert isinstance(found, Several)
    assert 2 <= len(found.candidates) <= 5


def test_a_very_long_text_is_read_to_its_end() -> None:
    """How long that takes is not judged here: what grew with the square of its length would never end."""
    long = "une phrase sans commune " * 50_000
    assert index().find(long) == index().find("une phrase sans commune")
    assert not isinstance(index().find(long), Found)


@pytest.mark.parametrize(
    ("one", "other", "most", "near"),
    [
        ("lile", "lille", 1, True),
        ("lilel", "lille", 1, True),
        ("roubaix", "roubaix", 0, True),
        ("rubaks", "roubaix", 2, False),
        ("", "ab", 1, False),
    ],
)
def test_a_letter_added_dropped_changed_or_swapped_is_one_error(one: str, other: str, most: int, near: bool) -> None:
    assert within(one, other, most) is near


def test_small_words_never_matter() -> None:
    assert fold("Lys-lez-Lannoy") == fold("LYS LES LANNOY") == "lys lannoy"
    assert slug("Villeneuve-d'Ascq") == "villeneuve-d-ascq"
