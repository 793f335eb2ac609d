"""The desk at rest: what a role does is written once and for all, and only who holds it can do it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError

from handlers.effects_desk import Confirm, Decide, Invite, Propose, Revoke
from scheduler.clock import SystemClock
from storage import roles as stored
from storage.questions.roles import RoleAnswers
from storage.sweeping import sweep
from storage.tables import audit
from tests.desks import KEPT, SENTENCE, Desk, proposed

YEAR = timedelta(days=365)


@pytest.mark.row("D17")
def test_the_journal_is_only_added_to(desk: Desk) -> None:
    """The database itself refuses to change a line, or to delete a recent one (D17)."""
    desk.gives("a", "admin")
    before = desk.rows("audit")
    for statement in (update(audit).values(action="nothing"), delete(audit), update(audit).values(count=0)):
        with pytest.raises(DBAPIError, match="only added to"), desk.database.write() as connection:
            connection.execute(statement)
    assert desk.rows("audit") == before


@pytest.mark.row("D17")
def test_the_journal_goes_after_a_year_and_says_so(desk: Desk) -> None:
    """By the sweep alone, and the newest line is the one that tells it."""
    desk.gives("a", "admin")
    count = len(desk.rows("audit"))
    desk.now += YEAR - timedelta(seconds=1)
    for gone in (0, count, 0):
        with desk.database.write() as connection:
            assert stored.sweep_journal(connection, desk.now) == gone
        desk.now += timedelta(seconds=1)
    assert [action for _, action, _ in desk.uses()] == ["journal-swept"]


def test_the_sweep_that_runs_by_itself_sweeps_the_journal(desk: Desk) -> None:
    """With people, texts and the rest."""
    desk.gives("a", "admin")
    desk.now += YEAR * 2
    with desk.database.write() as connection:
        sweep(connection, desk.now, KEPT)
    assert [action for _, action, _ in desk.uses()] == ["journal-swept"]


@pytest.mark.row("D17")
def test_each_use_of_a_role_is_written_with_the_number_of_the_role(desk: Desk) -> None:
    """Who is a number, never a person; the machine itself has none."""
    desk.gives("a", "admin")
    desk.gives("b", "animator", "cercle")
    desk.taps("a", "granting/role:agent")
    desk.does("a", "rôles donnés")
    desk.does("a", "alertes")
    desk.taps("b", desk.read_of("b"))
    desk.taps("a", "granting/taken:2")
    assert desk.uses() == [
        (None, "invite-admin", ""),
        (1, "redeem", ""),
        (None, "invite-animator", "cercle"),
        (2, "redeem", "cercle"),
        (1, "invite-agent", ""),
        (1, "read-roles", ""),
        (1, "alertes", ""),
        (2, "confirm", "cercle"),
        (1, "revoke-roles-animator", "cercle"),
    ]


@pytest.mark.row("I20")
def test_whoever_administers_is_told_that_a_code_was_used_and_not_by_whom(desk: Desk) -> None:
    """Everyone who administers, but who used it; no name and no number of anybody."""
    desk.gives("a", "admin")
    desk.gives("c", "admin")
    with desk.database.write() as connection:
        code = stored.invite(connection, SystemClock().draw, "animator", "cercle", desk.now)
    told = dict(desk.does("b", code))
    assert set(told) == {"a", "b", "c"}
    assert "Le Cercle des mille mains" in told["a"] == told["c"]
    assert code not in told["a"]


def test_a_code_made_in_the_conversation_works_once_and_is_kept_hashed(desk: Desk) -> None:
    """As one of the server."""
    desk.gives("a", "admin")
    said = desk.taps("a", "granting/network:cercle")
    code = next(word for word in said.split() if word.count("-") == 2 and word.isupper())
    desk.does("b", code)
    desk.does("c", code)
    with desk.database.read() as connection:
        held = [(one.role, one.network, one.revoked_at) for one in stored.listed_roles(connection)]
    assert held == [("admin", "", None), ("animator", "cercle", None)]
    cells = [str(cell) for table in ("codes", "audit", "roles") for row in desk.rows(table) for cell in row]
    assert not [cell for cell in cells if code.replace("-", "") in cell.upper()]


FORGED = (
    Invite("admin", "", "K7QM2HXD9RTA"),
    Revoke(1),
    Confirm("cercle", (("s.cercle_mains.0", "0" * 16),)),
    Propose("cercle", SENTENCE, "avant", "après"),
    Decide(1, accepted=True),
)


def test_an_effect_is_written_only_for_who_holds_its_role(desk: Desk) -> None:
    """Whatever a handler decided: the rows of this moment count. Nobody, an agent, an animator of another network."""
    proposed(desk)
    desk.does("nobody", "bonjour")
    desk.gives("agent", "agent")
    desk.gives("other", "animator", "coffre")
    tables = ("codes", "roles", "confirmations", "corrections", "audit")
    before = [desk.rows(table) for table in tables]
    for who in ("nobody", "agent", "other"):
        for effect in FORGED:
            desk.effect(who, effect)
    assert [desk.rows(table) for table in tables] == before
    for effect in FORGED[2:4]:
        desk.effect("b", effect)
    for effect in (*FORGED[:2], FORGED[4]):
        desk.effect("a", effect)
    assert [len(desk.rows(table)) for table in tables] > [len(rows) for rows in before]


def test_a_role_taken_back_takes_effect_between_the_card_and_the_tap(desk: Desk) -> None:
    """The button was shown while the role was held."""
    desk.gives("a", "admin")
    desk.gives("b", "animator", "cercle")
    read = desk.read_of("b")
    told = dict(desk.does("a", choice="granting/taken:2"))
    assert "retiré" in told["b"]
    assert "plus valable" in desk.taps("b", read)
    assert desk.rows("confirmations") == []


def test_two_administrators_never_take_back_the_last_role(desk: Desk) -> None:
    """The second is refused: somebody must stay who can give roles."""
    desk.gives("a", "admin")
    desk.gives("c", "admin")
    desk.taps("a", "granting/taken:2")
    assert "seule administration" in desk.taps("a", "granting/taken:1")
    assert "administration" in desk.does("a", "mes rôles")[-1][1]
    assert "administration" not in desk.does("c", "mes rôles")[-1][1]


@pytest.mark.row("D16")
def test_the_roles_given_are_listed_by_page_without_a_name(desk: Desk) -> None:
    """Numbers only: neither the person nor the messenger."""
    desk.gives("a", "admin")
    for number in range(9):
        desk.gives(f"canary{number}", "agent")
    first, second = desk.does("a", "rôles donnés")[0][1], desk.taps("a", "granting/list:8")
    assert [first.count("Rôle "), second.count("Rôle ")] == [8, 2]
    assert "canary" not in first + second


@pytest.mark.row("D17")
def test_the_journal_is_read_by_page(desk: Desk) -> None:
    """The last lines first; each reading is a line too."""
    desk.gives("a", "admin")
    for _ in range(9):
        desk.taps("a", "granting/role:agent")
    first = desk.does("a", "journal")[0][1]
    with desk.database.read() as connection:
        shown = RoleAnswers(connection).journal(0, 100)
        total = connection.execute(select(func.count()).select_from(audit)).scalar_one()
    assert len(shown) == total
    earlier = desk.taps("a", f"granting/journal:{shown[8].id}")
    assert first.count("•") == 8
    assert "journal lu" in desk.does("a", "journal")[0][1]
    assert 0 < earlier.count("•") <= 8
