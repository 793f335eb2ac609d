"""`chat --json`: what each kind of line causes, and what a line that is not understood is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import Answer, Talk, ran, talking


@pytest.fixture(scope="module")
def talk() -> Iterator[Talk]:
    """One program for all these lines."""
    with talking() as running:
        yield running


def step(answer: Answer) -> str:
    """The question that the last buttons belong to."""
    return answer.ids[-1].partition(":")[0] if answer.ids else ""


REFUSED = [
    "",
    " ",
    "bonjour",
    "{",
    "[]",
    '"u1"',
    "null",
    "[" * 50_000,
    '{"from": "u1"}',
    '{"text": "bonjour"}',
    '{"from": "", "text": "a"}',
    '{"from": "\\u0000\\u200b", "text": "a"}',
    '{"from": 1, "text": "a"}',
    '{"from": null, "text": "a"}',
    '{"from": "u1", "text": 1}',
    '{"from": "u1", "text": null}',
    '{"from": "u1", "text": ["a"]}',
    '{"from": "u1", "choice": 2}',
    '{"from": "u1", "text": "a", "channel": "sms"}',
    '{"from": "u1", "text": "a", "channel": 1}',
    '{"from": "u1", "text": "a", "kind": "poll"}',
    '{"from": "u1", "text": "a", "room": ""}',
    '{"from": "u1", "text": "a", "room": 3}',
    '{"from": "u1", "text": "a", "id": null}',
    '{"from": "u1", "text": "a", "id": true}',
    '{"from": "u1", "text": "a", "id": [1]}',
    '{"from": "u1", "text": "a", "reply_to": 1}',
    '{"from": "u1", "text": "a", "language": 1}',
    '{"from": "u1", "text": "a", "txet": "b"}',
    '{"clock": "demain"}',
    '{"clock": null}',
    '{"clock": 1764579600}',
    '{"clock": "2026-12-03T18:00:00"}',
    '{"clock": "2026-12-03T18:00:00+01:00", "asleep": "yes"}',
    '{"clock": "2026-12-03T18:00:00+01:00", "from": "u1"}',
    '{"clock": "0001-01-01T00:00:00+14:00"}',
    '{"clock": "9999-12-31T23:59:59-14:00"}',
    '{"clock": "9999-12-31T23:59:59+00:00"}',
    '{"clock": "0001-01-01T00:00:00+00:00"}',
    '{"from": "u1", "from": "u2", "text": "a"}',
]


@pytest.mark.parametrize("line", REFUSED, ids=[line[:60] for line in REFUSED])
def test_a_line_that_is_not_understood_is_an_error_and_nothing_else(talk: Talk, line: str) -> None:
    """One error, then `done` (without which this would wait); nobody is answered."""
    answer = talk.send(line)
    assert [set(error) for error in answer.errors] == [{"error", "line"}]
    assert len(answer.errors[0]["error"]) > 10
    assert answer.messages == []


def test_an_error_counts_the_lines_from_one() -> None:
    """Blank and good lines count too."""
    with talking() as talk:
        answers = [talk.send(line) for line in ('{"from": "u1", "text": "bonjour"}', "", "nope")]
    assert [[error["line"] for error in answer.errors] for answer in answers] == [[], [2], [3]]


def test_a_mark_of_byte_order_before_a_line_is_not_part_of_it(talk: Talk) -> None:
    """Editors of Windows write one at the beginning of a file."""
    assert talk.send(b'\xef\xbb\xbf{"from": "with-mark", "text": "bonjour"}\r').messages


def test_bytes_that_are_no_text_are_an_error_line(talk: Talk) -> None:
    """And the next line is answered."""
    assert len(talk.send(b"\xff\xfe\x00").errors) == 1
    assert talk.text("bonjour", "after-bytes").messages


STRANGE = {
    "empty": "",
    "spaces": " \t ",
    "long": "a" * 100_000,
    "controls": "\x00\x01\x1b[31m",
    "emoji": "🦆🦆🦆",
    "right to left": "\u202e\u2066\u200f",
    "other script": "مرحبا",
    "stacked accents": "e" + "\u0301" * 500,
    "markup": "<b>*_`[x](y)</b>",
    "number beyond": "42",
    "zero": "0",
    "number in words": "zéro",
    "two that contradict": "j'ai une idée et notre structure a plus de 5 ans",
    "lines": "a\nb\n\n\nc",
    "braces": "{ $hours } {{x}} %s",
}


@pytest.mark.row("I1", "I2")
@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_whatever_is_typed_is_answered_by_the_same_question(talk: Talk, text: str) -> None:
    """Nothing is lost, nothing is guessed, and the text does not come back."""
    who = f"strange-{len(text)}-{text[:3]!r}"
    talk.text("bonjour", who)
    answer = talk.text(text, who)
    assert step(answer) == "orientation/etape"
    assert len(answer.text) < 2_000


FORGED = [
    "", "x", "orientation", "orientation/etape", "orientation/etape:", "orientation/etape:rien", "a/b:c", ":/:",
    "orientation/qpv:oui", "orientation/forme:association", "orientation/commune:bordeaux",
    "orientation/etape:done", "orientation/besoins:done", "orientation/scheme:rien", "orientation/why:rien",
    "orientation/modify:etape", "orientation/result:prepare", "orientation/etape:idee:idee", "privacy/forget:yes",
    "pages/open:rien", "glossary/open:rien", "handoff/x:y", "ORIENTATION/ETAPE:IDEE",
    "orientation/etape:" + "i" * 70_000, "\x00/\x00:\x00",
]  # fmt: skip


@pytest.mark.row("I16")
@pytest.mark.parametrize("choice", FORGED, ids=[repr(choice[:40]) for choice in FORGED])
def test_a_forged_or_early_tap_changes_no_answer(talk: Talk, choice: str) -> None:
    """A choice is trusted no more than typed text; the question stays open."""
    who = f"forged-{choice[:40]!r}-{len(choice)}"
    talk.text("bonjour", who)
    answer = talk.tap(choice, who)
    assert answer.messages
    assert answer.errors == []
    after = talk.tap("orientation/etape:idee", who)
    assert (step(after), "orientation/commune:skip" in after.ids) == ("orientation/commune", True)


def test_a_tap_on_an_old_button_goes_back_to_its_question(talk: Talk) -> None:
    """And the same answer again changes nothing."""
    talk.text("bonjour", "old")
    talk.tap("orientation/etape:idee", "old")
    talk.tap("orientation/commune:bondues", "old")
    assert step(talk.tap("orientation/etape:idee", "old")) == "orientation/but"
    assert step(talk.tap("orientation/etape:plus_5", "old")) == "orientation/etape"


def test_a_tap_before_any_word_is_answered_with_the_welcome(talk: Talk) -> None:
    """A button may have been forwarded."""
    answer = talk.tap("orientation/etape:idee", "never-seen")
    assert (answer.kinds, step(answer)) == (["reply", "reply"], "orientation/commune")


def test_the_same_id_twice_is_one_message(talk: Talk) -> None:
    """For one address; another person may use the same id; a number is its text."""
    talk.text("bonjour", "twice", id="1")
    assert talk.tap("orientation/etape:idee", "twice", id=2).messages
    assert talk.tap("orientation/etape:idee", "twice", id="2").messages == []
    assert talk.text("bonjour", "other-twice", id="2").messages


@pytest.mark.parametrize("id", ["", "x" * 5_000, "é\n\x00", "a/b'--", "0"])
def test_any_id_names_its_message(talk: Talk, id: str) -> None:
    """However long or strange."""
    who = f"id-{len(id)}-{id[:3]!r}"
    first = talk.text("bonjour", who, id=id)
    assert first.messages
    assert len({message["key"] for message in first.messages}) == len(first.messages)
    assert talk.text("bonjour", who, id=id).messages == []


def test_the_same_id_after_a_restart_is_still_one_message(db: str) -> None:
    """The database remembers."""
    with talking("--db", db) as talk:
        talk.text("bonjour", id="m1")
        talk.tap("orientation/etape:idee", id="m2")
    with talking("--db", db) as talk:
        assert talk.owed == []
        assert talk.tap("orientation/etape:idee", id="m2").messages == []
        assert step(talk.tap("orientation/commune:lille", id="m3")) == "orientation/qpv"


def test_without_a_database_nothing_is_left(tmp_path: Path) -> None:
    """Two runs in one folder do not know each other."""
    for _ in range(2):
        with talking() as talk:
            assert "programme" in talk.text("bonjour", id="m1").text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.row("I33")
def test_one_name_on_two_channels_is_two_people(talk: Talk) -> None:
    """Until they are linked."""
    for channel in ("telegram", "matrix"):
        answer = talk.text("bonjour", "both", channel=channel)
        assert {(message["channel"], message["to"]) for message in answer.messages} == {(channel, "both")}
    talk.tap("orientation/etape:idee", "both", channel="telegram")
    assert step(talk.text("passer", "both", channel="matrix")) == "orientation/etape"
    assert step(talk.text("passer", "both", channel="telegram")) != "orientation/etape"


@pytest.mark.row("I25")
def test_a_room_of_several_people_is_told_to_write_in_private(talk: Talk) -> None:
    """Talk among people is not answered; what is said to the bot is; no question is asked."""
    assert talk.text("bonjour à tout le monde", "r1", room="g1").messages == []
    (said,) = talk.text("/start", "r1", room="g1").messages
    assert (said["to"], said["room"], said["choices"]) == ("g1", "g1", [])
    assert talk.tap("orientation/etape:idee", "r1", room="g1").ids == []
    assert "programme" in talk.text("bonjour", "r1").text


def test_a_room_does_not_show_what_someone_said_in_private(talk: Talk) -> None:
    """Nor take their answers."""
    talk.text("bonjour", "r2")
    talk.tap("orientation/etape:idee", "r2")
    assert "idée" not in talk.text("/mes_donnees", "r2", room="g2").text
    talk.text("lille", "r2", room="g2")
    assert step(talk.text("menu", "r2")) == "orientation/commune"


@pytest.mark.row("I10", "D25")
@pytest.mark.parametrize("kind", ["sticker", "photo", "voice", "location", "contact"])
def test_what_cannot_be_read_is_said_and_the_question_stays(talk: Talk, kind: str) -> None:
    """With or without a caption."""
    talk.text("bonjour", kind)
    for line in ({"from": kind, "kind": kind}, {"from": kind, "kind": kind, "text": "j'ai une idée"}):
        answer = talk.send(line)
        assert ("vocal" if kind == "voice" else "texte") in answer.text
        assert step(answer) == "orientation/etape"


@pytest.mark.row("I29")
def test_an_edited_message_answers_nothing(talk: Talk) -> None:
    """The person is told how to change an answer."""
    talk.text("bonjour", "edit")
    talk.tap("orientation/etape:idee", "edit")
    answer = talk.text("Tourcoing", "edit", kind="edit")
    assert "modifier" in answer.text
    assert step(answer) == "orientation/commune"


@pytest.mark.parametrize(
    ("hint", "word"),
    [("en", "program,"), ("en-US", "program,"), ("fr", "programme"), ("tlh", "programme"), ("", "programme")],
)
def test_the_first_message_follows_the_language_of_the_client(talk: Talk, hint: str, word: str) -> None:
    """If the pack has it; else the first language of the pack."""
    assert word in talk.text("start", f"hint-{hint}", language=hint).text


def test_the_language_chosen_is_kept_whatever_the_client_says(talk: Talk) -> None:
    """A hint is only a first guess."""
    talk.text("bonjour", "chosen", language="fr")
    talk.tap("language/choose:en", "chosen")
    assert "Question 2" in talk.tap("orientation/etape:idee", "chosen", language="fr").text
    assert "type its name" in talk.text("aide", "chosen", language="fr").text


def test_a_tap_in_a_message_replaces_that_message(talk: Talk) -> None:
    """`reply_to` says which; typed text replaces nothing."""
    question = talk.text("bonjour", "edits").messages[-1]
    answer = talk.tap("orientation/etape:idee", "edits", reply_to=question["key"])
    assert [message.get("replaces") for message in answer.messages] == [question["key"]]
    typed = talk.text("Lille", "edits", reply_to=answer.messages[-1]["key"])
    assert [message.get("replaces") for message in typed.messages] == [None]


def test_several_lines_written_at_once_are_answered_in_order(talk: Talk) -> None:
    """A program may write ahead; each `done` closes its line."""
    people = [f"ahead-{n}" for n in range(50)]
    for who in people:
        talk.write({"from": who, "text": "bonjour"})
    assert [{message["to"] for message in talk.answer().messages} for _ in people] == [{who} for who in people]


def test_the_last_line_needs_no_end() -> None:
    """A file may lack its last newline."""
    ended = ran("chat", "--json", said='{"from": "u1", "text": "bonjour"}')
    assert (ended.code, [json.dumps(line) for line in ended.lines][-1]) == (0, '{"done": true}')
    assert len(ended.lines) == 4
