"""The notice says all that article 13 asks, from the settings of the code; a service of others is named once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.conversation import Conversation
from handlers.durations import Durations
from handlers.effects import Say
from handlers.engine import respond
from handlers.messages import Address, Inbound
from handlers.notice import Notice
from handlers.world import Person, World
from tests.conversation import START, Talk, drawn, guide
from tests.roles import Doors, RolesOf
from tests.transcript import ME

PARTS = ("who", "what", "given", "durations", "rights", "complain", "easy")
NAMED = Notice(
    controller="Métropole d'essai",
    contact="donnees@metropole.example",
    legal_basis="mission d'intérêt public (article 6.1.e)",
    dpo="dpo@metropole.example",
    processors=("Hébergeur Exemple, France: serveurs", "Copies Exemple, Belgique"),
    transfers="aucun envoi",
    addresses={"matrix": "@boussole:example.org"},
)
EVERY_ITEM = (
    "Métropole d'essai",
    "responsable du traitement",
    "donnees@metropole.example",
    "dpo@metropole.example",
    "article 6.1.e",
    "Nécessaire",
    "Facultatif",
    "trouver des appuis",
    "Hébergeur Exemple, France",
    "Copies Exemple, Belgique",
    "aucun envoi",
    "24 heures",
    "30 jours",
    "13 mois",
    "35 jours",
    "mes données",
    "modifier",
    "oublier",
    "stop",
    "opposer",
    "emporter",
    "CNIL",
    "Aucune décision n'est prise par un programme",
    "Je suis un programme",
)


def world(notice: Notice = NAMED, channel: str = "terminal", durations: Durations | None = None) -> World:
    """Where somebody asks."""
    person = Person(channel=channel)
    return World(guide(), START, person, RolesOf(Doors(), ME), drawn, durations or Durations(), notice=notice)


def said(here: World, text: str = "", choice: str | None = None, language: str = "fr") -> list[str]:
    """What is answered to somebody who was welcomed before."""
    conversation = Conversation(language=language, memo={"welcomed": "1"})
    inbound = Inbound(Address(here.person.channel, ME), "1", ME, text, choice, kind="choice" if choice else "text")
    turn = respond(conversation, inbound, here)
    return [effect.reply.text for effect in turn.effects if isinstance(effect, Say)]


def whole(here: World, language: str = "fr") -> str:
    """Every part of it."""
    parts = [said(here, choice=f"privacy/notice:{part}", language=language)[0] for part in PARTS]
    return "\n".join([*said(here, "confidentialité", language=language), *parts])


@pytest.mark.row("D1", "D21")
def test_every_item_of_the_law_is_there() -> None:
    """From the controller to the complaint: one word at least of each (D1)."""
    told = whole(world())
    assert [item for item in EVERY_ITEM if item not in told] == []


@pytest.mark.row("D1", "D6", "D23")
@pytest.mark.parametrize("channel", ["terminal", "telegram", "matrix"])
@pytest.mark.parametrize("text", ["bonjour", "/start", "j'ai une idée", "aide"])
def test_the_short_notice_comes_before_any_question(channel: str, text: str) -> None:
    """Whatever the first word is: who answers, how long, what not to write, where the rest is read."""
    inbound = Inbound(Address(channel, ME), "1", ME, text)
    turn = respond(Conversation(), inbound, world(channel=channel))
    first, *others = [effect.reply.text for effect in turn.effects if isinstance(effect, Say)]
    assert others
    assert "Question" not in first
    for words in ("Je suis un programme", "Métropole d'essai", "24 heures", "N'écrivez rien sur votre santé"):
        assert words in first
    assert "« confidentialité »" in first


@pytest.mark.row("D1")
@pytest.mark.parametrize("word", ["confidentialité", "/confidentialite", "!confidentialite", "/privacy", "RGPD"])
def test_the_whole_notice_is_one_word_away(word: str) -> None:
    assert said(world(), word) == said(world(), "confidentialité")
    assert "responsable du traitement" in whole(world())


def test_whoever_is_named_is_named_first() -> None:
    """In the first message, before any button."""
    assert "Métropole d'essai" in said(world(), "confidentialité")[0]
    assert "pas encore nommé" in whole(world(Notice()))


@pytest.mark.row("D2")
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("hours_without_yes", 7, "7 heures"),
        ("days_with_keep", 11, "11 jours"),
        ("months_of_silence", 5, "5 mois"),
        ("days_of_texts", 12, "12 jours"),
        ("days_of_backups", 13, "13 jours"),
    ],
)
def test_each_duration_is_the_one_of_the_settings(name: str, value: int, words: str) -> None:
    """Changed once, said everywhere; what erases reads the same value (tests/storage)."""
    durations = replace(Durations(), **{name: value})  # type: ignore[arg-type]  # whole numbers only
    assert words in whole(world(durations=durations))
    assert words not in whole(world())


@pytest.mark.row("D29")
def test_each_part_leads_to_every_other_and_to_the_data() -> None:
    """One tap; each message short enough for a small screen."""
    talk = Talk(guide())
    talk.say("bonjour")
    for part in PARTS:
        (heard, *_) = talk.tap(f"privacy/notice:{part}")
        ids = {choice.id for choice in heard.choices}
        assert ids == {f"privacy/notice:{other}" for other in PARTS if other != part} | {"privacy/data:show"}
        assert len(heard.text) < 700


@pytest.mark.row("D22")
def test_a_service_of_others_is_named_once_at_the_first_message() -> None:
    """Outside the European Union, readable there, and where the same help is found (D22)."""
    here = world(channel="telegram")
    inbound = Inbound(Address("telegram", ME), "1", ME, "bonjour")
    turn = respond(Conversation(), inbound, here)
    first = [effect.reply.text for effect in turn.effects if isinstance(effect, Say)]
    warning = here.guide.wording.say("fr", "welcome-telegram")
    assert (first[0].count(warning), "\n".join(first[1:]).count(warning)) == (1, 0)
    assert "@boussole:example.org" in first[0]
    again = respond(turn.conversation, replace(inbound, message_id="2", text="menu"), here)
    assert not any(warning in effect.reply.text for effect in again.effects if isinstance(effect, Say))
    for channel in ("terminal", "matrix"):
        other = respond(Conversation(), replace(inbound, address=Address(channel, ME)), world(channel=channel))
        assert not any(warning in effect.reply.text for effect in other.effects if isinstance(effect, Say))


@pytest.mark.parametrize("channel", ["terminal", "telegram", "matrix"])
def test_what_cannot_be_erased_from_here_is_said_of_each_messenger(channel: str) -> None:
    """And what copies keep, until when."""
    here = replace(world(), person=Person(is_new=False, channel=channel))
    conversation = Conversation("privacy", "forget", language="fr", memo={"welcomed": "1"})
    inbound = Inbound(Address(channel, ME), "1", ME, "oui")
    turn = respond(conversation, inbound, here)
    (text,) = [effect.reply.text for effect in turn.effects if isinstance(effect, Say)]
    where = {"terminal": "votre appareil", "telegram": "supprimez cette discussion", "matrix": "quittez ce salon"}
    assert where[channel] in text
    assert "35 jours" in text


@pytest.mark.row("D21")
@pytest.mark.parametrize(
    ("channel", "addresses", "carriers"),
    [
        ("terminal", {}, set()),
        ("telegram", {}, {"telegram"}),
        ("telegram", {"matrix": "@b:a.org"}, {"telegram", "matrix"}),
    ],
)
def test_who_carries_the_messages_is_named_where_they_are_carried(
    channel: str, addresses: dict[str, str], carriers: set[str]
) -> None:
    """The messenger of who asks, and the others where this bot is reached; none other."""
    here = world(replace(NAMED, addresses=addresses), channel)
    (told,) = said(here, choice="privacy/notice:given")
    lines = {each: here.guide.wording.say("fr", f"notice-through-{each}") for each in ("telegram", "matrix")}
    assert {each for each, line in lines.items() if line in told.splitlines()} == carriers


@pytest.mark.row("D29")
def test_the_easy_version_is_easy() -> None:
    """Short sentences, one for each line; what one can do is the word to write."""
    lines = said(world(), choice="privacy/notice:easy")[0].splitlines()
    sentences = [each for line in lines for each in line.split(". ") if each.strip()]
    assert max(len(each.split()) for each in sentences) <= 15
    assert max(len(line) for line in lines) <= 90
    for word in ("mes données", "oublier", "humain"):
        assert f"« {word} »" in "\n".join(lines)
