"""The desk at rest: what a role does is written once and for all, and only who holds it can do it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError

from bot import packs
from handlers import facts
from handlers.effects_desk import Confirm, Decide, DeskEffect, Invite, Propose, Revoke
from handlers.engine import respond
from handlers.guide import Guide
from handlers.load import load
from handlers.messages import Address, Inbound
from handlers.pack_edits import Edit, edited, place_of
from scheduler.clock import SystemClock
from storage import roles as stored
from storage.apply import desk as applied
from storage.apply.turn import Context
from storage.database import Database
from storage.joining import join
from storage.play import Scene, batch, play
from storage.questions.desk import DeskAnswers
from storage.questions.roles import RoleAnswers
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import addresses, audit, confirmations, corrections, metadata
from tests.conversation import guide
from tests.echo import NOON

YEAR = timedelta(days=365)
KEPT = Retention()
CARD, SENTENCE = "s.cercle_mains", "s.cercle_mains.0.say"
NEW = "Bonjour, je cherche une place."


@dataclass
class Desk:
    """A real database, and people who type or tap in it."""

    database: Database
    now: datetime = NOON
    told: Guide = field(default_factory=lambda: guide("exemple"))
    sent: int = 0

    def does(self, who: str, text: str = "", choice: str | None = None) -> list[tuple[str, str]]:
        """Who is told what, after this."""
        self.sent += 1
        kind = "choice" if choice else "text"
        inbound = Inbound(Address("terminal", who), f"m{self.sent}", who, text, choice, kind)
        scene = Scene(self.told, self.now, SystemClock().draw, KEPT)
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, scene)
        return [(row.address.peer, row.reply.text) for row in rows]

    def taps(self, who: str, choice: str) -> str:
        """What the person who taps is told last."""
        return [text for peer, text in self.does(who, choice=choice) if peer == who][-1]

    def gives(self, who: str, role: str, network: str = "") -> None:
        """A role, by a code of the operator."""
        with self.database.write() as connection:
            code = stored.invite(connection, SystemClock().draw, role, network, self.now)
        self.does(who, code)

    def effect(self, who: str, effect: DeskEffect) -> None:
        """An effect written for someone, as if a handler had been mistaken."""
        with self.database.write() as connection:
            address = connection.execute(select(addresses).where(addresses.c.peer == who)).one()
            where = Address("terminal", who)
            applied.write(
                connection,
                Context(where, address.id, address.person, "m", self.now, SystemClock().draw, "UTC", address.person),
                effect,
            )

    def rows(self, table: str) -> list[Any]:
        """Everything in a table."""
        with self.database.read() as connection:
            return list(connection.execute(select(metadata.tables[table]).order_by(metadata.tables[table].c.id)))

    def uses(self) -> list[tuple[int | None, str, str]]:
        """The journal: which role, what, where."""
        return [(row.number, row.action, row.network) for row in self.rows("audit")]

    def read_of(self, who: str) -> str:
        """The button that says that a card is right as it is."""
        with self.database.read() as connection:
            confirmed = DeskAnswers(connection).confirmed()
        card = facts.current(self.told.pack.scheme_by_id["cercle_mains"], CARD, confirmed, "Indian/Reunion")
        digests = "".join(facts.digest(fact) for fact in facts.facts_of(card))
        return f"desk/exact:{CARD}.all.{sha256(digests.encode()).hexdigest()[:6]}"


@pytest.fixture
def desk(database: Database) -> Desk:
    """Each kind of database."""
    return Desk(database)


def test_the_journal_is_only_added_to(desk: Desk) -> None:
    """The database itself refuses to change a line, or to delete a recent one (D17)."""
    desk.gives("a", "admin")
    before = desk.rows("audit")
    for statement in (update(audit).values(action="nothing"), delete(audit), update(audit).values(count=0)):
        with pytest.raises(DBAPIError, match="only added to"), desk.database.write() as connection:
            connection.execute(statement)
    assert desk.rows("audit") == before


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


def test_a_fact_that_is_right_has_a_new_date_and_no_mark(desk: Desk) -> None:
    """For everybody, from the next message on; as long again as the pack gave it."""
    desk.gives("b", "animator", "cercle")
    desk.does("u", "bonjour")
    before = desk.taps("u", "orientation/scheme:cercle_mains")
    desk.now += timedelta(days=3)
    desk.taps("b", desk.read_of("b"))
    after = desk.taps("u", "orientation/scheme:cercle_mains")
    assert "(à vérifier)" in before
    assert "(à vérifier)" not in after
    assert "Relu le 4 décembre 2026" in after
    scheme = desk.told.pack.scheme_by_id["cercle_mains"]
    desk.now += scheme.review_by - scheme.verified_on
    assert "(à vérifier)" not in desk.taps("u", "orientation/scheme:cercle_mains")
    desk.now += timedelta(days=1)
    assert "(à vérifier)" in desk.taps("u", "orientation/scheme:cercle_mains")


def test_a_sentence_that_changed_since_is_no_longer_confirmed(desk: Desk) -> None:
    """Another sentence is another fact; the button of the old card confirms nothing either."""
    desk.gives("b", "animator", "cercle")
    read = desk.read_of("b")
    desk.taps("b", read)
    assert "(à vérifier)" not in desk.taps("b", "orientation/scheme:cercle_mains")
    desk.told = changed()
    assert "(à vérifier)" in desk.taps("b", "orientation/scheme:cercle_mains")
    assert "a changé" in desk.taps("b", read)
    assert len(desk.rows("confirmations")) == len(facts.facts_of(desk.told.pack.scheme_by_id["cercle_mains"]))


@cache
def changed() -> Guide:
    """The same pack, with another sentence on one card."""
    files, common = packs.texts(packs.content() / "exemple")
    place = place_of(files, "s.cercle_mains.0.gives")
    assert place is not None
    return Guide(load(edited(files, (Edit(*place, "Autre chose."),)), common))


def proposed(desk: Desk) -> None:
    """An administrator, an animator, and a correction that waits."""
    desk.gives("a", "admin")
    desk.gives("b", "animator", "cercle")
    desk.taps("b", f"desk/fix:{SENTENCE}")
    desk.does("b", NEW)
    desk.taps("b", "desk/review:send")


def test_nothing_that_people_read_changes_before_or_after_an_acceptance(desk: Desk) -> None:
    """Only the pack changes what is shown."""
    proposed(desk)
    before = desk.taps("u", "orientation/scheme:cercle_mains")
    told = dict(desk.does("a", choice="corrections/accept:1"))
    assert "acceptée" in told["b"]
    assert desk.taps("u", "orientation/scheme:cercle_mains") == before
    (row,) = desk.rows("corrections")
    assert (row.state, row.person, row.after, row.asked_by, row.settled_by) == ("accepted", None, NEW, 2, 1)


def test_a_correction_is_answered_once(desk: Desk) -> None:
    """By the first of two administrators; the second is told."""
    proposed(desk)
    desk.gives("c", "admin")
    desk.taps("c", "corrections/refuse:1")
    desk.taps("a", "corrections/accept:1")
    said = [text for _, text in desk.does("c", "Trop long.")]
    assert "déjà sa réponse" in said[0]
    assert [row.state for row in desk.rows("corrections")] == ["accepted"]


def test_a_refusal_reaches_who_wrote_with_its_reason(desk: Desk) -> None:
    """Kept with the person, and gone with them."""
    proposed(desk)
    desk.taps("a", "corrections/refuse:1")
    told = dict(desk.does("a", "La phrase est trop courte."))
    assert "La phrase est trop courte." in told["b"]
    assert [row.state for row in desk.rows("corrections")] == ["refused"]
    forgets(desk, "b")
    assert desk.rows("corrections") == []


def test_a_new_sentence_replaces_the_one_that_waited(desk: Desk) -> None:
    """An administrator never answers for a sentence that its network took back."""
    proposed(desk)
    desk.taps("b", f"desk/fix:{SENTENCE}")
    desk.does("b", "Bonjour, une autre phrase.")
    desk.taps("b", "desk/review:send")
    assert [row.state for row in desk.rows("corrections")] == ["replaced", "waiting"]
    assert "déjà sa réponse" in desk.does("a", choice="corrections/accept:1")[0][1]


def forgets(desk: Desk, who: str) -> None:
    """« oublier », and the yes."""
    desk.does(who, "oublier")
    desk.taps(who, "privacy/forget:yes")


def test_whoever_is_forgotten_leaves_no_correction_but_those_that_are_the_packs(desk: Desk) -> None:
    """What waits goes with them; what was accepted stays, with a number that is nobody's."""
    proposed(desk)
    desk.taps("a", "corrections/accept:1")
    desk.taps("b", f"desk/fix:{SENTENCE}")
    desk.does("b", "Bonjour, une phrase qui attend.")
    desk.taps("b", "desk/review:send")
    forgets(desk, "b")
    assert [(row.state, row.after) for row in desk.rows("corrections")] == [("accepted", NEW)]


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


def test_the_roles_given_are_listed_by_page_without_a_name(desk: Desk) -> None:
    """Numbers only: neither the person nor the messenger."""
    desk.gives("a", "admin")
    for number in range(9):
        desk.gives(f"canary{number}", "agent")
    first, second = desk.does("a", "rôles donnés")[0][1], desk.taps("a", "granting/list:8")
    assert [first.count("Rôle "), second.count("Rôle ")] == [8, 2]
    assert "canary" not in first + second


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


def test_who_links_two_messengers_keeps_their_corrections(desk: Desk) -> None:
    """They follow the person who stays."""
    proposed(desk)
    desk.does("d", "bonjour")
    with desk.database.write() as connection:
        people = {row.peer: row.person for row in connection.execute(select(addresses))}
        join(connection, people["d"], people["b"], "terminal", desk.now)
        assert connection.execute(select(corrections.c.person)).scalar_one() == people["d"]
        assert connection.execute(select(func.count()).select_from(confirmations)).scalar_one() == 0
