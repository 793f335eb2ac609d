"""Answers given for another person: labels say so wherever they are said, and both labels are understood."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from bot.packs import content, texts
from handlers.guide import Guide
from handlers.load import load
from handlers.pack import Question
from tests.conversation import Talk, guide
from tests.handlers.packs import NAMES
from tests.transcript import Heard
from tests.walking import by_buttons, question, sample, walk

MINE, THEIRS = "bonjour", "j'aide quelqu'un"
TOLD = ("arrêter", "start", "modifier", "préparer mon rendez-vous", "pourquoi")
TABLE = "orientation.yaml"


def labelled(name: str) -> Iterator[tuple[Question, str, str, str]]:
    """The answers with two labels: the question, the value, the label of oneself, the label of another."""
    for asked in guide(name).pack.orientation.questions:
        for answer in asked.answers:
            if answer.other:
                yield asked, answer.value, answer.label, answer.other


def in_english(name: str) -> str:
    """A label by its name, for those who speak English."""
    return guide("lille").wording.say("en", name)


@cache
def asked_of(name: str, fact: str, start: str, hint: str | None = None) -> Talk:
    """A person at the question `fact`."""
    answers = next(each for each in sample(name) if fact in each)
    talk = Talk(guide(name), hint=hint)
    talk.say(start)
    while (asked := question(talk)) is not None and asked.fact != fact:
        by_buttons(talk, asked.fact, answers[asked.fact])
    assert asked is not None
    return talk


def after(talk: Talk, said: str) -> Talk:
    """Another person at the same point, who then types this."""
    other = Talk(talk.guide, hint=talk.hint)
    other.people = {who: type(memory)(**vars(memory)) for who, memory in talk.people.items()}
    other.say(said)
    return other


def all_of(heard: list[Heard]) -> str:
    """Everything that can be read, buttons included."""
    return "\n".join(line for each in heard for line in (each.text, *(choice.label for choice in each.choices)))


def test_some_answers_of_each_pack_have_two_labels() -> None:
    assert {name: len(list(labelled(name))) >= 5 for name in NAMES} == dict.fromkeys(NAMES, True)


@pytest.mark.parametrize("start", [MINE, THEIRS])
@pytest.mark.parametrize("name", NAMES)
def test_either_label_typed_is_the_answer_whoever_it_is_about(name: str, start: str) -> None:
    for asked, value, mine, theirs in labelled(name):
        for said in (mine, theirs, theirs.upper()):
            assert after(asked_of(name, asked.fact, start), said).answers().get(asked.fact) == value, said


@pytest.mark.parametrize("start", ["hello", "I am helping someone"])
def test_either_label_typed_in_another_language_is_the_answer_too(start: str) -> None:
    for asked, value, _, theirs in labelled("lille"):
        name = f"answer-{asked.fact}-{value}"
        for said in (in_english(name), in_english(f"{name}-other"), theirs):
            assert after(asked_of("lille", asked.fact, start, "en"), said).answers().get(asked.fact) == value, said


@pytest.mark.parametrize("name", NAMES)
def test_a_button_says_the_label_of_whoever_the_answers_are_about(name: str) -> None:
    for asked, value, mine, theirs in labelled(name):
        for start, label in ((MINE, mine), (THEIRS, theirs)):
            shown = {choice.id: choice.label for choice in asked_of(name, asked.fact, start).people["u1"].choices}
            assert shown[f"orientation/{asked.fact}:{value}"] == label


@pytest.mark.parametrize("name", NAMES)
def test_nothing_said_afterwards_takes_one_label_for_the_other(name: str) -> None:
    """Noted, summed up, modified, explained, prepared: each of them says the labels of whom they are about."""
    schemes = [scheme.name for scheme in guide(name).pack.schemes]
    seen = set[str]()
    for number, answers in enumerate(sample(name)[:24]):
        for start in (MINE, THEIRS):
            heard = (talk := Talk(guide(name))).say(start)
            while (asked := question(talk)) is not None:
                heard += by_buttons(talk, asked.fact, answers[asked.fact])
                heard += [each for said in ("arrêter", "start", "reprendre") for each in talk.say(said)]
            heard += [each for said in TOLD for each in talk.say(said)]
            heard += talk.say(f"pourquoi {schemes[number % len(schemes)]}")
            heard += [each for scheme in schemes[number % 3 :: 3] for each in talk.say(f"pourquoi pas {scheme}")]
            read = all_of(heard)
            for _, _, mine, theirs in labelled(name):
                assert (mine if start == THEIRS else theirs) not in read, (start, mine)
                seen |= {label for label in (mine, theirs) if label in read}
    assert seen == {label for _, _, *both in labelled(name) for label in both}


def test_the_message_prepared_for_another_person_says_so() -> None:
    answers = {"etape": "idee", "commune": "tourcoing", "qpv": "non", "but": "classique", "emplois": "1"}
    talk = Talk(guide("lille"))
    walk(talk, {**answers, "besoins": "tester"}, start=THEIRS)
    said = talk.say("préparer mon rendez-vous")[0].text
    for line in ("La situation de la personne :", ": La personne a une idée", ": Le sien", ": Vivre de son activité"):
        assert f"{line}\n" in said


def test_starting_again_is_for_oneself() -> None:
    talk = asked_of("lille", "etape", THEIRS)
    assert "La personne a une idée" in all_of(after(talk, "1").say("modifier"))
    assert "J’ai une idée" in all_of(after(talk, "1").say("recommencer"))


def changed(old: str, new: str, **files: str) -> Guide:
    """The pack of the example with its table changed, and other files."""
    kept, common = texts(content() / "exemple")
    assert old in kept[TABLE]
    return Guide(load(kept | {TABLE: kept[TABLE].replace(old, new, 1)} | files, common))


def test_a_language_without_the_second_label_says_the_first_one() -> None:
    """Better one's own words in one's own language than another language."""
    kept, _ = texts(content() / "exemple")
    spoken = kept["pack.yaml"].replace("languages: [fr]", "languages: [fr, en]")
    english = "answer-avancement-reve = I have a wish\n"
    files = {"pack.yaml": spoken, "texts.en.ftl": english}
    wording = changed("J’ai une envie", "J’ai une envie", **files).wording
    assert wording.label("en", "answer-avancement-reve", other=True) == "I have a wish"
    assert wording.label("en", "answer-avancement-chantier", other=True) == "La personne monte le projet"
    assert wording.label("fr", "answer-avancement-reve", other=True) == "La personne a une envie"
    assert wording.label("fr", "answer-avancement-ouvert", other=True) == "C’est lancé"


def test_not_knowing_has_one_button_even_if_it_is_called_otherwise_for_another_person() -> None:
    row = "      - {value: groupe,"
    pack = changed(row, f"      - {{value: nsp, label: Je ne sais pas, other: On ne sait pas, says: []}}\n{row}")
    for start, label in ((MINE, "Je ne sais pas"), (THEIRS, "On ne sait pas")):
        talk = Talk(pack)
        heard = [each for said in (start, "une envie", "sablegrand") for each in talk.say(said)]
        shown = {choice.id.rpartition(":")[2]: choice.label for choice in heard[-1].choices}
        assert shown["nsp"] == label
        assert "skip" not in shown
        assert after(talk, "je ne sais pas").answers()["equipe"] == "nsp"
