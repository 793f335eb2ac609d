"""A name made of letters that only look like ours is shown with a mark, and never taken for another."""

from __future__ import annotations

import pytest

from handlers.context import Context
from handlers.conversation import Conversation
from handlers.messages import Address, Inbound
from handlers.scripts import mixed_script, shown
from handlers.understand import key
from handlers.world import Person, World
from tests.conversation import START, drawn, guide
from tests.roles import Doors, RolesOf

FORGED = "\u0410\u0420\u0415S"
"""« APES », whose first three letters are Cyrillic (faults I8)."""


@pytest.mark.parametrize("name", [FORGED, "\uff21\u0420", "Αssociation", "Café \u0410", "Мaillage", "a\u03bfb"])
def test_a_name_of_two_alphabets_that_look_alike_is_mixed(name: str) -> None:
    assert mixed_script(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "APES",
        "Épi d’Or",
        "Œuvre 59",
        "الورشة Atelier",
        "Ёлка",
        "Κήπος",
        "茶 Salon",
        "🌱 Jardin",
        "Ａｐｅｓ",
        "ñandú",
        "Phở",
        "x²",
    ],
)
def test_a_name_of_one_alphabet_is_not_mixed(name: str) -> None:
    assert not mixed_script(name)


@pytest.mark.row("I8")
def test_a_forged_name_is_marked_and_matches_nothing() -> None:
    told = guide("lille")
    inbound = Inbound(Address("terminal", "u1"), "1")
    world = World(told, START, Person(), RolesOf(Doors(), "u1"), drawn)
    context = Context(Conversation(language="fr"), inbound, world)
    assert shown(context, "APES") == "APES"
    assert shown(context, FORGED) == f"{FORGED} (alphabets mêlés)"
    assert key(FORGED) != key("APES")
    assert all(key(FORGED) not in key(network.name) for network in told.pack.territory.networks)
