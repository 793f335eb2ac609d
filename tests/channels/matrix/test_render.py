"""What people see on Matrix: a text that says everything, the same with lists, rung for only when it must."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.matrix.render import LONGEST_TEXT, Placed, contents, transaction
from bot.plain import plain
from handlers.messages import Choice, Reply

ANNA = "@holder:a.org"
TWO = (Choice("a/b:1", "Oui & non"), Choice("a/b:2", "<b>Non</b>"))
MOST_BYTES = 65_536
KINDS = ("reply", "notice", "reminder", "broadcast", "summary")


@pytest.mark.row("I59", "D28")
def test_the_plain_text_is_the_terminals() -> None:
    """Numbers included: nobody needs the list (faults I59)."""
    reply = Reply("Question 1.\n\nOù ?", TWO)
    (content,) = contents("reply", reply, Placed(ANNA))
    assert content["body"] == plain("reply", reply)
    assert "1. Oui & non" in content["body"]


@pytest.mark.row("I14")
@settings(deadline=None)
@given(text=st.text(max_size=80) | st.just("<script>x</script><img src=x onerror=y>"), kind=st.sampled_from(KINDS))
def test_only_a_few_tags_ever_leave(text: str, kind: str) -> None:
    """Whatever was written, by a pack or by a person (faults I14)."""
    reply = Reply(text, (*TWO, Choice("a/b:3", text)))
    placed = Placed(link=(text or "x", 'https://matrix.to/#/@bot:a.org?a=1&b="2'))
    for content in contents(kind, reply, placed):
        tags = re.findall(r"<\s*/?\s*([^\s>]*)([^>]*)>", content["formatted_body"])
        assert {name for name, _ in tags} <= {"p", "br", "ol", "li", "a"}
        assert all(not rest or rest.startswith(' href="https://') for _, rest in tags)


@pytest.mark.row("I13")
def test_the_list_is_escaped_and_numbered_from_one() -> None:
    """Nothing that a pack or a person wrote becomes markup."""
    (content,) = contents("reply", Reply("A <i>\nB\n\nC", TWO), Placed(ANNA))
    assert content["formatted_body"] == (
        "<p>A &lt;i&gt;<br>B</p><p>C</p><ol><li>Oui &amp; non</li><li>&lt;b&gt;Non&lt;/b&gt;</li></ol>"
    )
    assert content["format"] == "org.matrix.custom.html"


def test_the_choices_of_a_notice_have_letters() -> None:
    """Which lists cannot show."""
    (content,) = contents("notice", Reply("A", TWO), Placed(ANNA))
    assert content["formatted_body"].endswith("<p>A. Oui &amp; non<br>B. &lt;b&gt;Non&lt;/b&gt;</p>")
    assert content["body"].endswith("  A. Oui & non\n  B. <b>Non</b>")


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_must_ring_rings(kind: str) -> None:
    """A notice never does, whatever it mentions; always said whom to ring for, be it nobody (MX4)."""
    (content,) = contents(kind, Reply("A"), Placed(ANNA))
    rings = kind != "reply"
    assert content["msgtype"] == ("m.text" if rings else "m.notice")
    assert content["m.mentions"] == ({"user_ids": [ANNA]} if rings else {})


def test_a_room_of_several_people_is_never_rung_for() -> None:
    """It gets the way to a private message, in both forms."""
    placed = Placed(link=("M'écrire", "https://matrix.to/#/@bot:a.org"))
    (content,) = contents("notice", Reply("A"), placed)
    assert (content["msgtype"], content["m.mentions"]) == ("m.notice", {})
    assert content["body"] == "A\nM'écrire : https://matrix.to/#/@bot:a.org"
    assert '<a href="https://matrix.to/#/@bot:a.org">M&#x27;écrire</a>' in content["formatted_body"]


def test_the_answer_to_a_thread_is_in_it() -> None:
    """MX9."""
    (content,) = contents("reply", Reply("A"), Placed(ANNA, thread="$root"))
    assert content["m.relates_to"] == {"rel_type": "m.thread", "event_id": "$root"}
    assert "m.relates_to" not in contents("reply", Reply("A"), Placed(ANNA))[0]


@pytest.mark.parametrize("letter", ["a", "é", "😀", "&", '"'])
def test_a_long_text_leaves_in_pieces_that_fit_once_encrypted(letter: str) -> None:
    """An event holds 64 KiB; encrypted it grows by a third. The choices come last."""
    found = contents("reply", Reply(letter * 3 * LONGEST_TEXT, TWO), Placed(ANNA))
    assert all(len(json.dumps(each)) * 4 / 3 < MOST_BYTES - 1_000 for each in found)
    assert ["<ol>" in each["formatted_body"] for each in found] == [False] * (len(found) - 1) + [True]


def test_what_is_too_large_whatever_the_text_is_cut_once_and_left_to_the_server_to_refuse() -> None:
    """Cutting it for ever stopped everybody (found by events of any shape)."""
    found = contents("reply", Reply("A " * LONGEST_TEXT), Placed(ANNA, thread="$" + "x" * MOST_BYTES))
    assert "".join(each["body"] for each in found).count("A") == LONGEST_TEXT


def test_a_piece_has_the_same_name_for_ever_and_no_other_has_it() -> None:
    """The server drops what it saw under the same name (MX19). A key that an older copy, put back, gives again to
    something else is another name."""
    assert transaction("reply/matrix/1/$a/0", 1, "Bonjour") == transaction("reply/matrix/1/$a/0", 1, "Bonjour")
    names = {transaction(key, number, said) for key in ("k", "l") for number in range(3) for said in ("a", "b")}
    assert len(names) == 12
    assert all(len(name) == 64 for name in names)
