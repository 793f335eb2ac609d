"""`boussole gatherings import`: a network's calendar from outside, taken once and again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.calendars import calendar, event
from tests.cli.program import ran

SOON = f"{datetime.now(UTC) + timedelta(days=20):%Y%m%dT083000}"
LATER = f"{datetime.now(UTC) + timedelta(days=21):%Y%m%dT090000}"


def test_a_calendar_is_taken_in_and_taken_again_it_changes_what_changed(db: str, tmp_path: Path) -> None:
    """What it no longer has is said; each mistake has its line, and the rest is taken."""
    file = tmp_path / "agenda.ics"
    file.write_bytes(calendar(event("a", SOON), event("b", SOON, summary="Matinale")))
    options = ("--network", "apes", "--db", db)
    assert "nouvelles : 2. Changées : 0. Annulées : 0." in ran("gatherings", "import", file, *options).out
    file.write_bytes(calendar(event("a", LATER), event("c", "20269903T083000")))
    done = ran("gatherings", "import", file, *options)
    assert (done.code, "nouvelles : 0. Changées : 1. Annulées : 0." in done.out) == (1, True)
    gone, mistake = done.sentences
    assert gone.startswith("Une date prise avant n’est plus dans cet agenda.")
    assert mistake == "agenda.ics:12: la valeur de DTSTART ne peut pas être lue."


def test_what_cannot_be_asked_is_refused_with_its_reason(db: str, tmp_path: Path) -> None:
    """A network that the pack has not, an address of the house: what is secret in it is not repeated."""
    file = tmp_path / "agenda.ics"
    file.write_bytes(calendar(event("a", SOON)))
    wrong = ran("gatherings", "import", file, "--network", "personne", "--db", db)
    assert (wrong.code, "Réseaux connus : " in wrong.err) == (2, True)
    private = ran("gatherings", "import", "http://127.0.0.1:1/a.ics?cle=secrete", "--network", "apes", "--db", db)
    assert (private.code, "réseau local" in private.err, "secrete" in private.err) == (1, True, False)
