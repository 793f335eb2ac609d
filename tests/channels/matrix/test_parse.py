"""What an event means: who wrote, what, among how many; what is for nobody is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import nio
import pytest

from bot.channels import EDIT_LASTS
from bot.channels.matrix.changes import Answers
from bot.channels.matrix.parse import (
    START,
    Corrected,
    Heard,
    Reacted,
    Replaced,
    Replied,
    Room,
    Said,
    TakenBack,
    Verifies,
    heard,
    sign_of,
)
from handlers.messages import Address, Inbound

ME, ANNA, PLACE = "@bot:a.org", "@holder:a.org", "!room:a.org"
ALONE, CROWD = Room(PLACE, ME, private=True), Room(PLACE, ME, private=False)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AT = int(NOW.timestamp() * 1000) - 60_000


def event(content: dict[str, Any], kind: str = "m.room.message", **more: Any) -> dict[str, Any]:
    """An event of the holder's."""
    return {"type": kind, "event_id": "$1", "sender": ANNA, "origin_server_ts": AT, "content": content, **more}


def told(content: dict[str, Any], room: Room = ALONE, kind: str = "m.room.message", **more: Any) -> Heard | None:
    """What it means."""
    return heard(event(content, kind, **more), room, NOW)


def text(body: str, room: Room = ALONE, **content: Any) -> Heard | None:
    """What a text means."""
    return told({"msgtype": "m.text", "body": body, **content}, room)


def inbound(found: Heard | None) -> Inbound:
    """The message for the conversation."""
    assert isinstance(found, Said)
    return found.inbound


@pytest.mark.row("I33")
def test_a_text_is_a_message_of_its_person() -> None:
    """Whatever the room: a person keeps their conversation in another one (faults I33)."""
    found = inbound(text("bonjour"))
    assert (found.address, found.message_id, found.author) == (Address("matrix", ANNA), "$1", ANNA)
    assert (found.text, found.kind, found.hint, found.private) == ("bonjour", "text", None, True)
    assert found.sent_at == NOW - timedelta(minutes=1)


@pytest.mark.row("I28")
def test_an_emote_is_a_text_and_what_programs_say_is_never_answered() -> None:
    """Two bots would answer each other without end (faults I28)."""
    assert inbound(told({"msgtype": "m.emote", "body": "a une idée"})).text == "a une idée"
    assert told({"msgtype": "m.notice", "body": "bonjour"}) is None
    assert told({"msgtype": "m.text", "body": "bonjour"}, sender=ME) is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("m.image", "photo"), ("m.audio", "voice"), ("m.location", "location"), ("m.file", "other"), ("x.y", "other")],
)
def test_what_is_no_text_has_a_kind(kind: str, expected: str) -> None:
    """Its name, and what it holds, are not read."""
    found = inbound(told({"msgtype": kind, "body": "canari.png", "url": "mxc://a/b"}))
    assert (found.kind, found.text) == (expected, "")


def test_a_sticker_is_an_event_of_its_own() -> None:
    """And is answered."""
    assert inbound(told({"body": "canari", "url": "mxc://a/b", "info": {}}, kind="m.sticker")).kind == "sticker"


@pytest.mark.row("I14")
def test_the_html_of_a_message_is_never_read() -> None:
    """Only the plain text is (faults I14)."""
    html: dict[str, Any] = {"format": "org.matrix.custom.html", "formatted_body": "<script>canari</script>"}
    assert inbound(text("oui", **html)).text == "oui"


