"""Four roles by every command and every button: the table of who may what is printed, and holds in the conversation."""

from __future__ import annotations

import sys

import pytest

from handlers import commands
from handlers.dialogues import BY_NAME, COMMANDS
from handlers.roles import ADMIN, AGENT, ANIMATOR, EVERYONE, OPENS, RESTRICTED, Role, may, opened_by
from tests.conversation import Talk
from tests.handlers.buttons import BUTTONS, STEPS
from tests.handlers.packs import guide

WHO = (EVERYONE, ANIMATOR, AGENT, ADMIN)
ONLY = {
    "roles": {ANIMATOR, AGENT, ADMIN},
    "roles/open": {ANIMATOR, AGENT, ADMIN},
    "fiche": {ANIMATOR},
    "desk/": {ANIMATOR},
    "signalements": {ANIMATOR},
    "organiser": {ANIMATOR},
    "nouvelle_rencontre": {ANIMATOR},
    "gatherings/": {ANIMATOR},
    "diffuser": {ANIMATOR},
    "broadcasts/": {ANIMATOR},
    "qui_vient": {ANIMATOR},
    "etape": {ANIMATOR},
    "door/": {ANIMATOR},
    "affiche": {ANIMATOR},
    "poster/": {ANIMATOR},
    "reports/": {ANIMATOR},
    "a_traiter": {ANIMATOR, AGENT},
    "noter_rdv": {ANIMATOR, AGENT},
    "todo/": {ANIMATOR, AGENT},
    "setting/": {ANIMATOR, AGENT},
    "noting/": {ANIMATOR, AGENT},
    "verifier": {ANIMATOR, AGENT},
    "membres": {ANIMATOR, AGENT},
    "checking/": {ANIMATOR, AGENT},
    "tending/": {ANIMATOR, AGENT},
    "handover/accept": {ANIMATOR, AGENT},
    "handover/refuse": {ANIMATOR, AGENT},
    "talk/answer": {ANIMATOR, AGENT},
    "talk/over": {ANIMATOR, AGENT},
    "laureat": {AGENT},
    "bilan": {AGENT, ADMIN},
    "bilan/": {AGENT, ADMIN},
    "bilan_annuel": {AGENT, ADMIN},
    "yearly/": {AGENT, ADMIN},
    "enlisting/": {AGENT},
    "alertes": {ADMIN},
    "inviter": {ADMIN},
    "roles_donnes": {ADMIN},
    "journal": {ADMIN},
    "corrections": {ADMIN},
    "granting/": {ADMIN},
    "corrections/": {ADMIN},
}
"""What is not open to everyone: who has it. Everything else is."""

VALUES = (
    "1",
    "0",
    "open",
    "cards",
    "new",
    "role",
    "first",
    "animator",
    "bge",
    "s.cites_lab",
    "s.cites_lab.0.say",
    "1-short",
    "send",
)
NOWHERE = "nowhere/step:value"


def test_the_buttons_of_the_source_are_found() -> None:
    """Those of a few dialogues, known by their names: the search would else find nothing and all would hold."""
    assert {("desk", "card"), ("desk", "exact"), ("granting", "take"), ("privacy", "forget")} <= set(BUTTONS)
    assert {dialogue for dialogue, _ in BUTTONS} >= {"orientation", "corrections", "linking", "places", "roles"}
    assert {dialogue for dialogue, _ in BUTTONS} >= {"community", "laureates", "team", "meeting", "consent", *STEPS}
    assert {f"{dialogue}/" for dialogue, _ in BUTTONS} >= {thing for thing in RESTRICTED if thing.endswith("/")}


def row(thing: str, whose: set[str]) -> str:
    """A line of the table."""
    columns = ((who or "everyone") if who in whose else "" for who in WHO)
    return f"{thing:22} {' '.join(each.ljust(9) for each in columns)}".rstrip()


def test_the_table_of_who_may_what_holds() -> None:
    """Every command and every dialogue is for everyone, or for those that the table here says; none for nobody.
    `pytest -s` shows it."""
    steps = ("roles/open", "talk/answer", "talk/over", "handover/accept", "handover/refuse")
    things = [*commands.COMMANDS, *(f"{name}/" for name in BY_NAME), *steps]
    opened = {thing: {who for who in WHO if may((Role(who, "rouge"),) if who else (), thing)} for thing in things}
    sys.stdout.write("\n".join(["", *(row(thing, opened[thing]) for thing in things), ""]))
    assert {thing: who for thing, who in opened.items() if who != set(WHO)} == ONLY
    assert set(ONLY) == RESTRICTED


def test_what_stands_nowhere_in_the_table_opens_for_nobody() -> None:
    """A new command or dialogue is closed until somebody says for whom it is."""
    held = tuple(Role(name, "rouge") for name in WHO)
    assert not may(held, "nouvelle_commande")
    assert not may(held, opened_by("nouveau", "pas"))
    assert not may((Role("someone"),), "journal")


def test_every_command_and_every_thing_of_the_table_exists() -> None:
    """A word that is gone is taken out of the table too."""
    named = set().union(*OPENS.values())
    dialogues = {f"{name}/" for name in BY_NAME}
    assert {thing for thing in named if "/" not in thing} == set(commands.COMMANDS) == set(COMMANDS)
    assert {f"{thing.partition('/')[0]}/" for thing in named if "/" in thing} == dialogues


# The same in the conversation

PEOPLE = {
    "holder": (),
    "animator": (Role(ANIMATOR, "bge"),),
    "other": (Role(ANIMATOR, "maillage"),),
    "network": (Role(ANIMATOR, "mel"),),
    "former": (),
    "agent": (Role(AGENT),),
    "admin": (Role(ADMIN),),
}


