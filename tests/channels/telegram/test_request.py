"""The transport: what goes wrong has a name, and never a secret in it."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Callable

import pytest
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels import Blocked, Misconfigured, Moved, Rejected, SendError, Throttled, Unreachable
from bot.channels.telegram.api import Api, send_error
from bot.channels.telegram.request import Flooded, NotTaken, Unreadable, reason_of
from tests.fake_telegram import FakeTelegram

SENT = {"chat_id": 812, "text": "canari"}


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """A server that knows one person."""
    async with FakeTelegram() as running:
        running.user(812).starts()
        yield running


@pytest.fixture
async def api(server: FakeTelegram) -> AsyncIterator[Api]:
    """Calls, with little patience."""
    api = Api(server.root, server.token, read_seconds=0.3)
    yield api
    await api.close()


def a_page(server: FakeTelegram, status: int, body: bytes) -> None:
    """Something on the way answers instead."""
    server.faults.broken(status).body = body


Order = Callable[[FakeTelegram], object]

FAULTS: dict[str, tuple[Order, type[TelegramError]]] = {
    "blocked": (lambda s: s.faults.refuse(403, "Forbidden: bot was blocked by the user"), Forbidden),
    "revoked": (lambda s: s.revoke(), InvalidToken),
    "another poller": (lambda s: s.faults.refuse(409, "Conflict"), Conflict),
    "refused": (lambda s: s.faults.refuse(400, "Bad Request: chat not found"), BadRequest),
    "too large": (lambda s: s.faults.refuse(413, "Request Entity Too Large"), BadRequest),
    "throttled": (lambda s: s.faults.throttle(7), Flooded),
    "internal error": (lambda s: s.faults.refuse(500, "Internal Server Error"), NotTaken),
    "bad gateway": (lambda s: s.faults.broken(502), NotTaken),
    "unavailable": (lambda s: s.faults.broken(503), NotTaken),
    "gateway time-out": (lambda s: s.faults.broken(504), NetworkError),
    "page of a proxy": (lambda s: s.faults.broken(403), NotTaken),
    "page that looks like a bad token": (lambda s: s.faults.broken(404), NotTaken),
    "JSON of a proxy": (lambda s: a_page(s, 404, b'{"detail": "Not Found"}'), NotTaken),
    "garbage": (lambda s: s.faults.garbage(b'{"text": "canari"'), Unreadable),
    "another JSON": (lambda s: s.faults.garbage(b"[]"), Unreadable),
    "silence": (lambda s: s.faults.stall(), TimedOut),
    "reset": (lambda s: s.faults.cut(), NetworkError),
    "reset when done": (lambda s: s.faults.cut(executes=True), NetworkError),
}


@pytest.mark.row("F18")
@pytest.mark.parametrize("name", FAULTS)
async def test_each_fault_has_its_exception(name: str, server: FakeTelegram, api: Api) -> None:
    """The exact class: a network error may have been taken, a NotTaken may not."""
    order, expected = FAULTS[name]
    order(server)
    with pytest.raises(TelegramError) as raised:
        await api.call("sendMessage", SENT)
    assert type(raised.value) is expected


@pytest.mark.row("F20")
async def test_a_server_that_is_down_took_nothing(server: FakeTelegram, api: Api) -> None:
    """Connection refused."""
    await server.refuse()
    with pytest.raises(NotTaken):
        await api.call("sendMessage", SENT)


async def test_a_flood_says_for_how_long_when_it_knows(server: FakeTelegram, api: Api) -> None:
    """With and without its parameter (faults F16, F17)."""
    server.faults.throttle(7, window=0)
    with pytest.raises(Flooded) as told:
        await api.call("sendMessage", SENT)
    server.faults.clear()
    server.faults.throttle(7, mute=True)
    with pytest.raises(Flooded) as untold:
        await api.call("sendMessage", SENT)
    assert (told.value.seconds, untold.value.seconds) == (7.0, None)


async def test_a_group_that_grew_says_where_it_is(server: FakeTelegram, api: Api) -> None:
    """The new number comes with the refusal."""
    group = server.group(-5)
    group.welcomes_bot(server.user(812))
    new = group.grows()
    with pytest.raises(ChatMigrated) as moved:
        await api.call("sendMessage", {"chat_id": -5, "text": "canari"})
    assert moved.value.new_chat_id == new.id


def everything_said(error: BaseException) -> str:
    """The exception, all that is behind it, and their frames, as any tool could print them."""
    parts = [repr(error), str(error), repr(error.args), *traceback.format_exception(error)]
    parts += [repr(vars(error))] if hasattr(error, "__dict__") else []
    for behind in (error.__cause__, error.__context__):
        parts += [everything_said(behind)] if behind is not None else []
    return "\n".join(parts)


@pytest.mark.parametrize("name", [*FAULTS, "down"])
async def test_no_failure_holds_the_token_or_the_message(
    name: str, server: FakeTelegram, api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    """In no message, cause, context, traceback or log of any library, at any level (faults G20)."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("telegram").setLevel(logging.WARNING)
    if name == "down":
        await server.refuse()
    else:
        FAULTS[name][0](server)
    with pytest.raises(TelegramError) as raised:
        await api.call("sendMessage", SENT)
    said = everything_said(raised.value) + caplog.text
    assert server.token not in said
    assert server.token.partition(":")[2] not in said
    assert "canari" not in said


