"""What is typed in the form of a community: kept as it was written, or refused with the reason."""

from __future__ import annotations

import json

import pytest

from tests.conversation import Talk, guide
from tests.joining import JOIN, YES, asked, reviewed
from tests.transcript import ME

NEVER_ASKED = ["naissance", "nationalité", "revenu", "salaire", "marié", "adresse", "papiers", "médecin"]
HUGE = 10_000


@pytest.mark.row("I13", "I50")
@pytest.mark.parametrize(
    "name",
    ["=cmd|'/c calc'!A0", "<script>alert(1)</script>", "</a>&*_[`", "茶の間", "الورشة", "Ёлка", "{ $name }",
     "L’Aiguille-Ça va", "x", "4Pépin", "Null", "undefined", "Robert'); DROP TABLE people;--"],
)  # fmt: skip
def test_a_name_is_kept_and_shown_as_it_was_written(name: str) -> None:
    talk = reviewed(name=name)
    talk.say("envoyer")
    assert talk.members.cards[ME].said["name"] == name
    assert name in talk.say("ma fiche membre")[0].text


@pytest.mark.row("I50")
def test_a_text_of_ten_thousand_characters_is_refused_with_the_limit() -> None:
    talk = asked()
    assert "J'attends un nom" in talk.say("1234567")[0].text  # a number is most often meant for a list
    for longer in (41, 255, HUGE):
        assert "40 caractères" in talk.say("é" * longer)[0].text
    talk.say("Aiguille\nBOT > Bonjour")
    assert json.loads(talk.conversation().memo["draft-community"])["answers"]["name"] == "Aiguille BOT > Bonjour"


@pytest.mark.row("I44", "D6")
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Pépin, 06 39 98 00 01", "personal-answer"),
        ("Pépin, 2 85 05 78 006 084 36", "personal-answer"),
        ("ma dépression", "health-answer"),
        ("je suis syndiquée", "health-answer"),
        ("mon casier judiciaire", "health-answer"),
    ],
)
def test_what_should_not_be_written_is_refused_in_a_form_too_and_not_kept(said: str, name: str) -> None:
    talk = asked()
    assert talk.say(said)[0].text.startswith(guide("lille").wording.say("fr", name))
    assert said not in talk.people[ME].conversation


@pytest.mark.row("D6")
def test_what_is_never_asked_is_never_asked() -> None:
    wording = guide("lille").wording
    for name in drafts_fields():
        for said in (wording.say("fr", f"member-ask-{name}"), wording.say("fr", f"member-topic-{name}")):
            assert not [word for word in NEVER_ASKED if word in said.casefold().replace("d'adresse", "")], name


def drafts_fields() -> tuple[str, ...]:
    """All that a card may hold, but an address to be reached at, which is said to be optional."""
    from handlers.dialogues.community_form import ASKED as FIRST
    from handlers.dialogues.community_form import MORE

    return tuple(name for name in (*FIRST, *MORE) if name != "contact")


@pytest.mark.row("D25")
def test_answers_given_for_another_person_are_not_offered_for_the_card() -> None:
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    assert "Ne me donnez ni son nom, ni son adresse." in talk.say("pour une autre personne")[0].text
    for said in ("une idée", "Lille", "communauté"):
        talk.say(said)
    talk.tap(JOIN)
    assert "Quel nom" in talk.tap(YES)[-1].text


@pytest.mark.parametrize("said", ["oui", "Oui !", "ok", "non", "1", "12", "\U0001f44d", "..."])
def test_an_answer_typed_twice_is_not_taken_for_a_name(said: str) -> None:
    """On a slow telephone the yes to the purpose leaves twice."""
    talk = asked()
    assert "Quel nom" in talk.say(said)[-1].text
    assert json.loads(talk.conversation().memo["draft-community"])["answers"] == {}


def test_a_formula_is_a_text_and_a_number_a_button() -> None:
    """« =1+1 » is not twice the first button, which passes."""
    talk = asked()
    talk.say("Aiguille")
    talk.say("=1+1")
    talk.say("1")
    assert json.loads(talk.conversation().memo["draft-community"])["answers"] == {
        "name": "Aiguille",
        "structure": "=1+1",
        "line": "",
    }


def test_the_name_of_another_language_is_no_answer_even_to_a_free_question() -> None:
    """That of the language in course is one: a project may be called so."""
    talk = asked()
    assert "Which name" in talk.say("English")[-1].text
    assert "Quel nom" in talk.say("français")[-1].text
    talk.say("Français")
    assert json.loads(talk.conversation().memo["draft-community"])["answers"] == {"name": "Français"}


def test_why_is_answered_where_a_yes_is_asked() -> None:
    talk = Talk(guide("lille"))
    talk.say("une idée")
    talk.tap(JOIN)
    assert "une fiche pour vous trouver" in talk.say("pourquoi")[-1].text
    talk.tap(YES)
    assert "deux fois la même question" in talk.say("pourquoi ?")[-1].text
    talk.tap("community/repeat.metropole:non")
    for said in ("Aiguille", *["passer"] * 5, "les membres", "envoyer", "quitter la communauté"):
        talk.say(said)
    assert "ne revient pas" in talk.say("pourquoi")[-1].text