def begun(who: str, *said: str) -> Talk:
    """A conversation with one of these people, after the welcome."""
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    if who == "former":
        talk.doors.held["u1"] = PEOPLE["animator"]
        talk.say("ma fiche")
    talk.doors.held["u1"] = PEOPLE[who]
    for text in said:
        talk.say(text)
    return talk


@pytest.mark.row("I21")
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("asking", [(), ("arrêter",)], ids=["question", "pause"])
def test_a_word_of_another_role_is_an_unknown_word(who: str, asking: tuple[str, ...]) -> None:
    """No hint that it exists (I21), bare or with its mark: word for word the answer to nonsense."""
    wording = guide("lille").wording
    for name in sorted(set(commands.COMMANDS) & RESTRICTED):
        word = wording.parts(f"words-{name}", "fr")[0]
        for mark in ("", "/", "!"):
            heard, nonsense = (begun(who, *asking).say(f"{mark}{each}") for each in (word, "zzyzx"))
            assert (heard == nonsense) == (not may(PEOPLE[who], name)), (name, mark)


@pytest.mark.row("I16")
@pytest.mark.parametrize("who", PEOPLE)
def test_a_button_of_another_role_is_a_button_that_does_not_exist(who: str) -> None:
    """Forged, seen over a shoulder, or left from a role taken back (I16, I21): the answer to any unknown button."""
    talk = begun(who)
    closed = talk.tap(NOWHERE)
    for dialogue, step in BUTTONS:
        thing = opened_by(dialogue, step)
        if thing in RESTRICTED and step != "*" and not may(PEOPLE[who], thing):
            for value in VALUES:
                assert talk.tap(f"{dialogue}/{step}:{value}") == closed, (step, value)


@pytest.mark.parametrize(
    ("who", "button", "opens"),
    [
        ("animator", "desk/card:s.cites_lab", True),
        ("animator", "desk/change:s.cites_lab", True),
        ("animator", "desk/fix:s.cites_lab.0.say", True),
        ("other", "desk/card:s.cites_lab", False),
        ("other", "desk/exact:s.cites_lab.all.000000", False),
        ("other", "desk/change:s.cites_lab", False),
        ("other", "desk/fix:s.cites_lab.0.say", False),
        ("other", "desk/card:s.maillage", True),
        ("other", "desk/card:r.epine", False),
        ("animator", "desk/card:s.nulle_part", False),
        ("animator", "desk/fix:s.cites_lab.9.say", False),
        ("animator", "desk/review:send", False),
        ("animator", "checking/after:0", False),
        ("animator", "tending/page:0", False),
        ("network", "checking/after:0", True),
        ("network", "tending/page:0", True),
        ("network", "enlisting/again:new", False),
        ("network", "granting/role:agent", False),
        ("agent", "checking/after:0", True),
        ("agent", "enlisting/again:new", True),
        ("agent", "reports/show:0", False),
        ("agent", "desk/card:s.cites_lab", False),
        ("admin", "checking/after:0", False),
        ("admin", "enlisting/again:new", False),
        ("admin", "desk/card:s.cites_lab", False),
        ("holder", "team/removed:oui", False),
        ("holder", "laureates/enter:oui", False),
        ("holder", "community/consent.metropole:oui", False),
        ("holder", "community/review:send", False),
        ("admin", "granting/role:owner", False),
        ("admin", "granting/network:nulle-part", False),
        ("admin", "granting/take:-1", False),
        ("admin", "granting/take:99999999999999999999", False),
        ("admin", "granting/role:agent", True),
    ],
)
def test_a_card_is_of_one_network_and_a_button_is_trusted_no_more_than_a_word(
    who: str, button: str, opens: bool
) -> None:
    """What it names is looked up again, for the network of who taps."""
    assert (begun(who).tap(button) != begun(who).tap(NOWHERE)) == opens


@pytest.mark.row("I21")
def test_a_role_taken_back_in_the_middle_of_a_form_ends_it() -> None:
    """What was being written is lost, and said to be; the question that was open before is shown again."""
    talk = begun("animator")
    talk.tap("desk/fix:s.cites_lab.0.say")
    assert talk.conversation().dialogue == "desk"
    talk.doors.held["u1"] = ()
    heard = talk.say("Bonjour, je prépare un projet.")
    assert [each.text.split("\n")[0][:17] for each in heard] == ["Cette partie ne v", "Question 1. Où en"]
    assert "draft-desk" not in talk.conversation().memo
    talk.say("arrêter")
    assert "Question 1" in talk.say("reprendre")[0].text


@pytest.mark.row("I58")
def test_a_command_in_the_middle_of_a_form_that_is_closed_is_still_obeyed() -> None:
    """« oublier » does not wait for another message."""
    talk = begun("animator")
    talk.tap("desk/fix:s.cites_lab.0.say")
    talk.doors.held["u1"] = ()
    heard = talk.say("oublier")
    assert "effacer" in heard[-1].text
    assert talk.conversation().dialogue == "privacy"


def test_a_role_lost_for_one_network_closes_its_cards_alone() -> None:
    """Two networks: what is being written for the one that goes is lost, the other stays open."""
    talk = begun("animator")
    talk.doors.held["u1"] = (*PEOPLE["animator"], *PEOPLE["other"])
    talk.tap("desk/fix:s.cites_lab.0.say")
    talk.doors.held["u1"] = PEOPLE["other"]
    assert "n'est plus dans le guide" in talk.say("Bonjour, je prépare un projet.")[0].text
    assert talk.tap("desk/card:s.maillage") != talk.tap(NOWHERE)
