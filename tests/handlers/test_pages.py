"""Pages, self-checks, words and places: read at any moment, kept nowhere, and the question is still there."""

from __future__ import annotations

import pytest

from handlers.pack import Page
from handlers.understand import key
from tests.conversation import Talk, guide
from tests.handlers.packs import NAMES
from tests.walking import question


def in_course(name: str) -> Talk:
    """A person at the second question."""
    talk = Talk(guide(name))
    talk.say("bonjour")
    talk.say("1")
    return talk


PAGES = [(name, page) for name in NAMES for page in guide(name).pack.pages]
CHECKS = [(name, page) for name, page in PAGES if page.items]


@pytest.mark.parametrize(("name", "page"), PAGES, ids=[page.id for _, page in PAGES])
def test_a_page_opens_by_its_title_its_words_and_its_button(name: str, page: Page) -> None:
    expected = in_course(name).tap(f"pages/open:{page.id}")[0].text
    assert page.intro in expected
    for words in (page.title, *page.words):
        assert in_course(name).say(words)[0].text == expected


@pytest.mark.parametrize(("name", "page"), PAGES, ids=[page.id for _, page in PAGES])
def test_every_section_of_a_page_is_read_with_its_source_and_the_question_stays(name: str, page: Page) -> None:
    for section in page.sections:
        talk = in_course(name)
        before = talk.conversation()
        heard = talk.tap(f"pages/section:{page.id}.{section.id}")
        assert section.text in heard[0].text
        assert "Source" in heard[0].text
        assert talk.conversation().step == before.step
        assert question(talk) is not None


@pytest.mark.parametrize(("name", "page"), CHECKS, ids=[page.id for _, page in CHECKS])
def test_a_self_check_keeps_no_answer_and_gives_no_verdict(name: str, page: Page) -> None:
    talk = in_course(name)
    before = talk.conversation()
    heard = talk.tap(f"pages/open:{page.id}")
    for _ in page.items:
        heard = talk.say(page.answers[0].label)
        kept = talk.conversation()
        assert kept.answers == before.answers
        assert page.answers[0].value not in kept.memo.values()
    assert page.closing is not None
    assert any(page.closing in each.text for each in heard)
    assert (talk.conversation().dialogue, talk.conversation().step) == (before.dialogue, before.step)
    assert {"item", "clear", "back", "away"}.isdisjoint(talk.conversation().memo)


@pytest.mark.parametrize(("name", "page"), CHECKS, ids=[page.id for _, page in CHECKS])
def test_a_concern_is_told_only_when_every_answer_calls_for_it(name: str, page: Page) -> None:
    assert page.concern is not None
    for spared in (None, *page.concern.answers):
        talk = Talk(guide(name))
        heard = talk.tap(f"pages/open:{page.id}")
        for item in page.items:
            expected = page.concern.answers.get(item.id, page.answers[0].value)
            other = next(answer.value for answer in page.answers if answer.value != expected)
            heard = talk.tap(f"pages/{page.id}.{item.id}:{other if item.id == spared else expected}")
        assert any(page.concern.says in each.text for each in heard) == (spared is None)


@pytest.mark.parametrize("way_out", ["arrêter", "recommencer", "stop", "oublier"])
def test_a_self_check_can_be_left(way_out: str) -> None:
    talk = in_course("lille")
    talk.say("4p")
    talk.say("oui")
    talk.say(way_out)
    assert talk.conversation().dialogue != "pages"


def test_a_self_check_has_its_own_back_skip_and_why() -> None:
    talk = Talk(guide("lille"))
    talk.say("4p")
    assert "2 sur 8" in talk.say("oui")[-1].text
    assert "1 sur 8" in talk.say("retour")[-1].text
    assert "2 sur 8" in talk.say("passer")[-1].text
    assert guide().wording.say("fr", "page-item-why") in talk.say("pourquoi")[0].text
    assert talk.conversation().dialogue == "pages"


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_glossary_is_found_by_its_names_without_accents_and_with_an_error(name: str) -> None:
    for term in guide(name).pack.glossary:
        for said in (term.term.partition("(")[0].strip(), *term.also):
            for written in (f"mot {said}", f"MOT {key(said)}", f"c'est quoi un {said} ?"):
                assert term.text in in_course(name).say(written)[0].text, written


def test_a_word_written_with_an_error_is_found_or_offered() -> None:
    for written in ("mot scicc", "mot coperative", "mot utilité social"):
        heard = in_course("lille").say(written)[0]
        assert "Source" in heard.text or heard.choices, written


@pytest.mark.parametrize("name", NAMES)
def test_every_place_is_reached_by_its_need_its_commune_and_its_button(name: str) -> None:
    places = guide(name).pack.places
    for place in places.resources:
        shown = in_course(name).tap(f"places/place:{place.id}")[0].text
        assert place.address in shown
        assert place.text in shown
        assert "Source" in shown
        assert any(place.name in each.text for each in in_course(name).say(f"lieux à {place.commune}"))
    for need in places.needs:
        assert in_course(name).say(f"lieux {need.label}") == in_course(name).tap(f"places/need:{need.id}")


@pytest.mark.parametrize("name", NAMES)
def test_every_card_says_what_to_do_what_to_say_and_where_it_comes_from(name: str) -> None:
    for scheme in guide(name).pack.schemes:
        card = in_course(name).tap(f"orientation/scheme:{scheme.id}")[0].text
        for part in (scheme.gives, scheme.for_whom, scheme.say, *(step.text for step in scheme.next_steps)):
            assert part in card
        assert guide(name).pack.territory.sources[scheme.source[0]].title in card
