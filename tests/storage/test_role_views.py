"""What roles open, seen as those who hold them: every word of theirs and every button under it, and no address."""

from __future__ import annotations

import pytest

from handlers import commands
from handlers.roles import RESTRICTED, Role, may
from storage.database import Database
from tests.conversation import guide
from tests.projects import Hall

CANARY = "canari"
NAME = "Terreau"
ROLES = {"animator": ("animator", "mel"), "agent": ("agent", ""), "admin": ("admin", "")}
LEAST = 60


@pytest.mark.row("D16")
def test_no_view_of_any_role_holds_an_address(either_database: Database) -> None:
    """Two people wait, one of a project and one to be a member; they are read by the name that they chose."""
    hall, wording = Hall(either_database), guide("lille").wording
    hall.asks(f"{CANARY}-1", name=NAME, structure="Le Four")
    hall.enter(f"{CANARY}-2", hall.enlist())
    for who, (role, network) in ROLES.items():
        hall.role(who, role, network)
    hall.outside.clear()
    read: list[str] = []
    for who, (role, network) in ROLES.items():
        for name in sorted(set(commands.COMMANDS) & RESTRICTED):
            if not may((Role(role, network),), name):
                continue
            word = wording.parts(f"words-{name}", "fr")[0]
            read.append(hall.says(who, word))
            for choice in hall.shown[who]:
                read += [choice.label, choice.id, hall.says(who, choice=choice.id)]
                read += hall.offered(who)
                hall.says(who, "arrêter")
    read += [said for told in hall.outside.values() for said in told]
    assert len(read) > LEAST
    assert NAME in "\n".join(read)
    assert [said for said in read if CANARY in said] == []
