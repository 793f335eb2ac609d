"""Laureate projects at rest: a code lets one person in, a project outlives its people, figures count projects."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from handlers.projects import COLLEAGUE_LIVES, LIST_LIVES, PLACES
from handlers.roles import MOST_GUESSES
from storage import projects
from storage.database import Database
from storage.tables import memberships, metadata, outbox, passes, profiles
from tests.echo import NOON
from tests.projects import CALL, CITY, FIL, Hall
from tests.transcript import Listed

CODE_SHOWN = "Voici un code"
SECOND = timedelta(seconds=1)


@pytest.fixture
def hall(either_database: Database) -> Hall:
    """On each of the two."""
    return Hall(either_database)


def revoke(hall: Hall, entry: int) -> bool:
    """The operator takes a code back."""
    with hall.database.write() as connection:
        return projects.take_back(connection, entry, hall.now)


def counted(hall: Hall) -> list[tuple[int, int, int, int]]:
    """Year, projects, those whose code served, people."""
    with hall.database.read() as connection:
        return [(one.year, one.projects, one.used, one.people) for one in projects.counts(connection, CITY)]


def test_a_code_lets_one_person_in_and_the_second_is_refused(hall: Hall) -> None:
    code = hall.enlist()
    hall.enter("u1", code)
    assert "pas valable" in hall.says("u2", code)
    assert hall.members() == {"u1": "member"}


def test_nobody_is_a_member_before_a_yes_and_a_no_does_not_use_the_code(hall: Hall) -> None:
    code = hall.enlist()
    said = hall.says("u1", code)
    assert (FIL.name in said, FIL.call in said, str(FIL.year) in said) == (True, True, True)
    assert hall.members() == {}
    hall.says("u1", "non")
    assert hall.members() == {}
    hall.enter("u2", code)
    assert hall.members() == {"u2": "member"}


@pytest.mark.parametrize(("after", "enters"), [(LIST_LIVES - SECOND, True), (LIST_LIVES, False)])
def test_a_code_of_the_list_lives_ninety_days(hall: Hall, after: timedelta, enters: bool) -> None:
    code = hall.enlist()
    hall.now += after
    assert ("d'accord" in hall.says("u1", code)) == enters
    hall.says("u1", "oui")
    assert bool(hall.members()) == enters


@pytest.mark.parametrize(("after", "enters"), [(COLLEAGUE_LIVES - SECOND, True), (COLLEAGUE_LIVES, False)])
def test_a_code_of_a_colleague_lives_fourteen_days(hall: Hall, after: timedelta, enters: bool) -> None:
    hall.enter("u1", hall.enlist())
    code = hall.colleague()
    hall.now += after
    hall.enter("u2", code)
    assert ("u2" in hall.members()) == enters


def test_a_code_taken_back_before_or_after_it_was_typed_lets_nobody_in(hall: Hall) -> None:
    code = hall.enlist()
    hall.says("u1", code)
    assert revoke(hall, 1)
    assert not revoke(hall, 1)
    assert "plus valable" in hall.says("u1", "oui")
    assert "pas valable" in hall.says("u2", code)
    assert hall.members() == {}


def test_wrong_codes_of_projects_count_with_all_others(hall: Hall) -> None:
    code = hall.enlist()
    hall.enter("u1", code)
    for _ in range(MOST_GUESSES):
        assert "pas valable" in hall.says("u2", code)
    assert "attendez une heure" in hall.says("u2", hall.enlist(Listed("Autre", CALL, 2025)))


def test_who_types_a_code_of_their_own_project_is_told_so_and_uses_nothing(hall: Hall) -> None:
    code = hall.enlist()
    hall.enter("u1", code)
    spare = hall.colleague()
    for typed in (code, spare):
        assert "déjà membre" in hall.says("u1", typed)
    hall.enter("u2", spare)
    assert set(hall.members()) == {"u1", "u2"}
    assert hall.count("guesses") == 0


def test_a_yes_without_the_code_opens_nothing(hall: Hall) -> None:
    hall.enlist()
    hall.says("u1", "bonjour")
    for forged in ("laureates/enter:oui", "team/invite:1", "team/remove:1", "team/removed:oui"):
        hall.says("u1", choice=forged)
    assert hall.members() == {}
    assert hall.count("passes") == 1


def test_only_the_fingerprint_of_a_code_is_kept(hall: Hall) -> None:
    code = hall.enlist()
    hall.enter("u1", code)
    with hall.database.read() as connection:
        cells = [str(cell) for t in metadata.sorted_tables for row in connection.execute(select(t)) for cell in row]
    assert [cell for cell in cells if code in cell.upper() or code.replace("-", "") in cell.upper()] == []


def test_a_project_lets_in_no_more_colleagues_than_it_has_places(hall: Hall) -> None:
    """A code that nobody used in time, or that was cancelled, gives its place back."""
    hall.enter("u1", hall.enlist())
    codes = [hall.colleague() for _ in range(PLACES)]
    assert "Toutes les places" in hall.says("u1", "inviter un collègue")
    assert "Toutes les places" in hall.says("u1", choice="team/invite:1")
    hall.enter("u2", codes[0])
    hall.says("u1", "mes collègues")
    hall.taps("u1", "Annuler le code de collègue 2")
    hall.says("u1", "oui")
    assert hall.colleague()
    hall.now += COLLEAGUE_LIVES
    hall.colleague()
    hall.colleague()
    assert "Toutes les places" in hall.says("u1", "inviter un collègue")


def test_only_the_first_person_of_a_project_invites_and_takes_back(hall: Hall) -> None:
    hall.enter("u1", hall.enlist())
    hall.enter("u2", hall.colleague())
    hall.enter("u3", hall.colleague())
    assert "Demandez-lui" in hall.says("u2", "inviter un collègue")
    hall.says("u2", choice="team/invite:1")
    for entry in (1, 2, 3):
        hall.says("u2", choice=f"team/remove:{entry}")
        hall.says("u2", choice="team/removed:oui")
    assert (set(hall.members()), hall.count("passes")) == ({"u1", "u2", "u3"}, 3)


@pytest.mark.parametrize(("visibility", "shown"), [("members", "name"), ("hidden", "name"), ("members", "line")])
def test_a_colleague_is_named_only_if_members_may_read_their_name(hall: Hall, visibility: str, shown: str) -> None:
    hall.asks("u2", name="Terreau")
    hall.enter("u1", hall.enlist())
    hall.enter("u2", hall.colleague())
    with hall.database.write() as connection:
        connection.execute(update(profiles).values(visibility=visibility, shown=shown))
    assert ("Terreau" in hall.says("u1", "mes collègues")) == ((visibility, shown) == ("members", "name"))


def test_an_access_taken_back_is_gone_at_once_and_its_person_is_told(hall: Hall) -> None:
    hall.enter("u1", hall.enlist())
    hall.enter("u2", hall.colleague())
    assert "Le Fil" in hall.says("u2", "mes collègues")
    hall.says("u1", "mes collègues")
    hall.taps("u1", "Retirer collègue 1")
    hall.says("u1", "oui")
    assert hall.members() == {"u1": "member"}
    assert "Le Fil" not in hall.says("u2", "mes collègues")
    assert "est retiré" in hall.outside["u2"][0]


def test_who_loses_their_access_at_night_reads_it_in_the_morning(hall: Hall) -> None:
    hall.enter("u1", hall.enlist())
    hall.enter("u2", hall.colleague())
    hall.now = hall.now.replace(hour=22)
    hall.says("u1", "mes collègues")
    hall.taps("u1", "Retirer collègue 1")
    hall.says("u1", "oui")
    with hall.database.read() as connection:
        (due,) = connection.execute(select(outbox.c.due_at).where(outbox.c.state == "queued")).scalars()
    assert due.astimezone(NOON.tzinfo).hour == 7
    assert hall.members() == {"u1": "member"}


@pytest.mark.parametrize("how", ["oublier", "removed"])
def test_the_first_person_goes_and_the_project_stays_with_the_oldest_colleague(hall: Hall, how: str) -> None:
    """No trace of who left is kept with the project; the figures count it as before."""
    hall.enter("u1", hall.enlist())
    hall.enter("u2", hall.colleague())
    hall.enter("u3", hall.colleague())
    if how == "oublier":
        hall.says("u1", "oublier")
        hall.says("u1", "oui, tout effacer")
        with hall.database.read() as connection:
            people = connection.execute(select(passes.c.person).order_by(passes.c.id)).scalars().all()
        assert people[0] is None
    else:
        assert revoke(hall, 1)
    assert counted(hall) == [(2026, 1, 1, 2)]
    assert CODE_SHOWN in hall.says("u2", "inviter un collègue")
    assert "Demandez-lui" in hall.says("u3", "inviter un collègue")


def test_a_new_code_of_the_list_voids_the_one_that_nobody_used_and_leads_from_then_on(hall: Hall) -> None:
    lost = hall.enlist()
    hall.role("agent", "agent")
    code = enlisted(hall)
    assert "pas valable" in hall.says("u1", lost)
    hall.enter("u1", code)
    newer = enlisted(hall)
    hall.enter("u2", newer)
    assert "Demandez-lui" in hall.says("u1", "inviter un collègue")
    assert CODE_SHOWN in hall.says("u2", "inviter un collègue")
    assert counted(hall) == [(2026, 1, 1, 2)]


def enlisted(hall: Hall, name: str = "LE  FIL") -> str:
    """The code that an agent makes in the conversation."""
    for text in ("nouveau lauréat", name, CALL, "2026"):
        hall.says("agent", text)
    return hall.says("agent", "envoyer").split("\n\n")[1]


def test_figures_count_projects_by_year_and_tell_people_apart(hall: Hall) -> None:
    hall.enter("u1", hall.enlist())
    hall.enter("u2", hall.colleague())
    hall.enter("u3", hall.enlist(Listed("La Ruche", CALL, 2026)))
    hall.enlist(Listed("Le Four", CALL, 2025))
    hall.enlist(Listed("La Criée", CALL, 2026))
    assert counted(hall) == [(2026, 3, 2, 3), (2025, 1, 0, 0)]
    with hall.database.write() as connection:
        assert projects.take_back_project(connection, 1, hall.now)
        assert not projects.take_back_project(connection, 1, hall.now)
    assert counted(hall) == [(2026, 2, 1, 1), (2025, 1, 0, 0)]
    assert hall.members() == {"u3": "member"}


def test_someone_of_two_projects_leaves_the_community_with_the_last(hall: Hall) -> None:
    hall.enter("u1", hall.enlist())
    hall.enter("u1", hall.enlist(Listed("Le Four", CALL, 2024)))
    said = hall.says("u1", "mes collègues")
    assert said.index("Le Fil") < said.index("Le Four")
    assert revoke(hall, 2)
    with hall.database.read() as connection:
        assert connection.execute(select(memberships.c.project)).scalar_one() == 1
    assert revoke(hall, 1)
    assert hall.members() == {}


@pytest.mark.parametrize(("before", "after"), [("asked", "member"), ("muted", "muted")])
def test_a_code_proves_a_membership_and_lifts_no_silence(hall: Hall, before: str, after: str) -> None:
    hall.asks("u1", CITY)
    with hall.database.write() as connection:
        connection.execute(update(memberships).values(state=before))
    hall.enter("u1", hall.enlist())
    assert hall.members() == {"u1": after}


def test_two_messengers_linked_keep_the_project_of_either(hall: Hall) -> None:
    hall.enter("u1", hall.enlist())
    code = hall.says("u2", "lier")
    (linking,) = [word.strip(".") for word in code.split() if word.count("-") == 2]
    hall.says("u1", linking)
    kept = hall.person("u2")
    with hall.database.read() as connection:
        assert connection.execute(select(passes.c.person)).scalar_one() == kept
    assert "Le Fil" in hall.says("u2", "mes collègues")
