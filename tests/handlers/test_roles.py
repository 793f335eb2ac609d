"""What a code looks like, what each role opens, and that nothing but a code ever gives a role."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from handlers import roles
from handlers.roles import (
    ADMIN,
    AGENT,
    ALPHABET,
    ANIMATOR,
    MOST_GUESSES,
    ROLES,
    Role,
    code_in,
    code_within,
    drawn_code,
    refusal,
)
from scheduler.clock import SetClock
from tests.conversation import START, Talk
from tests.handlers.packs import guide

NETWORKS = ("rouge", "vert")
MANY = 300


def test_a_code_is_easy_to_type_and_never_the_same() -> None:
    """Three groups of letters and digits that no eye confuses; each is read as a code."""
    clock = SetClock(START)
    drawn = [drawn_code(clock.draw) for _ in range(MANY)]
    assert len(set(drawn)) == MANY
    assert {len(code) for code in drawn} == {14}
    assert not set("".join(drawn)) & set("01OIL")
    assert all(code_in(code) == code.replace("-", "") for code in drawn)


@pytest.mark.parametrize(
    "typed",
    ["K7QM-2HXD-9RTA", "k7qm-2hxd-9rta", "K7QM2HXD9RTA", " « K7QM-2HXD-9RTA ». ", "K7QM–2HXD—9RTA", "`k7qm-2hxd-9rta`"],
)
def test_a_code_is_read_however_it_is_copied(typed: str) -> None:
    """Case, dashes, quotes and the dot of a sentence do not count."""
    assert code_in(typed) == "K7QM2HXD9RTA"


@pytest.mark.parametrize(
    "typed",
    [
        "bonjour",
        "anticonstitutionnellement",
        "Villeneuve-d-Ascq",
        "06-39-98-00-01",
        "0612-3456-7890",
        "projet202627",
        "association1",
        "code K7QM-2HXD-9RTA",
        "K7QM-2HXD",
        "K7QM 2HXD 9RTA",
        "vous-avez-donc",
        "2026-2027-2028",
        "",
    ],
)
def test_ordinary_words_are_no_code(typed: str) -> None:
    """They never cost an attempt."""
    assert code_in(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["code K7QM-2HXD-9RTA", "Bonjour, mon code est : K7QM-2HXD-9RTA. Merci", "k7qm 2hxd 9rta", "K7QM-2HXD-9RTA"],
)
def test_a_code_in_a_sentence_or_with_spaces_is_read_where_no_free_text_is_asked_for(typed: str) -> None:
    assert code_within(typed) == "K7QM2HXD9RTA"


@pytest.mark.parametrize(
    "typed",
    ["K7QM-2HXD-9RTA ou K8QM-2HXD-9RTA", "le K7QM 2HXD 9RTA", "réf. 2026-2027-2028", "AK7QM-2HXD-9RTA", "bonjour"],
)
def test_what_may_be_something_else_is_no_code(typed: str) -> None:
    """Two codes, loose groups, a reference in figures."""
    assert code_within(typed) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_a_code_is_twelve_plain_characters(typed: str) -> None:
    """No text breaks the reading."""
    for found in (code_in(typed), code_within(typed)):
        assert found is None or (len(found) == 12 and found.isascii() and found.isalnum() and found == found.upper())


def test_chance_that_gives_nothing_readable_ends() -> None:
    """A broken source of chance is an error, not an endless wait."""
    with pytest.raises(LookupError):
        drawn_code(lambda n: "o" * n)
    with pytest.raises(LookupError):
        drawn_code(lambda n: "a" * n)


@pytest.mark.parametrize(
    ("role", "network", "why"),
    [
        ("animator", "rouge", None),
        ("animator", "", "cli-role-network-missing"),
        ("animator", "bleu", "cli-role-network-unknown"),
        ("agent", "", None),
        ("agent", "bleu", "cli-role-network-unknown"),
        ("admin", "", None),
        ("owner", "", "cli-role-unknown"),
        ("", "rouge", "cli-role-unknown"),
    ],
)
def test_a_role_that_cannot_be_given_is_refused_with_its_reason(role: str, network: str, why: str | None) -> None:
    """An animator has one network, of the pack."""
    assert refusal(role, network, NETWORKS) == why


def test_a_role_taken_back_opens_nothing_from_the_next_message_on() -> None:
    """It is read at each message."""
    talk = Talk(guide("lille"))
    talk.say(talk.doors.invite(ADMIN, "", talk.now))
    talk.say("alertes")
    assert talk.people["u1"].consents == {"alerts": "yes"}
    talk.doors.forget("u1")
    talk.say("alertes")
    assert talk.people["u1"].consents == {"alerts": "yes"}


_WORDS = "bonjour|1|2|alertes|/alertes|mes rôles|/roles|admin|/admin|/grant admin|oublier|oui, tout effacer|stop"
_MORE = "recommencer|animator relais|invite|/start admin|role-admin|retour|humain|mes données|langue"
WORDS = st.sampled_from(f"{_WORDS}|{_MORE}".split("|"))
FORGED = "roles/roles:admin roles/given:admin roles/alertes:oui roles/code:1 privacy/forget:yes roles/open:mine"
TAKING = "granting/taken:1 granting/taken:2 granting/take:1 granting/list:0"
BUTTONS = st.sampled_from(f"{FORGED} {TAKING}".split())
GIVING = {
    "granting/role:admin": Role(ADMIN),
    "granting/role:agent": Role(AGENT),
    "granting/network:cercle": Role(ANIMATOR, "cercle"),
}
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")
CODES = st.lists(st.sampled_from(ALPHABET), min_size=12, max_size=12).map("".join)
PEOPLE = st.sampled_from(["u1", "u2", "u3"])


class OnlyByACode(RuleBasedStateMachine):
    """Anyone does anything; whoever holds a role typed a code that was open, once each."""

    made = Bundle("made")

    def __init__(self) -> None:
        super().__init__()
        self.talk = Talk(guide("exemple"))
        self.open: dict[str, tuple[Role, datetime]] = {}
        self.earned: dict[str, set[Role]] = {}

    @rule(target=made, role=st.sampled_from(ROLES), network=st.sampled_from(["", "relais"]))
    def invite(self, role: str, network: str) -> str:
        code = self.talk.doors.invite(role, network, self.talk.now)
        self.open[code] = (Role(role, network), self.talk.now)
        return code

    @rule(target=made, who=PEOPLE, button=st.sampled_from(sorted(GIVING)))
    def invites_in_the_conversation(self, who: str, button: str) -> str:
        self.talk.say("bonjour", who)
        self._lost()
        may_invite = any(role.name == ADMIN for role in self.talk.doors.held.get(who, ()))
        self.talk.tap("help/open:menu", who)
        said = " ".join(heard.text for heard in self.talk.tap(button, who))
        shown = CODE.findall(said)
        assert bool(shown) == may_invite, said
        for code in shown:
            self.open[code] = (GIVING[button], self.talk.now)
        return shown[0] if shown else "AAAA-2222-AAAA"

    @rule(who=PEOPLE, text=WORDS)
    def says(self, who: str, text: str) -> None:
        self.talk.say(text, who)
        self._lost()

    @rule(who=PEOPLE, code=CODES)
    def guesses(self, who: str, code: str) -> None:
        self.talk.say(code, who)

    @rule(who=PEOPLE, button=BUTTONS)
    def taps(self, who: str, button: str) -> None:
        self.talk.tap(button, who)
        self._lost()

    @rule(who=PEOPLE, code=made, lower=st.booleans())
    def types_a_code(self, who: str, code: str, lower: bool) -> None:
        before = self.talk.doors.held.get(who, ())
        self.talk.say(code.lower() if lower else code, who)
        gained = set(self.talk.doors.held.get(who, ())) - set(before)
        if gained:
            role, since = self.open.pop(code)  # once
            assert gained == {role}
            assert self.talk.now - since < roles.CODE_LIVES
            self.earned.setdefault(who, set()).add(role)

    @rule(hours=st.integers(1, 50))
    def waits(self, hours: int) -> None:
        self.talk.move(self.talk.now + timedelta(hours=hours))
        self._lost()

    def _lost(self) -> None:
        """What was taken back, or forgotten, has to be earned again."""
        for who, earned in self.earned.items():
            earned &= set(self.talk.doors.held.get(who, ()))

    @invariant()
    def every_role_was_earned(self) -> None:
        for who, held in self.talk.doors.held.items():
            assert set(held) <= self.earned.get(who, set())
            assert len(held) == len(set(held))


TestOnlyByACode = OnlyByACode.TestCase
TestOnlyByACode.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_after_five_wrong_codes_a_right_one_waits_an_hour() -> None:
    """The sixth is refused even if right; an hour after the first wrong one it is taken."""
    talk = Talk(guide("exemple"))
    code = talk.doors.invite(ADMIN, "", talk.now)
    for n in range(MOST_GUESSES):
        talk.say(f"AAAA-22{n + 2}2-AAAA")
    talk.say(code)
    assert talk.doors.held == {}
    talk.now += roles.GUESSING - timedelta(seconds=1)
    talk.say(code)
    assert talk.doors.held == {}
    talk.now += timedelta(seconds=1)
    talk.say(code)
    assert talk.doors.held == {"u1": (Role(ADMIN),)}
