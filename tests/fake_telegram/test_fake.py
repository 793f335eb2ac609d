"""The fake server answers, checks and refuses as the real one: raw HTTP, whatever the client."""

from __future__ import annotations

import asyncio
import json
import struct
from typing import Any

import aiohttp
import pytest

from tests.fake_telegram import FakeTelegram, NotOnScreenError
from tests.fake_telegram.bare import Client, keys

HOLDER = 812
UNREADABLE = "Bad Request: can't parse reply keyboard markup JSON object"
UNDESCRIBED = "Bad Request: can't parse BotCommand: Can't find field \"description\""
ANSWERS_7 = '{"message_id": 7}'
PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480)


async def test_a_message_reaches_the_screen_of_its_person(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER, "Porteuse")
    holder.starts("src_affiche")
    sent = await bot.ok(
        "sendMessage", chat_id=HOLDER, text="<b>Où</b> en &amp;", parse_mode="HTML", reply_markup=keys("Ici")
    )
    seen = await holder.hears()
    assert (seen.text, seen.labels, seen.mine) == ("Où en &", ("Ici",), False)
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert sent["chat"] == {"id": HOLDER, "type": "private", "first_name": "Porteuse"}


@pytest.mark.parametrize("way", ["form", "query", "multipart", "json", "chunked"])
async def test_parameters_are_read_however_they_are_sent(server: FakeTelegram, bot: Client, way: str) -> None:
    server.user(HOLDER).starts()
    url, params = f"{server.base_url}{server.token}/SENDMESSAGE", {"chat_id": str(HOLDER), "text": "é & = ü"}
    form = aiohttp.FormData(params, default_to_multipart=True)
    ways: dict[str, dict[str, Any]] = {
        "form": {"data": params},
        "query": {"params": params},
        "multipart": {"data": form},
        "json": {"json": params},
        "chunked": {"json": params, "chunked": True},
    }
    async with bot.session.request("GET" if way == "query" else "POST", url, **ways[way]) as answer:
        assert (await answer.json())["result"]["text"] == "é & = ü"


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {"text": ""}, "Bad Request: message text is empty"),
        ("sendMessage", {"text": " \n "}, "Bad Request: text must be non-empty"),
        ("sendMessage", {"text": "é" * 4097}, "Bad Request: message is too long"),
        ("sendMessage", {"text": "😀" * 8193}, "Bad Request: text is too long"),
        ("sendMessage", {"text": "a", "chat_id": 999}, "Bad Request: chat not found"),
        ("sendMessage", {"text": "a", "chat_id": "who"}, "Bad Request: chat not found"),
        ("sendMessage", {"text": "a", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"text": "\ud800a"}, "Bad Request: strings must be encoded in UTF-8"),
        ("sendMessage", {"text": "a", "reply_markup": keys("a", data="é" * 33)}, "Bad Request: BUTTON_DATA_INVALID"),
        ("sendMessage", {"text": "a", "reply_markup": keys(*"a" * 101)}, "Bad Request: reply markup is too long"),
        ("sendMessage", {"text": "a", "reply_markup": keys("a" * 11_000)}, "Bad Request: reply markup is too long"),
        (
            "sendMessage",
            {"text": "a", "reply_markup": keys("a", data="")},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ("sendMessage", {"text": "a", "reply_markup": "{"}, UNREADABLE),
        ("sendMessage", {"text": "a", "reply_parameters": ANSWERS_7}, "Bad Request: message to be replied not found"),
        ("editMessageText", {"text": "a", "message_id": 9}, "Bad Request: message to edit not found"),
        ("deleteMessage", {"message_id": 9}, "Bad Request: message to delete not found"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        ),
        ("sendChatAction", {"action": "dancing"}, "Bad Request: wrong parameter action in request"),
        ("sendDocument", {}, "Bad Request: there is no document in the request"),
        ("getFile", {"file_id": "x"}, "Bad Request: invalid file_id"),
        ("setMyCommands", {"commands": '[{"command":"Menu","description":"d"}]'}, "Bad Request: BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": '[{"command":"menu"}]'}, UNDESCRIBED),
        ("setMyName", {"name": "n", "language_code": "french"}, "Bad Request: invalid language code specified"),
        ("setMyName", {"name": "n" * 65}, "Bad Request: name is too long"),
        ("sendPoll", {"question": "?"}, "Not Found: method not found"),
    ],
)  # fmt: skip
async def test_what_the_real_server_refuses_is_refused(
    server: FakeTelegram, bot: Client, method: str, params: dict[str, object], words: str
) -> None:
    server.user(HOLDER).starts()
    assert await bot.refused(method, **({"chat_id": HOLDER} | params)) == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é</b>", "Unexpected end tag at byte offset 2"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("é<3", "Unclosed start tag at byte offset 2"),
        ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_unbalanced_html_is_refused_with_its_place(
    server: FakeTelegram, bot: Client, html: str, words: str
) -> None:
    server.user(HOLDER).starts()
    said = await bot.refused("sendMessage", chat_id=HOLDER, text=html, parse_mode="HTML")
    assert said == f"Bad Request: can't parse entities: {words}"


