"""What holders ask of people: kept while it lasts, seen by its network alone, erased with its person and in time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers.requests import CURRENT, OVER, STATES
from handlers.roles import AGENT, ANIMATOR
from storage.database import Database
from storage.requests import OVER_NOW
from storage.tables import audit, requests
from storage.tables import outbox as ledger
from tests.asking import Asking

WORDS = "un jardin partagé"


def test_a_request_keeps_its_person_known_until_some_days_after_its_end(database: Database) -> None:
    """A day of silence erases others; who waits for an answer must get it."""
    life = Asking(database)
    life.reader()
    life.says("bonjour", "u9")
    life.asks(WORDS)
    life.lives(days=3)
    assert life.person() is not None
    assert life.person("u9") is None
    life.taps(f"todo/close:{life.id}", "u2")
    life.taps(f"todo/done:{life.id}", "u2")
    life.lives(days=6)
    assert life.person() is not None
    life.lives(days=2)
    assert life.person() is None
    assert life.rows(select(func.count()).select_from(requests)) == [(0,)]


def test_its_words_go_as_soon_as_it_is_over(either_database: Database) -> None:
    """From the request, and from what its network was told."""
    life = Asking(either_database)
    life.reader()
    life.asks(WORDS)
    assert WORDS in str(life.rows(select(requests.c.body)) + life.rows(select(ledger.c.body)))
    life.taps(f"todo/close:{life.id}", "u2")
    life.taps(f"todo/done:{life.id}", "u2")
    life.says("bonjour")
    assert life.rows(select(requests.c.body, requests.c.state)) == [(None, "closed")]
    about = select(ledger.c.body).where(ledger.c.key.startswith("request/"))
    assert WORDS not in str(life.rows(about))


def test_an_erased_account_is_a_request_gone_and_nobody_sees_it_any_more(database: Database) -> None:
    """The list is empty, the button closed, and what was on its way does not leave."""
    life = Asking(database)
    life.reader()
    life.now += timedelta(hours=13)
    life.asks(WORDS)
    life.says("oublier")
    life.says("oui")
    assert life.rows(select(func.count()).select_from(requests)) == [(0,)]
    left = life.rows(select(ledger.c.state, ledger.c.body, ledger.c.about).where(ledger.c.key.startswith("request/")))
    assert left == [("cancelled", None, None)]
    assert "Rien à traiter" in life.says("à traiter", "u2")[0]
    assert "n'est plus à traiter" in life.taps(f"setting/begin:{life.id}", "u2")[0]
    life.lives(days=10)
    assert not any(who == "u2" and "request" in key for key, who, _ in life.sent)


@pytest.mark.parametrize(
    ("role", "network", "sees"),
    [
        (ANIMATOR, "ville", True),
        (ANIMATOR, "bge", False),
        (AGENT, "", True),
        (AGENT, "ville", True),
        (AGENT, "bge", False),
    ],
)
def test_a_request_is_seen_by_who_answers_for_its_network_and_nobody_else(
    either_database: Database, role: str, network: str, sees: bool
) -> None:
    """A list, a button, a date, a closing: all look up the role again."""
    life = Asking(either_database)
    life.reader()
    life.asks(WORDS)
    life.reader(role, network, "u3")
    assert ("Une demande à traiter" in life.says("à traiter", "u3")[0]) is sees
    for button in ("todo/look", "todo/pass", "todo/close", "setting/begin", "noting/came", "todo/cannot", "todo/done"):
        if sees and button in ("noting/came", "todo/cannot"):
            continue
        heard = " ".join(life.taps(f"{button}:{life.id}", "u3"))
        assert ("n'est plus à traiter" not in heard) is sees, button
        life.says("annuler", "u3")
    assert life.rows(select(requests.c.state)) == [("closed" if sees else "open",)]


def test_two_who_answer_at_once_do_it_once(either_database: Database) -> None:
    """The second one learns that it changed, and sends nothing."""
    life = Asking(either_database)
    life.reader()
    life.reader(who="u3")
    life.asks(WORDS)
    for who in ("u2", "u3"):
        life.taps(f"setting/begin:{life.id}", who)
        life.says("jeudi 3 décembre à 10 h", who)
        life.says("passer", who)
    assert "La date est partie" in life.says("envoyer", "u2")[0]
    assert "a changé entre-temps" in life.says("envoyer", "u3")[0]
    dated = life.rows(select(ledger.c.id).where(ledger.c.key.like("request/%/dated.%")))
    assert len(dated) == 1


def test_what_a_network_has_not_read_yet_is_recalled_when_it_is_taken_back(either_database: Database) -> None:
    """Asked in the night, taken back in the night: nobody is woken, nobody is told for nothing."""
    life = Asking(either_database)
    life.reader()
    life.now += timedelta(hours=13)
    life.asks(WORDS)
    life.taps(f"visit/gone:{life.id}")
    told = select(ledger.c.state, ledger.c.reason).where(ledger.c.key.like("request/%/opened/%"))
    assert life.rows(told) == [("cancelled", OVER_NOW)]


def _dated(life: Asking) -> None:
    for typed in (f"+setting/begin:{life.id}", "jeudi 3 décembre à 10 h", "canari, au fond", "envoyer"):
        life.taps(typed[1:], "u2") if typed.startswith("+") else life.says(typed, "u2")


def _erases(life: Asking, who: str) -> None:
    for typed in ("oublier", "oui"):
        life.says(typed, who)


def test_the_place_that_an_erased_animator_wrote_is_nowhere_and_the_date_holds(database: Database) -> None:
    """Not in the request, nor in the reminder that repeated it to both sides."""
    life = Asking(database)
    life.reader()
    life.reader(who="u3")
    life.asks(WORDS)
    _dated(life)
    life.lives(days=9)
    worded = select(ledger.c.id).where(ledger.c.key.like("request/%/remind-%"), ledger.c.body.like("%canari%"))
    assert len(life.rows(worded)) == 3
    _erases(life, "u2")
    assert "canari" not in str(life.rows(select(ledger.c.body)) + life.rows(select(requests.c.place)))
    assert life.rows(select(requests.c.state)) == [("accepted",)]
    assert "3 décembre 2026 à 10 h" in life.says("rendez-vous")[0]


def test_an_answer_that_had_not_left_when_its_author_is_erased_is_still_owed_to_the_holder(database: Database) -> None:
    """Given in the night: it leaves in the morning, in the name of the network; nothing says who wrote it."""
    life = Asking(database)
    life.reader()
    life.reader(who="u3")
    life.asks(WORDS)
    life.now += timedelta(hours=13)
    _dated(life)
    waits = select(ledger.c.state, ledger.c.about).where(ledger.c.key.like("request/%/dated.%"))
    _erases(life, "u2")
    assert life.rows(waits) == [("queued", None)]
    life.lives(hours=12)
    assert any("3 décembre 2026 à 10 h" in text for text in life.texts)
    assert life.rows(select(requests.c.state)) == [("accepted",)]


def test_what_an_erased_animator_was_owed_does_not_leave(database: Database) -> None:
    """Only what is for the holder does."""
    life = Asking(database)
    life.reader()
    life.now += timedelta(hours=13)
    life.asks(WORDS)
    _erases(life, "u2")
    theirs = select(ledger.c.state).where(ledger.c.key.like("request/%/opened/%"))
    assert [state for (state,) in life.rows(theirs)] == ["cancelled"]


@pytest.mark.row("D17")
def test_a_role_used_on_a_request_is_in_the_journal_without_its_holder(either_database: Database) -> None:
    """Each reading and each answer."""
    life = Asking(either_database)
    life.reader()
    life.asks(WORDS)
    life.taps(f"todo/look:{life.id}", "u2")
    life.taps(f"todo/close:{life.id}", "u2")
    life.taps(f"todo/cannot:{life.id}", "u2")
    used = life.rows(select(audit.c.role, audit.c.network, audit.c.action).where(audit.c.action.like("request%")))
    assert used == [("agent", "ville", "request-read"), ("agent", "ville", "request-close")]


def test_every_state_is_either_over_or_not() -> None:
    """So that nothing is forgotten by a query."""
    assert sorted((*CURRENT, *OVER)) == sorted(STATES)