def test_nothing_shows_the_token(server: FakeTelegram) -> None:
    """Objects that hold it do not print it."""
    api = Api("http://127.0.0.1:1", "123:secret-word")
    assert "secret-word" not in f"{api!r} {api.bot!r} {api.bot.request!r} {api.bot} {vars(api)!r}"
    assert "secret-word" not in str(api.bot.base_url)


async def test_a_file_arrives_as_it_was(server: FakeTelegram, api: Api) -> None:
    """By the library's own call, in a form of several parts, accents included."""
    data = bytes(range(256)) * 100
    sent = await api.bot.send_document(812, InputFile(data, "fiche d'été.ics"), caption="é" * 10)
    seen = server.user(812).last
    assert seen.file is not None
    assert (seen.file.data, seen.file.name, seen.text) == (data, "fiche d'été.ics", "é" * 10)
    assert sent.message_id == seen.id


async def test_connections_are_kept(server: FakeTelegram, api: Api) -> None:
    """A hundred calls one after the other use one."""
    for _ in range(100):
        await api.call("getMe", {})
    assert len(server.wires) == 1


async def test_many_calls_at_once_all_pass(server: FakeTelegram, api: Api) -> None:
    """More than there are connections: the others wait their turn."""
    answers = await asyncio.gather(*(api.call("getMe", {}) for _ in range(400)))
    assert {answer["is_bot"] for answer in answers} == {True}


DECISIONS: list[tuple[TelegramError, SendError]] = [
    (Forbidden("forbidden"), Blocked()),
    (Flooded(3.0), Throttled(3.0)),
    (Flooded(None), Throttled(None)),
    (ChatMigrated(-100), Moved("-100")),
    (InvalidToken("refused"), Misconfigured()),
    (BadRequest("chat-not-found"), Rejected("chat-not-found")),
    (NotTaken("x"), Unreachable()),
    (TimedOut("x"), Unreachable(maybe_sent=True)),
    (NetworkError("x"), Unreachable(maybe_sent=True)),
    (Unreadable(None), Unreachable(maybe_sent=True)),
]


@pytest.mark.parametrize(("error", "expected"), DECISIONS, ids=lambda each: type(each).__name__)
def test_each_failure_is_one_of_the_closed_list(error: TelegramError, expected: SendError) -> None:
    """A refusal is a network error for the library: it must not be tried for ever (faults F22)."""
    found = send_error(error)
    assert (type(found), vars(found)) == (type(expected), vars(expected))


def test_what_may_be_repeated_is_never_in_doubt() -> None:
    """A change of a message, lost on its way, is made again."""
    found = send_error(TimedOut("x"), repeatable=True)
    assert vars(found) == {"maybe_sent": False}


@pytest.mark.row("F22")
@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("Bad Request: message is not modified: specified new message content…", "not-modified"),
        ("Bad Request: message to edit not found", "not-found"),
        ("Bad Request: chat not found", "chat-not-found"),
        ("Bad Request: message can't be edited", "not-editable"),
        ("Bad Request: message is too long", "too-long"),
        ("Bad Request: BUTTON_DATA_INVALID", "button"),
        ("Bad Request: query is too old and response timeout expired or query ID is invalid", "late"),
        ("Bad Request: inline keyboard button URL 'http://canari' is invalid: Wrong HTTP URL", "button"),
        ("Bad Request: something of tomorrow", "bad-request"),
    ],
)
def test_a_refusal_is_one_word_of_ours(said: str, word: str) -> None:
    """The server's sentence may quote the message."""
    assert reason_of(said) == word
