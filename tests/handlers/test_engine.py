"""What holds for any message whatever: an answer, the right one, and nothing stored that was not said."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.dialogues.questionnaire import asks
from tests.conversation import Talk, guide, saved
from tests.handlers.packs import NAMES
from tests.transcript import Message
from tests.walking import by_buttons, question, sample, walk

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
STRANGE = (
    "", " ", "\u200b\u200b", "\x00", "a\x00b", "\ud83d", "\u202eellil", "e" + "\u0301" * 200, "👍🏽", "🇫🇷", "1️⃣", "٣",
    "²", "½", "Ⅳ", "ﷺ" * 300, "<b>", "javascript:alert(1)", "%s%d{name}", "{ $most }", "/", "!", "//",
    "/start@autre_bot", "／start", "/START", "-1", "999999999999999999999", "0", "1,2", "1 2 3", "oui non", "\n\n",
    "a" * 100_000, "é̀" * 50_000, "1" * 100_000, " 1 ", "lille " * 20_000,
    "Robert'); DROP TABLE people;--", "null", "None",
)  # fmt: skip
MILESTONES = 6
BIGGEST_STATE = 9_000


@cache
def states(name: str) -> list[Talk]:
    """A person at each question of a path, at a pause, at the result, in a self-check and before erasing."""
    path = max(sample(name), key=len)
    talks = []
    for stop in range(MILESTONES):
        talk = Talk(guide(name))
        talk.say("bonjour")
        for _ in range(stop):
            asked = question(talk)
            if asked is not None:
                by_buttons(talk, asked.fact, path.get(asked.fact, ""))
        talks.append(talk)
    for said in ("arrêter", "oublier", "fiches", "garder", "modifier"):
        talk = Talk(guide(name))
        walk(talk, path)
        talk.say("retour")
        talk.say(said)
        talks.append(talk)
    talk = Talk(guide(name))
    walk(talk, path)
    return [Talk(guide(name)), *talks, talk]


def copy(talk: Talk) -> Talk:
    """Another person at the same point."""
    other = Talk(talk.guide)
    other.people = {who: type(memory)(**vars(memory)) for who, memory in talk.people.items()}
    return other


def stored_wrongly(talk: Talk, before: Mapping[str, str], fact: str) -> dict[str, str]:
    """Answers that came up although their question was not in course."""
    return {f: v for f, v in talk.answers().items() if before.get(f) != v and f != fact}


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_TEXT | st.sampled_from(STRANGE), place=st.integers(0, 12))
def test_any_text_is_answered_and_stores_nothing_but_an_answer_to_the_question_in_course(
    name: str, text: str, place: int
) -> None:
    talk = copy(states(name)[place])
    before, fact = dict(talk.answers()), talk.conversation().step
    first = guide(name).pack.orientation.questions[0].fact if not asks(talk.conversation()) else fact
    assert talk.say(text)
    assert stored_wrongly(talk, before, fact if asks(talk.conversation()) and fact else first) in ({}, before)


@pytest.mark.row("I1")
@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_text_is_answered_at_every_question(text: str) -> None:
    for talk in states("lille"):
        other = copy(talk)
        heard = other.say(text)
        assert heard
        assert all(text not in each.text for each in heard if len(text) > 20)


@pytest.mark.row("I9", "I10", "I29")
@pytest.mark.parametrize("how", ["sticker", "photo", "voice", "location", "contact", "other", "edit"])
def test_what_is_not_a_message_is_said_to_be_so_and_the_question_stays(how: str) -> None:
    for talk in states("lille")[1:]:
        other = copy(talk)
        before = other.conversation()
        heard = other.hears(Message("u1", "lille", how=how))
        name = {"edit": "edited", "voice": "only-text-voice"}.get(how, "only-text")
        said = guide("lille").wording.say("fr", name)
        assert heard[0].text.startswith(said)
        asked = {choice.id.partition(":")[0] for choice in heard[-1].choices}
        assert f"orientation/{before.step}" in asked or not asks(before)
        assert other.answers() == before.answers
        assert (other.conversation().dialogue, other.conversation().step) == (before.dialogue, before.step)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_old_buttons_in_any_order_never_store_a_wrong_answer(name: str, data: st.DataObject) -> None:
    """S2: a tap answers its question if it is in course, and changes no answer otherwise."""
    talk, seen = Talk(guide(name)), set[str]()
    for said in ("bonjour", "menu", "lieux", "mot", "fiches", "langue", "mes données", "arrêter"):
        talk.say(said)
        seen |= {choice.id for choice in talk.people["u1"].choices}
    talk.say("reprendre")
    path = data.draw(st.sampled_from(sample(name)))
    while (asked := question(talk)) is not None:
        seen |= {choice.id for choice in talk.people["u1"].choices}
        by_buttons(talk, asked.fact, path.get(asked.fact, ""))
    for said in ("mes portes", "modifier"):
        talk.say(said)
        seen |= {choice.id for choice in talk.people["u1"].choices}
    seen -= {"orientation/resume:restart", "orientation/for:other", "privacy/forget:yes"}
    for id in data.draw(st.lists(st.sampled_from(sorted(seen)), min_size=20, max_size=20)):
        before, step = dict(talk.answers()), talk.conversation().step
        assert talk.tap(id)
        if id.split(":")[0] != f"orientation/{step}":
            assert dict(talk.answers()) == before, id


@settings(max_examples=120, deadline=None)
@given(
    id=st.text(max_size=90) | st.from_regex(r"(orientation|pages|privacy|places|help|glossary)/[a-z_.]{0,12}:[a-z_]*")
)
def test_a_forged_button_is_answered_and_changes_no_answer(id: str) -> None:
    for talk in states("lille")[1:]:
        other = copy(talk)
        before, step = dict(other.answers()), other.conversation().step
        assert other.tap(f"x/{id}" if "/" not in id else id)
        if not id.startswith(f"orientation/{step}:") and "restart" not in id and "for:" not in id:
            assert dict(other.answers()) in (before, {}), id


@pytest.mark.parametrize(
    "id",
    ["orientation/modify:rien", "orientation/resume:rien", "orientation/result:rien", "orientation/scheme:rien",
     "orientation/why:rien", "pages/open:rien", "pages/section:rien.rien", "pages/rien.q1:oui", "places/place:rien",
     "places/need:rien", "glossary/term:rien", "language/choose:xx", "privacy/keep:rien", "privacy/forget:rien"],
)  # fmt: skip
def test_a_button_that_never_existed_changes_no_answer(id: str) -> None:
    for talk in states("lille")[1:]:
        other = copy(talk)
        assert other.tap(id)
        assert dict(other.answers()) == dict(talk.answers())


def test_a_value_that_never_existed_is_not_an_answer_to_the_question_in_course() -> None:
    for talk in states("lille")[1:]:
        other, step = copy(talk), talk.conversation().step
        assert other.tap(f"orientation/{step or 'etape'}:rien")
        assert dict(other.answers()) == dict(talk.answers())


def test_forgetting_needs_its_question_to_have_been_asked() -> None:
    talk = copy(states("lille")[4])
    before = dict(talk.answers())
    talk.tap("privacy/forget:yes")
    assert dict(talk.answers()) == before
    assert talk.conversation().dialogue == "privacy"


@pytest.mark.parametrize("name", NAMES)
def test_the_same_nonsense_again_and_again_ends_in_the_menu_and_never_in_silence(name: str) -> None:
    """A11: at most five times the same question; then the menu, whose numbers are its own."""
    talk = Talk(guide(name))
    talk.say("bonjour")
    times, offered = 0, list[str]()
    while "handoff/open:contacts" not in offered:
        offered, times = [choice.id for each in talk.say("zzzz qqqq") for choice in each.choices], times + 1
        assert times <= MILESTONES
    assert talk.say(str(offered.index("handoff/open:contacts") + 1)) == talk.say("humain")
    assert dict(talk.answers()) == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_state_does_not_grow_with_the_conversation(name: str) -> None:
    said = ("lieux", "mot", "fiches", "4p", "oublier", "4p", "non", "menu", "langue", "garder", "modifier", "aide", "1",
            "roubaix ou tourcoing", "retour", "zzz", "reprendre", "pourquoi", "humain", "près d'ouvrir")  # fmt: skip
    talk, chance = Talk(guide(name)), random.Random(5)
    for _ in range(400):
        talk.say(chance.choice(said))
        assert len(talk.people["u1"].conversation) < BIGGEST_STATE


def test_the_state_is_strings_only() -> None:
    for talk in states("lille"):
        kept = json.loads(saved(talk.conversation()))
        assert isinstance(kept.pop("version"), int)
        for value in kept.values():
            assert isinstance(value, str) or all(isinstance(k, str) and isinstance(v, str) for k, v in value.items())


@pytest.mark.row("I44", "D6")
@pytest.mark.parametrize(
    "text", ["06 39 98 00 01", "moi@example.org", "2 85 05 59 350 123 45", "FR76 3000 6000 0112 3456 7890 189"]
)
def test_personal_data_are_refused_and_not_kept(text: str) -> None:
    """I44: neither in the answers nor in the memory of the conversation."""
    for talk in states("lille")[1:]:
        other = copy(talk)
        heard = other.say(f"lille {text}")
        assert guide().wording.say("fr", "personal-answer") in heard[0].text
        assert text not in other.people["u1"].conversation
        assert dict(other.answers()) == dict(talk.answers())


def test_distress_is_answered_alone_even_as_a_first_message() -> None:
    said = guide().wording.say("fr", "distress-answer")
    for talk in states("lille"):
        other = copy(talk)
        assert [each.text for each in other.say("je veux mourir")] == [said]


@pytest.mark.row("I24")
def test_a_command_is_known_whatever_its_case_mark_or_politeness() -> None:
    for written in (
        "aide",
        "AIDE",
        "/aide",
        "!aide",
        "／aide",
        "/aide@mon_bot",
        "Aide s'il vous plaît",
        "aide stp",
        "Aidez-moi !",
    ):
        talk = copy(states("lille")[2])
        wording = guide().wording
        both = f"{wording.say('fr', 'help')} {wording.say('fr', 'help-language')}"
        assert talk.say(written)[0].text == f"{both}\n{wording.say('fr', 'help-more')}", written


@pytest.mark.row("I24")
@pytest.mark.parametrize("written", ["/inconnue", "!inconnue", "/broadcast", "/HELPME"])
def test_a_command_that_is_none_is_said_to_be_unknown_and_the_question_stays(written: str) -> None:
    talk = copy(states("lille")[2])
    before, (heard,) = talk.conversation(), talk.say(written)
    assert heard.text.startswith(guide().wording.say("fr", "unknown-command"))
    assert (talk.conversation().step, dict(talk.answers())) == (before.step, dict(before.answers))
    assert heard.choices


@pytest.mark.row("I40")
def test_yes_and_no_are_understood_in_many_ways() -> None:
    """I40: as mapped, otherwise the buttons again."""
    at_qpv = Talk(guide())
    for said in ("bonjour", "j'ai une idée", "lille"):
        at_qpv.say(said)
    for value, ways in {
        "oui": "oui OUI ouais ok 1 👍 yes نعم",
        "non": "non NON nan 2 no 👎 لا",
        None: "bof A euh 7",
    }.items():
        for written in ways.split():
            talk = copy(at_qpv)
            heard = talk.say(written)
            assert talk.answers().get("qpv") == value, written
            assert value or [each.id for each in heard[-1].choices][:1] == ["orientation/qpv:oui"], written


def test_in_a_room_only_a_command_is_answered_and_nothing_personal_is_said() -> None:
    talk = Talk(guide())
    assert talk.send(Message("u1", "bonjour tout le monde", how="salon")) == []
    assert talk.send(Message("u1", "bonjour", how="salon")) == []
    assert talk.send(Message("u1", "lille", how="salon")) == []
    for command in ("/start", "!aide", "aide"):
        heard = talk.hears(Message("u1", command, how="salon"))
        assert [each.text for each in heard] == [guide().wording.say("fr", "room-private")]