async def test_entities_are_counted_as_utf_16(server: FakeTelegram, bot: Client) -> None:
    server.user(HOLDER).starts()
    text = '  😀<i>é<b>x</b></i> &lt;&#233;&eacute; <a href="https://a.fr/?a=1&amp;b">l</a> '
    sent = await bot.ok("sendMessage", chat_id=HOLDER, text=text, parse_mode="html")
    assert sent["text"] == "😀éx <é&eacute; l"
    assert [(e["type"], e["offset"], e["length"]) for e in sent["entities"]] == [
        ("italic", 2, 2),
        ("bold", 3, 1),
        ("text_link", 16, 1),
    ]
    assert sent["entities"][2]["url"] == "https://a.fr/?a=1&b"


@pytest.mark.row("I12")
async def test_lengths_are_measured_after_entities_in_code_points(server: FakeTelegram, bot: Client) -> None:
    server.user(HOLDER).starts()
    await bot.ok("sendMessage", chat_id=HOLDER, text=f"<b>{'😀' * 4096}</b>", parse_mode="HTML")


async def test_an_edit_that_changes_nothing_is_refused(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    theirs = holder.sends("bonjour")
    sent = await bot.ok("sendMessage", chat_id=HOLDER, text="a", reply_markup=keys("1"))
    same = {"chat_id": HOLDER, "message_id": sent["message_id"], "reply_markup": keys("1")}
    assert "message is not modified" in await bot.refused("editMessageText", text="a ", **same)
    assert "message is not modified" in await bot.refused("editMessageReplyMarkup", **same)
    await bot.ok("editMessageText", text="b", chat_id=HOLDER, message_id=sent["message_id"])
    assert (holder.last.text, holder.last.buttons, holder.last.edited) == ("b", (), True)
    assert await bot.refused("editMessageText", text="b", chat_id=HOLDER, message_id=theirs) == (
        "Bad Request: message can't be edited"
    )


async def test_a_message_belongs_to_its_chat(server: FakeTelegram, bot: Client) -> None:
    server.user(HOLDER).starts()
    server.user(813).starts()
    sent = await bot.ok("sendMessage", chat_id=HOLDER, text="a")
    said = await bot.refused("editMessageText", chat_id=813, message_id=sent["message_id"], text="b")
    assert said == "Bad Request: message to edit not found"


async def test_files_come_and_can_be_fetched(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    form = aiohttp.FormData({"chat_id": str(HOLDER), "caption": "l'agenda"})
    form.add_field("document", b"BEGIN:VCALENDAR\r\n--x\r\n", filename="a.ics", content_type="text/calendar")
    async with bot.session.post(f"{server.base_url}{server.token}/sendDocument", data=form) as answer:
        told = (await answer.json())["result"]
    file = holder.last.file
    assert file is not None
    assert (holder.last.text, holder.last.kind) == ("l'agenda", "document")
    assert (file.name, file.media_type, file.data) == ("a.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n--x\r\n")
    where = await bot.ok("getFile", file_id=told["document"]["file_id"])
    async with bot.session.get(f"{server.root}/file/bot{server.token}/{where['file_path']}") as answer:
        assert await answer.read() == file.data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PICTURE, ""),
        (b"text", "IMAGE_PROCESS_FAILED"),
        (PICTURE[:-8] + struct.pack(">II", 9, 900), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
async def test_a_picture_must_be_one(server: FakeTelegram, bot: Client, data: bytes, words: str) -> None:
    server.user(HOLDER).starts()
    form = aiohttp.FormData({"chat_id": str(HOLDER), "photo": "attach://p"})
    form.add_field("p", data, filename="p.png")
    async with bot.session.post(f"{server.base_url}{server.token}/sendPhoto", data=form) as answer:
        told = await answer.json()
    assert told.get("description", "").removeprefix("Bad Request: ") == words


@pytest.mark.parametrize("token", ["1:wrong", "nonsense"])
async def test_a_wrong_token_is_unauthorized(server: FakeTelegram, bot: Client, token: str) -> None:
    async with bot.session.post(f"{server.base_url}{token}/getMe") as answer:
        told = await answer.json()
    assert (answer.status, told["error_code"], told["description"][:12]) == (401, 401, "Unauthorized")


async def test_a_token_can_be_revoked_and_restored(server: FakeTelegram, bot: Client) -> None:
    server.revoke()
    assert await bot.refused("getMe") == "Unauthorized"
    server.restore()
    assert (await bot.ok("getMe"))["username"] == "essai_bot"


async def test_a_menu_belongs_to_its_scope_and_language(server: FakeTelegram, bot: Client) -> None:
    menu = [{"command": "menu", "description": "le menu"}]
    scope = json.dumps({"type": "all_private_chats"})
    await bot.ok("setMyCommands", commands=json.dumps(menu), scope=scope, language_code="fr")
    assert await bot.ok("getMyCommands", scope=scope, language_code="fr") == menu
    assert await bot.ok("getMyCommands", scope=scope) == []
    unknown = await bot.refused("setMyCommands", commands="[]", scope='{"type": "chat", "chat_id": -5}')
    assert unknown == "Bad Request: chat not found"


async def test_names_fall_back_on_everybody_s(server: FakeTelegram, bot: Client) -> None:
    await bot.ok("setMyName", name="Boussole")
    await bot.ok("setMyName", name="Compass", language_code="en")
    told = [await bot.ok("getMyName", language_code=code) for code in ("", "fr", "en")]
    assert [each["name"] for each in told] == ["Boussole", "Boussole", "Compass"]


async def test_nobody_taps_what_is_not_there(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    await bot.ok("sendMessage", chat_id=HOLDER, text="a", reply_markup=keys("1"))
    with pytest.raises(NotOnScreenError, match="'1'"):
        holder.taps("2")
    with pytest.raises(NotOnScreenError, match="link"):
        holder.starts("é" * 3)


async def test_a_tap_turns_until_it_is_answered(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.starts()
    await bot.ok("sendMessage", chat_id=HOLDER, text="a", reply_markup=keys("Oui", data="q/1:oui"))
    tap = holder.taps("Oui")
    assert [*holder.turning] == [tap]
    query = (await bot.ok("getUpdates", offset=-1))[0]["callback_query"]
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("q/1:oui", "a", HOLDER)
    await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="noté")
    assert [*holder.turning] == []
    assert tap.answers == [{"text": "noté"}]
    server.passes(seconds=200)
    assert "query is too old" in await bot.refused("answerCallbackQuery", callback_query_id=query["id"])


async def test_requests_on_one_connection_are_answered_in_order(server: FakeTelegram) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    first = f"GET /bot{server.token}/getUpdates?timeout=1 HTTP/1.1\r\n\r\n"
    last = f"GET /bot{server.token}/getMe HTTP/1.1\r\nConnection: close\r\n\r\n"
    writer.write((first + last).encode())
    told = await reader.read()
    assert told.count(b"HTTP/1.1 200 OK") == 2
    assert told.index(b'"result":[]') < told.index(b"essai_bot")
    writer.close()


async def test_what_is_no_http_is_cut_off(server: FakeTelegram) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"nonsense\r\n\r\n")
    with pytest.raises(ConnectionResetError):
        await reader.read()
    writer.close()
