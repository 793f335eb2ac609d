"""A picture or a file that goes with a message to many: kept only for who writes one, cleaned, and the same for all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.channels import Rejected, Unreachable
from bot.enclosed import Fetches, kept
from bot.formats.enclosed import cleaned, file_of, form_of
from handlers.broadcasts import LARGEST_FILE
from handlers.messages import Address, Enclosed, Inbound
from storage import enclosures, erasure
from storage.database import Database
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import broadcasts
from storage.tables import enclosures as files
from tests.bot.test_relay import Town, played
from tests.broadcasting import confirmed, crowd, scene
from tests.databases import Anew
from tests.echo import NOON
from tests.pictures import DOCUMENT, PICTURE, WHERE, jpeg, png
from tests.played import PrintedChannel

HERE = Address("terminal", "u1")


class Phone(PrintedChannel):
    """What somebody sends from it; or how it fails."""

    content: bytes = PICTURE
    error: Exception | None = None
    asked = 0

    async def fetch(self, reference: str, most: int) -> bytes:
        self.asked += 1
        if self.error is not None:
            raise self.error
        return self.content


def count(database: Database) -> int:
    """How many files are kept."""
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(files)).scalar_one()


async def sends(here: Town, phone: Phone, file: Enclosed | None = None, who: str = "u1") -> Enclosed | None:
    """Someone sends a picture: what the turn would be given."""
    said = Inbound(Address("terminal", who), "m1", who, kind="photo", file=file or Enclosed("x", len(phone.content)))
    assert isinstance(phone, Fetches)
    return (await kept(here.app.turns, here.clock, {"terminal": phone}, said)).file


async def writes(here: Town) -> None:
    """The animator begins a message."""
    await here.says("u1", "diffuser")
    await here.says("u1", "", choice="broadcasts/new:go")


def test_what_people_send_is_not_fetched_unless_they_write_to_many(anew: Anew) -> None:
    """Neither from a member, nor from an animator who writes nothing."""

    async def body(here: Town) -> None:
        phone = Phone()
        assert await sends(here, phone) is None
        assert await sends(here, phone, who="u2") is None
        await writes(here)
        assert await sends(here, phone, who="u2") is None
        assert (phone.asked, count(here.app.database)) == (0, 0)
        assert await sends(here, phone) == Enclosed("x", len(PICTURE), "1.png")
        assert (phone.asked, count(here.app.database)) == (1, 1)

    played(anew, body)


def test_what_cannot_be_kept_says_why(anew: Anew) -> None:
    """Too heavy, by what the channel says or by what came; of no known kind, broken, or out of reach."""

    async def body(here: Town) -> None:
        await writes(here)
        heavy = png(size=LARGEST_FILE)
        found = [await sends(here, Phone(), Enclosed("x", LARGEST_FILE + 1))]
        for content in (heavy, b"GIF89a", b"", PICTURE[:40], b"\xff\xd8\xff\xe1"):
            phone = Phone()
            phone.content = content
            found.append(await sends(here, phone, Enclosed("x")))
        for error in (Unreachable(), Rejected("not-found")):
            phone = Phone()
            phone.error = error
            found.append(await sends(here, phone))
        problems = [each.problem if each else None for each in found]
        assert problems == ["too-large"] * 2 + ["unreadable"] * 4 + ["unreachable", "unreadable"]
        assert count(here.app.database) == 0

    played(anew, body)


def test_where_a_picture_was_taken_is_taken_out_and_which_way_up_stays() -> None:
    """Nobody learns from a photo where who took it was."""
    assert WHERE in PICTURE
    assert WHERE in jpeg()
    plain = cleaned(jpeg(6), "jpg")
    assert WHERE not in plain
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in plain
    assert plain.endswith(b"points\xff\xd9")
    assert b"Exif" not in cleaned(jpeg(1), "jpg")
    assert WHERE not in cleaned(PICTURE, "png")
    assert [form_of(each) for each in (PICTURE, jpeg(), DOCUMENT, b"")] == ["png", "jpg", "pdf", ""]


@pytest.mark.parametrize("form", ["jpg", "png"])
def test_no_broken_picture_does_more_than_be_refused(form: str) -> None:
    """Cut anywhere, or with any byte changed."""
    whole = PICTURE if form == "png" else jpeg()
    for at in range(len(whole)):
        for broken in (whole[:at], whole[:at] + b"\xff" + whole[at + 1 :]):
            try:
                assert len(cleaned(broken, form)) <= len(whole) + 40
            except ValueError:
                continue


def joined(database: Database, person: int = 1) -> tuple[int, str]:
    """A file, and the broadcast that it goes with."""
    id = confirmed(database, author=person)
    with database.write() as connection:
        name = enclosures.keep(connection, person, "png", PICTURE, NOON)
        enclosures.belongs(connection, name, person, id)
        connection.execute(update(broadcasts).values(enclosure=name, alt="Une porte"))
    return id, name


def test_all_who_receive_it_are_given_the_same_file_read_once(database: Database) -> None:
    """Ten thousand people cost one reading of it."""
    crowd(database, 2)
    _, name = joined(database)
    with database.write() as connection:
        first = file_of(connection, scene(NOON), HERE, name)
        again = file_of(connection, scene(NOON), Address("terminal", "u2"), name)
    assert first is again
    assert first is not None
    assert (first.name, first.media_type, first.alt, first.same) == ("image.png", "image/png", "Une porte", name)


def test_nobody_joins_the_file_of_somebody_else(database: Database) -> None:
    """Even by its number."""
    crowd(database, 2)
    id = confirmed(database)
    with database.write() as connection:
        name = enclosures.keep(connection, 1, "png", PICTURE, NOON)
        enclosures.belongs(connection, name, 2, id)
        assert connection.execute(select(files.c.broadcast)).scalar() is None


@pytest.mark.row("D13")
def test_a_file_is_erased_thirty_days_after_the_end_and_a_draft_after_seven(database: Database) -> None:
    """And not before."""
    crowd(database, 2)
    id, _ = joined(database)
    with database.write() as connection:
        enclosures.keep(connection, 1, "png", PICTURE, NOON)
        connection.execute(update(broadcasts).where(broadcasts.c.id == id).values(finished_at=NOON, state="done"))
    for days, left in ((6.9, 2), (7, 1), (29.9, 1), (30, 0)):
        with database.write() as connection:
            sweep(connection, NOON + timedelta(days=days), Retention())
        assert count(database) == left, days


def test_a_draft_s_file_goes_with_the_person_and_that_of_a_broadcast_stays(database: Database) -> None:
    """Those who were written to still have to read it; nothing says who sent it."""
    crowd(database, 2)
    _, name = joined(database)
    with database.write() as connection:
        enclosures.keep(connection, 1, "png", PICTURE, NOON)
        erasure.forget(connection, 1, NOON)
        rows = connection.execute(select(files.c.person, files.c.broadcast)).all()
        assert enclosures.content(connection, name) == PICTURE
    assert [row.person for row in rows] == [None]


def test_of_the_files_that_wait_the_oldest_make_room(database: Database) -> None:
    """Nobody fills the disk by sending pictures that go nowhere."""
    crowd(database, 1)
    with database.write() as connection:
        names = [enclosures.keep(connection, 1, "png", PICTURE, NOON) for _ in range(9)]
        assert enclosures.content(connection, names[0]) is None
        assert enclosures.content(connection, names[-1]) == PICTURE
    assert count(database) == 5
