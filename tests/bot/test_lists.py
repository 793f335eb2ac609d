"""Who comes, on paper and in a table: for its animators alone, for as long as the names are kept."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.formats import File, begun, finished, lists, printed
from bot.formats.recipes import MAKERS
from handlers.gatherings import LIST_KEPT
from handlers.messages import Address
from handlers.reading import reader
from storage.database import Database
from storage.gatherings import comers_of, one
from storage.tables import bookings
from tests.echo import NOON
from tests.gatherings import CHANNEL, Crowd, planned

START = datetime(2026, 12, 3, 7, 30, tzinfo=UTC)
COMERS = ("u1", "u2", "u3")


@dataclass
class Hall:
    """A gathering to which three people come, and who organises it."""

    crowd: Crowd
    id: int

    def files(self, who: str, *recipes: str) -> tuple[File, ...]:
        """What someone is given."""
        with self.crowd.database.read() as connection:
            asked = begun(connection, self.crowd.scene(), MAKERS, Address(CHANNEL, who), recipes)
        return finished(asked)

    def says(self, who: str, **values: object) -> None:
        """What one of them wrote for the list."""
        id = self.crowd.bookings(self.id)[who].id
        with self.crowd.database.write() as connection:
            connection.execute(update(bookings).where(bookings.c.id == id).values(**values))


@pytest.fixture
def hall(either_database: Database) -> Hall:
    """On each of the two."""
    crowd = Crowd(either_database)
    id = planned(either_database, NOON, "apes", "petit_dej", START, title="Petit Déj", place="Ici", aside=4, walk_ins=1)
    for who in COMERS:
        crowd.taps(who, f"yes:{id}")
    crowd.animates("chef", "apes")
    crowd.animates("autre", "cress")
    return Hall(crowd, id)


def rows(file: File) -> list[list[str]]:
    """A table, read as spreadsheets do."""
    return list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))


def test_the_table_says_who_comes_with_their_needs(hall: Hall) -> None:
    """A line each, in the order of the bookings."""
    hall.says("u1", name="Pépin", seats=3, needs="fauteuil")
    (file,) = hall.files("chef", f"list:{hall.id}.csv")
    assert file.name == f"liste-{hall.id}.csv"
    header, *lines = rows(file)
    assert header[:3] == ["N°", "Nom choisi", "Places"]
    assert lines[0] == ["1", "Pépin", "3", "", "fauteuil", ""]
    assert [line[1] for line in lines[1:]] == ["sans nom", "sans nom"]


@pytest.mark.row("I51")
@pytest.mark.parametrize("name", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "=HYPERLINK(0)", "\n=1"])
def test_nothing_that_people_wrote_is_a_formula(hall: Hall, name: str) -> None:
    """A spreadsheet takes it for a text."""
    hall.says("u1", name=name, needs=name)
    (file,) = hall.files("chef", f"list:{hall.id}.csv")
    assert rows(file)[1][1] == f"'{name}"
    assert rows(file)[1][4] == f"'{name}"


@pytest.mark.parametrize("who", ["autre", "u1", "personne"])
@pytest.mark.parametrize("form", ["", ".csv"])
def test_only_an_animator_of_the_network_is_given_a_list(hall: Hall, who: str, form: str) -> None:
    """Looked up when the file is made."""
    assert hall.files(who, f"list:{hall.id}{form}") == ()
    assert len(hall.files("chef", f"list:{hall.id}{form}")) == 1


def test_a_list_is_given_until_its_names_are_erased(hall: Hall) -> None:
    """Seven days after the end, to the second."""
    ends = START + timedelta(minutes=90)
    hall.crowd.now = ends + LIST_KEPT - timedelta(seconds=1)
    assert len(hall.files("chef", f"list:{hall.id}")) == 1
    hall.crowd.now = ends + LIST_KEPT
    assert hall.files("chef", f"list:{hall.id}", f"list:{hall.id}.csv") == ()


def test_the_sheet_is_a_tagged_pdf(hall: Hall) -> None:
    """That a screen reader reads in order."""
    (file,) = hall.files("chef", f"list:{hall.id}")
    assert (file.name, file.media_type) == (f"liste-{hall.id}.pdf", "application/pdf")
    assert file.content.startswith(b"%PDF-")
    assert b"pdfuaid:part" in file.content


def test_without_the_printing_extra_the_sheet_is_a_page_that_hides_nothing(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What people wrote stays text."""
    monkeypatch.setattr(lists, "can_print", lambda: False)
    hall.says("u2", name="<b>Max</b>", needs="boucle & fauteuil")
    (file,) = hall.files("chef", f"list:{hall.id}")
    assert (file.name, file.media_type) == (f"liste-{hall.id}.html", printed.HTML_TYPE)
    page = file.content.decode()
    assert "&lt;b&gt;Max&lt;/b&gt;" in page
    assert "boucle &amp; fauteuil" in page
    assert "Jeudi 3 décembre, de 8 h 30 à 10 h" in page
    assert "3 places prises" in page
    assert "4 places promises ailleurs" in page
    assert "Une personne comptée à la porte" in page
    assert "au plus tard le 9 décembre 2026" in page


def test_a_list_of_many_pages_is_whole(hall: Hall) -> None:
    """Far more people than a page holds."""
    context = reader(hall.crowd.guide, "fr", NOON)
    with hall.crowd.database.read() as connection:
        gathering = one(connection, hall.id)
        (first, *_) = comers_of(connection, hall.id, 0, 1)
    assert gathering is not None
    said = lists.data(context, gathering, [first] * 500)
    assert len(said["rows"]) == 500
    assert lists.sheet("liste", said).content.startswith(b"%PDF-")