@pytest.mark.row("I14")
def test_the_quotation_before_an_answer_is_taken_off() -> None:
    """With the name of what is quoted kept, but not what only older clients need."""
    quoting: dict[str, Any] = {"m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}}
    found = inbound(text("> <@bot:a.org> Question 1.\n> 1. Oui\n\nnon", **quoting))
    assert (found.text, found.replies_to) == ("non", "receipt:$0")
    assert inbound(text("> <pas une citation>\n\nnon")).text == "> <pas une citation>\n\nnon"


def test_a_message_in_a_thread_is_answered_there() -> None:
    """The message that older clients show as quoted is not one."""
    content: dict[str, Any] = {
        "m.relates_to": {
            "rel_type": "m.thread",
            "event_id": "$root",
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": "$0"},
        }
    }
    found = text("oui", **content)
    assert isinstance(found, Said)
    assert (found.thread, found.inbound.replies_to) == ("$root", None)


@pytest.mark.parametrize("id", ["$" + "x" * 255, "$" + "é" * 128, "canari", "", "$a\x00", "$\ud800"])
def test_what_cannot_be_a_message_is_no_thread_and_is_not_quoted(id: str) -> None:
    """Somebody may name one as they like: our answers, which carry the name of a thread, would not fit into an event,
    and PostgreSQL refuses to be asked for some."""
    threaded: dict[str, Any] = {"m.relates_to": {"rel_type": "m.thread", "event_id": id}}
    quoting: dict[str, Any] = {"m.relates_to": {"m.in_reply_to": {"event_id": id}}}
    for content in (threaded, quoting):
        found = text("oui", **content)
        assert isinstance(found, Said)
        assert (found.thread, found.inbound.replies_to, found.inbound.text) == (None, None, "oui")


def test_a_correction_carries_the_new_text_and_what_it_corrects() -> None:
    """Never the star that older clients show (MX8); among several people who reads it knows what it corrects."""
    new = {"msgtype": "m.text", "body": "deux"}
    content: dict[str, Any] = {"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}}
    found = text("* deux", **content)
    assert isinstance(found, Corrected)
    assert (found.inbound.text, found.inbound.kind, found.of) == ("deux", "edit", "$0")
    among = text("* deux", CROWD, **content)
    assert isinstance(among, Corrected)
    assert not among.inbound.private


def test_an_answer_among_several_people_is_kept_apart_until_it_is_known_what_it_answers() -> None:
    """Whole, without the quotation of older clients; one in a thread, where people talk among themselves, is none."""
    relation: dict[str, Any] = {"m.in_reply_to": {"event_id": "$9"}}
    found = text("> <@a:b> Question\n\nPassez mardi", CROWD, **{"m.relates_to": relation})
    assert isinstance(found, Replied)
    inbound = found.said.inbound
    assert (inbound.text, inbound.replies_to, inbound.private) == ("Passez mardi", "receipt:$9", False)
    assert found.otherwise is None
    command = text("!aide", CROWD, **{"m.relates_to": relation})
    assert isinstance(command, Replied)
    assert command.otherwise is not None
    threaded = relation | {"rel_type": "m.thread", "event_id": "$9", "is_falling_back": True}
    assert text("Qui répond ?", CROWD, **{"m.relates_to": threaded}) is None


@pytest.mark.row("I30")
def test_only_its_writer_corrects_an_answer_in_a_room_and_only_for_ten_minutes() -> None:
    """Whatever the server lets others do (faults I30)."""
    client = nio.AsyncClient("https://nowhere.example")
    answers = Answers(client, None, NOW)  # type: ignore[arg-type]  # what was read here asks nobody
    relation: dict[str, Any] = {"m.in_reply_to": {"event_id": "$9"}}
    found = text("Passez mardi", CROWD, **{"m.relates_to": relation})
    assert isinstance(found, Replied)
    answers.read(found.said.inbound)
    new = {"msgtype": "m.text", "body": "Passez jeudi"}
    changed: dict[str, Any] = {"rel_type": "m.replace", "event_id": found.said.inbound.message_id}
    change = text("* Passez jeudi", CROWD, **{"m.new_content": new, "m.relates_to": changed})
    assert isinstance(change, Corrected)
    corrected = answers.corrected(change)
    assert corrected is not None
    assert (corrected.text, corrected.kind, corrected.replies_to) == ("Passez jeudi", "edit", "receipt:$9")
    assert answers.corrected(replace(change, inbound=replace(change.inbound, author="@other:b"))) is None
    assert answers.corrected(replace(change, at=change.at + EDIT_LASTS + timedelta(seconds=1))) is None
    assert answers.corrected(replace(change, of="$2")) is None


@pytest.mark.parametrize(
    ("key", "sign"),
    [
        ("1\ufe0f\u20e3", "1"),
        ("2\u20e3", "2"),
        ("\U0001f51f", "10"),
        ("\U0001f1e7", "B"),
        ("\U0001f170\ufe0f", "A"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d"),
        ("❤️", None),
        ("canari", None),
        ("", None),
    ],
)
def test_a_reaction_is_what_one_could_have_typed(key: str, sign: str | None) -> None:
    """Numbers, letters, a bare yes or no; feelings say nothing."""
    assert sign_of(key) == sign


def test_a_reaction_names_the_message_it_is_under() -> None:
    """In private only."""
    content = {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$0", "key": "2\ufe0f\u20e3"}}
    found = told(content, kind="m.reaction")
    assert isinstance(found, Reacted)
    assert (found.of, found.sign, found.inbound.message_id) == ("$0", "2", "$1")
    assert told(content, CROWD, kind="m.reaction") is None


@pytest.mark.parametrize("where", ["content", "event"])
def test_what_is_taken_back_is_named_in_either_place(where: str) -> None:
    """It changed with the versions of rooms (MX7)."""
    more: dict[str, Any] = {"redacts": "$0"}
    found = told(more if where == "content" else {}, kind="m.room.redaction", **({} if where == "content" else more))
    assert isinstance(found, TakenBack)
    assert found.of == "$0"


@pytest.mark.row("I31")
def test_what_was_erased_says_nothing_any_more() -> None:
    """Its content is gone."""
    assert told({}, unsigned={"redacted_because": {}}) is None


def test_polls_and_states_and_own_words_say_nothing() -> None:
    """Nor does any type that we do not know."""
    for kind in ("m.poll.response", "org.matrix.msc3381.poll.start", "m.call.invite", "x.y"):
        assert told({}, kind=kind) is None
    assert told({"name": "x"}, kind="m.room.name", state_key="") is None


def test_a_closed_room_names_the_next_one() -> None:
    """And only as a state of the room."""
    closed = {"replacement_room": "!next:a.org", "body": ""}
    assert told(closed, kind="m.room.tombstone", state_key="") == Replaced("!next:a.org")
    assert told(closed, kind="m.room.tombstone") is None


def test_who_wants_to_compare_keys_is_known() -> None:
    """It gets one sentence (MX17)."""
    found = told({"msgtype": "m.key.verification.request", "body": "x", "methods": []})
    assert found == Verifies(Address("matrix", ANNA))


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("!aide", "!aide"),
        ("!lieux canari", "!lieux"),
        ("/start", "/start"),
        (f"{ME} canari", START),
        ("bonjour canari", None),
        ("aide", None),
    ],
)
def test_among_several_people_only_a_command_is_read(body: str, read: str | None) -> None:
    """And nothing of what follows it; the answer goes to the room (faults I26)."""
    found = text(body, CROWD)
    if read is None:
        assert found is None
    else:
        said = inbound(found)
        assert (said.text, said.address, said.private) == (read, Address("matrix", PLACE), False)


def test_among_several_people_a_mention_is_enough() -> None:
    """As clients write it beside the text."""
    assert inbound(text("dis, canari", CROWD, **{"m.mentions": {"user_ids": [ME]}})).text == START
    assert text("dis, canari", CROWD, **{"m.mentions": {"user_ids": [ANNA]}}) is None


@pytest.mark.row("I35")
@pytest.mark.parametrize("sent", [-(10**18), 0, 4_102_444_800_000, 10**30, "hier", None, float("nan")])
def test_an_invented_hour_is_never_one_to_come(sent: Any) -> None:
    """Servers may say what they like (faults I35)."""
    found = heard(event({"msgtype": "m.text", "body": "x"}, origin_server_ts=sent), ALONE, NOW)
    assert inbound(found).sent_at is not None
    assert inbound(found).sent_at <= NOW  # type: ignore[operator]  # said above


@pytest.mark.row("I34")
@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.text"},
        {"body": "x"},
        {"msgtype": "m.text", "body": 3},
        {"msgtype": ["m.text"], "body": "x"},
        {"msgtype": "m.text", "body": "x", "m.relates_to": "canari"},
        {"msgtype": "m.text", "body": "x", "m.relates_to": {"rel_type": "m.replace"}},
        {"msgtype": "m.text", "body": "x", "m.relates_to": {"rel_type": "m.thread", "event_id": {}}},
        {"msgtype": "m.text", "body": "x", "m.relates_to": {"m.in_reply_to": "canari"}},
    ],
)
def test_what_is_badly_made_is_not_guessed(content: dict[str, Any]) -> None:
    """It is set aside, never half read (faults I34)."""
    with pytest.raises((TypeError, KeyError, ValueError)):
        told(content)
