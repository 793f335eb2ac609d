"""« stop » wins over any question, wherever one is; speaking of stopping one's activity stops nothing."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from handlers import consent
from handlers.consent import COMMUNITY, GATHERINGS, KEEP
from handlers.context import Context
from handlers.conversation import Conversation
from handlers.effects import Withdraw
from handlers.messages import Address, Inbound
from handlers.world import Person, World
from tests.conversation import START, Talk, drawn, guide
from tests.roles import Doors, RolesOf
from tests.transcript import ME, Clock, Codes, Heard, Invited, Message, read

FOLDER = Path(__file__).parent.parent / "transcripts"
FILES = [
    file
    for file in sorted(FOLDER.rglob("*.txt"))
    if file.parent.name in ("fr", "exemple") and not read(file.read_text("utf-8")).stored
]

STOPS = [
    "stop",
    "STOP",
    "Stop !",
    "/stop",
    "!stop",
    "désinscription",
    "Désinscrire",
    "me désinscrire",
    "je voudrais me désinscrire",
    "désabonnez-moi",
    "plus de messages",
    "je ne veux plus de messages",
    "Arrêtez de m'écrire",
    "ne m’écrivez plus",
    "stop svp",
    "unsubscribe",
    "stop messages",
    "opt out",
    "je ne veux plus recevoir de messages",
    "Je veux arrêter de recevoir vos messages.",
    "ne m'envoyez plus rien",
    "désabonne-moi",
    "STOP SMS",
    "I want to unsubscribe",
    "Please stop sending me messages",
]
GOES_ON = [
    "je veux arrêter mon activité",
    "arrêter mon activité",
    "je veux stopper mon projet",
    "stopper mon projet",
    "j'ai dû arrêter mon entreprise",
    "on arrête l'association",
    "mon activité s'est arrêtée",
    "comment arrêter une association",
    "je pense tout arrêter",
    "arrêt d'activité",
    "je veux désinscrire ma structure du registre",
    "stop ou encore",
    "I want to stop my business",
    "je veux arrêter de recevoir le RSA",
    "nous ne pouvons plus recevoir de public",
    "je veux arrêter de recevoir des dons",
]


def agreed(talk: Talk, *purposes: str) -> None:
    """These were said yes to."""
    for purpose in purposes:
        talk.tap(f"consent/{purpose}:oui")


@pytest.mark.parametrize("said", STOPS)
def test_a_word_of_stop_takes_every_yes_back(said: str) -> None:
    """In the middle of a question, in any form of the word."""
    talk = Talk(guide())
    talk.say("bonjour")
    agreed(talk, KEEP, COMMUNITY, GATHERINGS)
    heard = talk.say(said)
    assert heard[0].text.startswith("C'est noté. Je ne vous écrirai plus de moi-même.")
    assert set(talk.people[ME].consents.values()) == {"no"}


@pytest.mark.parametrize("said", GOES_ON)
def test_speaking_of_stopping_something_else_stops_no_message(said: str) -> None:
    """With a question open, and with none."""
    for open_question in (True, False):
        talk = Talk(guide())
        talk.say("bonjour")
        agreed(talk, KEEP, COMMUNITY)
        if not open_question:
            talk.say("pause")
        talk.say(said)
        assert set(talk.people[ME].consents.values()) == {"yes"}, open_question


@pytest.mark.parametrize("file", FILES, ids=[f"{file.parent.name}/{file.stem}" for file in FILES])
def test_stop_wins_at_every_point_of_every_conversation(file: Path) -> None:
    """Whatever was just asked: one confirmation, no question after it."""
    transcript = read(file.read_text("utf-8"))
    talk, codes = Talk(guide(transcript.pack), transcript.language), Codes()
    wording = talk.guide.wording
    said = tuple(wording.say(each, "privacy-stopped", hours=24).rpartition(" 24")[0] for each in wording.languages)
    for exchange in transcript.exchanges:
        step = exchange.step
        if isinstance(step, Message) and not step.how:
            talk.send(Message(step.who, codes.typed(step.text), step.tap))
            assert _stopped(talk, step.who, said), exchange.line
        elif isinstance(step, Invited):
            codes.made(talk.doors.invite(step.role, step.network, talk.now))
        elif isinstance(step, Clock):
            talk.move(step.instant(talk.guide.pack.territory.timezone))
        elif isinstance(step, Message):
            talk.send(step)
        else:
            return


def _stopped(talk: Talk, who: str, said: tuple[str, ...]) -> bool:
    """What « stop » does here, in a life apart."""
    here = talk.people, talk.doors
    talk.people, talk.doors = copy.deepcopy(here)
    try:
        heard = [each for each in talk.send(Message(who, "stop")) if isinstance(each, Heard)]
        consents = talk.people[who].consents.values()
        return any(each.text.startswith(said) for each in heard) and "yes" not in consents
    finally:
        talk.people, talk.doors = here


def test_arreter_leaves_the_question_then_stops_the_messages() -> None:
    """The first leaves what was asked, and says how to receive nothing more; the second is a stop."""
    talk = Talk(guide())
    talk.say("bonjour")
    talk.say("1")
    agreed(talk, GATHERINGS)
    heard = talk.say("arrêter")
    assert heard[-1].text == talk.guide.wording.say("fr", "stop-hint")
    assert talk.people[ME].consents[GATHERINGS] == "yes"
    assert any("plus de moi-même" in each.text for each in talk.say("arrêter"))
    assert talk.people[ME].consents[GATHERINGS] == "no"


@pytest.mark.parametrize("said", ["pause", "plus tard", "au revoir", "annuler"])
def test_a_word_that_only_leaves_is_no_stop(said: str) -> None:
    """However often it is said."""
    talk = Talk(guide())
    talk.say("bonjour")
    agreed(talk, KEEP, GATHERINGS)
    for _ in range(3):
        talk.say(said)
    assert set(talk.people[ME].consents.values()) == {"yes"}


def test_a_stop_is_recorded_with_the_version_of_the_text_that_was_agreed_to() -> None:
    """Name, language, hash: the same as the yes of the same day."""
    told = guide()
    world = World(told, START, Person(consents={KEEP: "yes"}), RolesOf(Doors(), ME), drawn)
    context = Context(Conversation(language="fr"), Inbound(Address("terminal", ME), "1"), world)
    yes, no = (consent.decided(context, KEEP, yes=value) for value in (True, False))
    assert isinstance(no, Withdraw)
    assert (yes.wording, yes.wording.split("/")[:2]) == (no.wording, ["consent-keep", "fr"])
    english = consent.decided(context.having(language="en"), KEEP, yes=True)
    assert english.wording != yes.wording
