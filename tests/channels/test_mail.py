"""Mail on a real server: taken, refused, away, cut off; never twice, and never an address in the logs."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.channels import Misconfigured, Outgoing, Rejected, SendError, Unreachable
from bot.channels.mail import MailChannel
from bot.formats import File
from bot.health import REFUSED, UP, Health
from bot.outgoing import Greets, tend
from bot.settings import Smtp
from bot.watch import Watch
from handlers.messages import Address, Reply
from storage import mondays
from storage.database import Database
from storage.tables import addresses
from storage.tables import outbox as ledger
from tests.channels.post_office import HOST, PASSWORD, USER, Office, certified, checks, opened
from tests.scheduler.test_weekly import EIGHT
from tests.web.reading import BASE, MONDAY, Desk
from tests.web.reading import opened as desk_opened

BOX, OTHER = "agente@ville.example", "autre@ville.example"
SENDER = "boussole@ville.example"
ROW = Outgoing(
    "summary/2026-W47/mail-1",
    "summary",
    Address("mail", BOX),
    Reply("Métropole : bilan\n\nSemaine 47 : été, œuvre.\n.\nFin"),
    files=(File("bilan.xlsx", "application/vnd.ms-excel", b"\x00\xff" * 50),),
)


def channel(port: int, trusted: ssl.SSLContext | None = None, **said: object) -> MailChannel:
    given = {"host": HOST, "port": port, "tls": "none", "sender": SENDER, **said}
    return MailChannel(Smtp.model_validate(given), lambda: MONDAY, trusted)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    return certified(tmp_path_factory.mktemp("papers"))


async def test_a_message_arrives_whole_with_its_files() -> None:
    async with opened(Office()) as office:
        first = await channel(office.port).send(ROW)
        again = await channel(office.port).send(ROW)
    mail = office.taken[0]
    assert (mail["Subject"], mail["From"], mail["To"]) == ("Métropole : bilan", SENDER, BOX)
    assert mail["Message-ID"] == first == again, "the same message has the same identity"
    assert mail["Date"] == "Mon, 23 Nov 2026 06:00:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    body = mail.get_body()
    assert body is not None
    assert body.get_content().splitlines() == ["Semaine 47 : été, œuvre.", ".", "Fin"]
    (file,) = mail.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("bilan.xlsx", b"\x00\xff" * 50)


@pytest.mark.parametrize(
    ("answer", "meant"),
    [("550 5.1.1 nobody", Rejected), ("451 4.7.1 later", Unreachable), ("552 5.2.2 full", Rejected)],
)
async def test_a_refused_recipient_is_told_from_one_refused_for_now(answer: str, meant: type[SendError]) -> None:
    async with opened(Office(refuses={BOX: answer})) as office:
        with pytest.raises(meant) as refused:
            await channel(office.port).send(ROW)
    assert BOX not in repr(refused.value)
    if isinstance(refused.value, Unreachable):
        assert not refused.value.maybe_sent


@pytest.mark.parametrize(("answer", "meant"), [("554 5.6.0 no", Rejected), ("452 4.3.1 later", Unreachable)])
async def test_a_refused_message_is_not_sent(answer: str, meant: type[SendError]) -> None:
    async with opened(Office(at_data=answer)) as office:
        with pytest.raises(meant) as refused:
            await channel(office.port).send(ROW)
    assert not getattr(refused.value, "maybe_sent", False)


async def test_a_server_that_hangs_up_after_the_message_may_have_taken_it() -> None:
    async with opened(Office(at_data=None)) as office:
        with pytest.raises(Unreachable) as cut:
            await channel(office.port).send(ROW)
    assert cut.value.maybe_sent
    assert len(office.taken) == 1


async def test_a_server_that_is_away_comes_back() -> None:
    with socket.socket() as nobody:
        nobody.bind((HOST, 0))
        with pytest.raises(Unreachable) as away:
            await channel(nobody.getsockname()[1]).send(ROW)
    assert not away.value.maybe_sent


async def test_what_is_encrypted_and_who_asks_is_as_it_was_configured(
    papers: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    serving, trusted = papers
    options: dict[str, Any] = {"authenticator": checks, "auth_required": True, "require_starttls": True}
    async with opened(Office(), tls_context=serving, **options) as office:
        account: dict[str, Any] = {"user": USER, "password": PASSWORD, "tls": "starttls"}
        await channel(office.port, trusted, **account).send(ROW)
        for refused in (
            channel(office.port),  # TLS is required there
            channel(office.port, trusted, tls="starttls"),  # so is an account
            channel(office.port, trusted, **{**account, "password": "autre"}),
            channel(office.port, **account),  # its papers are not known to this machine
        ):
            with pytest.raises(Misconfigured):
                await refused.send(ROW)
    assert len(office.taken) == 1


async def test_encryption_that_a_server_lacks_is_never_done_without() -> None:
    async with opened(Office()) as office:
        with pytest.raises(Misconfigured):
            await channel(office.port, tls="starttls").send(ROW)
        with pytest.raises((Unreachable, Misconfigured)):
            await channel(office.port, tls="tls").send(ROW)
    assert office.taken == []


# --- The whole way: from Monday to the mailbox ------------------------------------------------------


@asynccontextmanager
async def posting(database: Database, port: int) -> AsyncIterator[Desk]:
    """A desk whose mail leaves, with two mailboxes."""
    async with desk_opened(database, channels=(channel(port),)) as desk:
        with desk.database.write() as connection:
            for box in (BOX, OTHER):
                assert mondays.add(connection, box, MONDAY)
        yield desk


async def look(desk: Desk) -> None:
    await desk.app.tick()
    await desk.app.turns.written()


def states(desk: Desk) -> list[tuple[str, str | None]]:
    with desk.database.read() as connection:
        wanted = select(ledger.c.state, ledger.c.reason).where(ledger.c.kind == "summary").order_by(ledger.c.key)
        return [(row.state, row.reason) for row in connection.execute(wanted)]


async def test_each_mailbox_gets_one_message_with_a_link_of_its_own(lasting_database: Database) -> None:
    with capture_logs() as logs:
        async with opened(Office()) as office, posting(lasting_database, office.port) as desk:
            desk.clock.move(EIGHT)
            for _ in range(3):
                await look(desk)
            assert states(desk) == [("sent", None)] * 2
            with desk.database.read() as connection:
                assert not connection.execute(select(ledger.c.body).where(ledger.c.body.is_not(None))).all()
            await desk.app.turns.tidy()
            with desk.database.read() as connection:
                assert not connection.execute(addresses.select().where(addresses.c.channel == "mail")).all()
            links = [_link(mail) for mail in office.taken]
            assert len(set(links)) == 2
            assert (await desk.get(links[0], method="POST")).status_code == 303
    assert {mail["To"] for mail in office.taken} == {BOX, OTHER}
    for mail in office.taken:
        assert [str(file.get_filename())[-4:] for file in mail.iter_attachments()] == ["xlsx", ".pdf"]
    assert not any(box in str(line) or "/bilan/" in str(line) for line in logs for box in (BOX, OTHER))


def _link(mail: object) -> str:
    text = mail.get_body().get_content()  # type: ignore[attr-defined]  # an EmailMessage
    return str(next(word for word in text.split() if word.startswith(BASE))).removeprefix(BASE)


async def test_one_that_is_refused_keeps_none_of_the_others_back(lasting_database: Database) -> None:
    async with (
        opened(Office(refuses={BOX: "550 5.1.1 nobody"})) as office,
        posting(lasting_database, office.port) as desk,
    ):
        desk.clock.move(EIGHT)
        await look(desk)
        assert states(desk) == [("failed", "550"), ("sent", None)]


async def test_a_server_that_was_away_gets_it_late(lasting_database: Database) -> None:
    async with opened(Office()) as office:
        port = office.port
    async with posting(lasting_database, port) as desk:
        desk.clock.move(EIGHT)
        await look(desk)
        assert [state for state, _ in states(desk)] == ["queued"] * 2
        async with opened(Office(), port) as office:
            desk.clock.move(EIGHT + timedelta(hours=5))
            for _ in range(20):
                await look(desk)
                if len(office.taken) == 2:
                    break
                await asyncio.sleep(0.2)
            assert [state for state, _ in states(desk)] == ["late"] * 2
        assert len(office.taken) == 2


async def test_a_cut_after_the_message_is_uncertain_and_never_sent_again(lasting_database: Database) -> None:
    async with opened(Office(at_data=None)) as office, posting(lasting_database, office.port) as desk:
        desk.clock.move(EIGHT)
        for _ in range(3):
            await look(desk)
        assert [state for state, _ in states(desk)] == ["uncertain"] * 2
    assert len(office.taken) == 2


async def test_a_crash_between_the_message_and_its_mark_is_uncertain(lasting_database: Database) -> None:
    """The row is found `sending` at the next start."""
    async with opened(Office()) as office, posting(lasting_database, office.port) as desk:
        desk.clock.move(EIGHT)
        await look(desk)
        with desk.database.write() as connection:
            connection.execute(ledger.update().where(ledger.c.kind == "summary").values(state="sending", body="{}"))
        await desk.app.delivery.recover()
        await look(desk)
        assert [state for state, _ in states(desk)] == ["uncertain"] * 2
    assert len(office.taken) == 2


async def test_a_server_that_refuses_us_keeps_the_rows_for_the_day_it_is_mended(
    lasting_database: Database, tmp_path: Path
) -> None:
    required = opened(Office(), require_starttls=True, tls_context=certified(tmp_path)[0])
    async with required as office, posting(lasting_database, office.port) as desk:
        desk.clock.move(EIGHT)
        await look(desk)
        assert [state for state, _ in states(desk)] == ["queued"] * 2
        assert desk.app.delivery.stopped == {"mail"}


async def test_a_server_that_refuses_us_is_told_as_any_channel_and_tried_again(
    lasting_database: Database, tmp_path: Path
) -> None:
    """Not ready, an alert once; then what waited leaves, without a restart."""
    health, told = Health(), list[tuple[str, str]]()
    required = opened(Office(), require_starttls=True, tls_context=certified(tmp_path)[0])
    async with required as strict, posting(lasting_database, strict.port) as desk:
        mute = desk.app.delivery.channels["mail"]
        assert isinstance(mute, Greets)
        note = partial(tend, mute, desk.app.delivery, health.channels, lambda *said: told.append(said))
        tending = asyncio.create_task(note(look=0.01, again=0.05))
        desk.clock.move(EIGHT)
        await look(desk)
        await until(lambda: health.channels.get("mail") == REFUSED)
        assert not health.ready(database=True, tick_age=0)
        await asyncio.sleep(0.2)
        assert health.channels["mail"] == REFUSED, "still refused"
        await desk.becomes("admin")
        await desk.say("alertes")
        watch = Watch(desk.app, health, None)
        for _ in range(2):
            health.channels["terminal"] = UP
            await watch.look()
            await desk.app.delivery.settled()
        alerts = [sent.reply.text for sent in desk.channel.sent if "ne répond plus : mail" in sent.reply.text]
        assert len(alerts) == 1
        strict.close()
        async with opened(Office(), port=strict.port) as mended:
            await until(lambda: health.channels["mail"] == UP)
            await look(desk)
            assert len(mended.taken) == 2
        tending.cancel()
    assert told[:2] == [("mail", UP), ("mail", REFUSED)]


async def until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until it does."""
    async with asyncio.timeout(seconds):
        while not holds():  # what changes is in another task
            await asyncio.sleep(0.01)
