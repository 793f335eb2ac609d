"""Who may bring the bot among several people: decided by the configuration, before any room is entered."""

from __future__ import annotations

import nio
import pytest

from bot.channels.matrix.rooms import Invitation, Rooms

ALLOWED = ("a.org", "@friend:b.org")


def rooms(*allowed: str) -> Rooms:
    """What a bot would decide that has met nobody yet."""
    client = nio.AsyncClient("https://nowhere.example", "@bot:a.org")
    return Rooms(client, None, allowed, None)  # type: ignore[arg-type]  # nobody is asked and no room is entered


@pytest.mark.row("I37")
@pytest.mark.parametrize(
    ("inviter", "comes"),
    [
        ("@anna:a.org", True),
        ("@friend:b.org", True),
        ("@other:b.org", False),
        ("@anna:evil-a.org", False),
        ("@anna:a.org.evil", False),
        ("@anna:A.ORG", False),
        ("@friend:b.org:8448", False),
        ("", False),
    ],
)
def test_only_the_servers_and_the_people_that_are_named_bring_the_bot_among_several_people(
    inviter: str, *, comes: bool
) -> None:
    """Nobody whose name only looks like theirs; to talk alone, anybody."""
    assert rooms(*ALLOWED).welcomes(Invitation(inviter, direct=False, named=True)) is comes
    assert rooms(*ALLOWED).welcomes(Invitation(inviter, direct=True, named=False))


@pytest.mark.row("I37")
def test_by_default_nobody_brings_it_among_several_people() -> None:
    assert not rooms().welcomes(Invitation("@anna:a.org", direct=False, named=True))
