"""A sentence by its name: in the language of the person, else in the first of the pack."""

from __future__ import annotations

import ast

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from handlers.guide import Guide
from handlers.wording import Wording
from tests.conversation import Talk, guide
from tests.handlers.packs import NAMES
from tests.house.source import called, modules

PACK = guide("lille").pack


def with_texts(**texts: str) -> Wording:
    """The wording of the pack with only these Fluent sentences."""
    return Wording(PACK.model_copy(update={"texts": texts}))


def test_a_missing_translation_is_said_in_the_first_language() -> None:
    wording = with_texts(fr="menu = Que faire ?", en="")
    assert wording.say("en", "menu") == "Que faire ?"
    assert wording.say("en", "question-etape") == PACK.orientation.questions[0].ask


def test_an_unknown_language_is_said_in_the_first_one() -> None:
    assert with_texts(fr="menu = Que faire ?").say("xx", "menu") == "Que faire ?"


def test_a_translation_of_an_inline_sentence_is_used() -> None:
    wording = with_texts(fr="", en="question-etape = Where are you?")
    assert wording.say("en", "question-etape") == "Where are you?"
    assert wording.say("fr", "question-etape") == PACK.orientation.questions[0].ask


def test_the_pack_overrides_a_common_sentence_by_its_name() -> None:
    assert "à Lille" in guide("lille").wording.say("fr", "welcome", hours=24)
    assert "Sablegrand" in guide("exemple").wording.say("fr", "welcome", hours=24)


def test_a_label_is_understood_in_every_language_whatever_the_one_spoken() -> None:
    for said in ("I am preparing to start", "Je prépare la création"):
        for hint in ("fr", "en"):
            talk = Talk(guide("lille"), hint=hint)
            talk.say("/start")
            talk.say(said)
            assert talk.answers() == {"etape": "creation"}


def test_a_sentence_is_never_empty_even_with_a_variable_that_is_not_given() -> None:
    assert with_texts(fr="said = { $name } est là.").say("fr", "said").endswith(" est là.")
    assert with_texts(fr="").say("fr", "no-such-name") == "no-such-name"


@pytest.mark.parametrize(
    "written",
    [
        "{ $name }",
        "{ $name } : { $other }",
        "avant { $name } et { $other }, puis { $name }",
        "sans mot de personne",
        'avec { "{" } et { $name }',
        "{ $name ->\n    [A] un\n   *[other] deux { $other }\n }",
        "{ NUMBER($number) } { $name }",
        "{ $number } et { $name }",
        "{ menu } { $name }",
        "{ $absent } { $name }",
    ],
)
def test_a_sentence_is_what_fluent_makes_of_it(written: str) -> None:
    """Most are put together without it, because that is quicker, for nothing else."""
    source = f"menu = Menu\nsaid = {written}"
    bundle = FluentBundle(["fr"], use_isolating=False)
    bundle.add_resource(FluentParser().parse(source))
    pattern = bundle.get_message("said").value
    assert pattern is not None
    for values in ({"name": "A", "other": "{ $x }"}, {"name": "B", "other": "", "number": 12345}):
        made, _ = bundle.format_pattern(pattern, values)
        assert with_texts(fr=source).say("fr", "said", **values) == made


def test_a_value_is_shown_as_it_is() -> None:
    said = with_texts(fr="said = Noté : { $name }.").say("fr", "said", name="<b>{ $x } & *a*</b>")
    assert said == "Noté : <b>{ $x } & *a*</b>."


def said_by_name() -> set[str]:
    """Every sentence that the code under handlers/ says by a name written in full."""
    calls = [call for module in modules("handlers") for call in called(module.tree) if call[1] in ("say", "choice")]
    written = [argument for call, _ in calls for argument in call.args]
    return {
        one.value
        for one in written
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and "-" in one.value
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_that_the_code_names_exists(name: str) -> None:
    """A name would reach someone instead of a sentence."""
    names = said_by_name()
    assert len(names) > 80
    wording = guide(name).wording
    # The words of the summary are named without what begins all their names.
    known = {one for one in names if wording.has(one) or wording.has(f"summary-{one}")}
    assert {one for one in names - known if not one.startswith("check-")} == set()


def test_what_a_list_of_words_says_is_cut_at_its_bars() -> None:
    wording = with_texts(fr="words-x = a | b | a |", en="words-x = c")
    assert wording.parts("words-x") == ("a", "b", "c")
    assert wording.parts("words-x", "en") == ("c",)
    assert wording.parts("words-y") == ()


def test_the_language_of_the_client_is_followed_if_the_pack_has_it() -> None:
    for hint, first in {
        "en": "Hello",
        "en-GB": "Hello",
        "EN": "Hello",
        "de": "Bonjour",
        None: "Bonjour",
        "": "Bonjour",
    }.items():
        assert Talk(guide("lille"), hint=hint).say("/start")[0].text.startswith(first), hint


@pytest.mark.row("I41")
def test_the_language_chosen_wins_over_that_of_the_client() -> None:
    talk = Talk(guide("lille"), hint="en")
    talk.say("/start")
    talk.say("language français")
    assert "Où en êtes-vous" in talk.say("start")[-1].text


def test_a_pack_of_one_language_offers_only_that_one() -> None:
    heard = Talk(Guide(guide("exemple").pack)).say("langue")
    assert [choice.id for choice in heard[-1].choices] == ["language/choose:fr"]
