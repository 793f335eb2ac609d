"""« mes données » says until when each thing is kept, and nothing more than is erased then."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert, select

from handlers.consent import KEEP, YES
from handlers.dates import in_full, local_date
from handlers.gatherings import LIST_KEPT, SEATED
from storage.database import Database
from storage.tables import bookings, follows, gatherings
from storage.told_last import told_of
from tests.asking import Asking
from tests.scheduler.test_posts import gathering

REQUESTS = "Vos demandes s'effacent 7 jours après leur fin."
CALLS = "Vos rappels d'appels à projets s'effacent après 13 mois de silence."


def comes(life: Asking, starts: datetime) -> datetime:
    """u1 comes to a gathering; when it ends."""
    id = gathering(life.database, starts, "apes")
    usual = {"seats": 1, "state": SEATED, "offers": 0, "joins": 0, "leaves": 0, "name": "", "needs": "", "useful": ""}
    usual |= {"asked_at": life.now, "updated_at": life.now}
    person = life.person()
    with life.database.write() as connection:
        row = connection.execute(select(gatherings).where(gatherings.c.id == id)).one()
        values = {"gathering": id, "person": person, **usual, **told_of(row)}
        connection.execute(insert(bookings), values)
    ends: datetime = row.ends_at
    return ends


def mine(life: Asking) -> str:
    """What u1 reads."""
    return "\n".join(life.says("mes données"))


def test_my_data_names_all_that_outlives_a_day_of_silence_with_its_own_end(either_database: Database) -> None:
    """A request, calls for projects, the last of several gatherings; « everything » is said of nobody else."""
    life = Asking(either_database)
    life.reader()
    life.says("bonjour")
    assert "Tout s'efface après 24 heures de silence." in mine(life)
    last = max(comes(life, life.now + timedelta(days=days)) for days in (9, 2))
    assert f"Pour la dernière : le {in_full(local_date(last + LIST_KEPT, 'Europe/Paris'), 'fr')}." in mine(life)
    assert (REQUESTS in mine(life), CALLS in mine(life), "Tout s'efface" in mine(life)) == (False, False, False)
    life.asks("un jardin partagé")
    values = {"person": life.person(), "subject": "scheme/ville_rdv", "since": life.now}
    with life.database.write() as connection:
        connection.execute(insert(follows), values)
    said = mine(life)
    assert (REQUESTS in said, CALLS in said) == (True, True)


def test_my_data_follows_the_yes_to_keep_the_roles_and_what_was_begun(either_database: Database) -> None:
    """In days after a yes; a role is kept longer than answers, and is named among what « oublier » erases."""
    life = Asking(either_database)
    life.reader(who="u1")
    assert "Tout le reste s'efface après 13 mois." in mine(life)
    assert "vos rôles" in life.says("oublier")[-1]
    life.says("non")
    life.taps(f"privacy/{KEEP}:{YES}")
    assert "s'effacent après 30 jours de silence" in mine(life)
    life.says("bonjour", "u5")
    assert "vos rôles" not in life.says("oublier", "u5")[-1]
    life.says("non", "u5")
    begun = "Ce que vous avez commencé à écrire."
    assert begun not in "\n".join(life.says("mes données", "u5"))
    life.reader(who="u6")
    life.taps("visit/ask:ville_rdv", "u5")
    assert begun in "\n".join(life.says("mes données", "u5"))
