"""People who talk with the engine alone: in memory, their state through JSON between every two messages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from bot import packs
from handlers import engine
from handlers.conversation import Conversation, Turn, rested
from handlers.effects import Agree, Effect, Forget, Say, Withdraw
from handlers.guide import Guide
from handlers.messages import LONGEST_CHOICE, Address, Choice, Inbound, Reply
from handlers.quiet import awake, night_of
from handlers.rights import Said
from handlers.world import Person, World
from tests.handlers.packs import guide as of_pack
from tests.membership import Members, MembersOf
from tests.rights import RightsOf
from tests.rights import written as said_last
from tests.roles import Doors, RolesOf
from tests.transcript import ME, ROOM, Heard, Message, Noted, Outcome

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONGEST_MESSAGE = 4_096
ERASED = "tout est effacé"


@cache
def guide(pack: str = "") -> Guide:
    """The guide of a pack of `content/`; the default one when none is named. Read once."""
    return of_pack(pack or packs.default_folder().name)


def drawn(n: int) -> str:
    """Chance, the same at each run."""
    return ("k7qm2hxd9rta" * n)[:n]


def saved(conversation: Conversation) -> str:
    """The conversation as the JSON that is kept."""
    plain = {**{name: getattr(conversation, name) for name in ("dialogue", "step", "language", "pack_revision")}}
    mappings = {"answers": dict(conversation.answers), "memo": dict(conversation.memo)}
    return json.dumps({**plain, **mappings, "version": conversation.version}, ensure_ascii=True)


def loaded(kept: str) -> Conversation:
    """The conversation that this JSON holds."""
    return Conversation(**json.loads(kept))


@dataclass
class Memory:
    """What is kept of one person between two messages."""

    conversation: str = field(default_factory=lambda: saved(Conversation()))
    consents: dict[str, str] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)
    last_seen: datetime | None = None
    nudged: bool = False
    choices: tuple[Choice, ...] = ()


class Talk:
    """A conversation with the engine, whoever speaks. Every turn is checked for what must always hold."""

    def __init__(self, guide: Guide, hint: str | None = None, now: datetime = START) -> None:
        self.guide = guide
        self.hint = hint
        self.now = now
        self.people: dict[str, Memory] = {}
        self.doors = Doors()
        self.members = Members()
        self.sent = 0

    # What a person does

    def say(self, text: str, who: str = ME) -> list[Heard]:
        """Type a text; what is heard."""
        return self.hears(Message(who, text))

    def tap(self, button: str, who: str = ME) -> list[Heard]:
        """Tap a button by its label or its id."""
        return self.hears(Message(who, button, tap=True))

    def hears(self, message: Message) -> list[Heard]:
        """What is heard after this message."""
        return [outcome for outcome in self.send(message) if isinstance(outcome, Heard)]

    # What the tests look at

    def conversation(self, who: str = ME) -> Conversation:
        """Where this person is."""
        return loaded(self._memory(who).conversation)

    def answers(self, who: str = ME) -> Mapping[str, str]:
        """What this person answered so far."""
        return self.conversation(who).answers

    def _memory(self, who: str) -> Memory:
        return self.people.setdefault(who, Memory())

    # One message, as the shell plays it

    def send(self, message: Message) -> list[Outcome]:
        """What this message causes."""
        self._expire(message.who)
        memory = self._memory(message.who)
        world = self._world(memory, message.who)
        turn = engine.respond(loaded(memory.conversation), self._inbound(message, memory), world)
        check(turn, message)
        if message.how == ROOM:
            return _outcomes(ROOM, turn.effects)
        return self._kept(message.who, memory, turn)

    def _inbound(self, message: Message, memory: Memory) -> Inbound:
        self.sent += 1
        choice = button(message.text, memory.choices) if message.tap else None
        kind = "choice" if message.tap else message.how if message.how != ROOM else ""
        text = "" if message.tap else message.text
        private = message.how != ROOM
        address = Address("terminal", message.who if private else "room:g1")
        return Inbound(
            address, str(self.sent), message.who, text, choice, kind or "text", hint=self.hint, private=private
        )

    def _world(self, memory: Memory, who: str = ME) -> World:
        person = Person(memory.last_seen is None, "terminal", memory.consents, memory.last_seen)
        rights = RightsOf(memory.said, {})
        return World(
            self.guide,
            self.now,
            person,
            RolesOf(self.doors, who),
            drawn,
            rights=rights,
            members=MembersOf(self.members, who),
        )

    def _kept(self, who: str, memory: Memory, turn: Turn) -> list[Outcome]:
        known = memory.last_seen is not None
        memory.conversation, memory.last_seen, memory.nudged = saved(turn.conversation), self.now, False
        assert loaded(memory.conversation) == replace(
            turn.conversation, answers=dict(turn.conversation.answers), memo=dict(turn.conversation.memo)
        )
        heard = [effect.reply for effect in turn.effects if isinstance(effect, Say)]
        memory.choices = tuple(choice for reply in heard for choice in reply.choices)
        for effect in turn.effects:
            self.doors.written(who, effect, self.now)
            self.members.written(who, effect, self.now)
            said_last(memory.said, effect, self.now)
            if isinstance(effect, Agree | Withdraw):
                memory.consents[effect.purpose] = "yes" if isinstance(effect, Agree) else "no"
            elif isinstance(effect, Forget):
                self.people[who] = Memory()
                self.doors.forget(who)
                self.members.forget(who)
        # Nothing was kept of someone who begins by asking to be forgotten.
        return [each for each in _outcomes(who, turn.effects) if known or each != Noted(ERASED)]

    # Time

    def move(self, to: datetime) -> list[Outcome]:
        """Wait until `to`; what is heard meanwhile."""
        outcomes: list[Outcome] = []
        for who, memory in sorted(self.people.items()):
            if (due := self._due(memory)) is not None and due <= to:
                self.now = max(self.now, due)
                outcomes += self._nudge(who, memory)
        self.now = to
        return [*outcomes, *(Noted(ERASED) for who in list(self.people) if self._expire(who))]

    def _due(self, memory: Memory) -> datetime | None:
        if memory.last_seen is None or memory.nudged or memory.consents.get("keep") != "yes":
            return None
        durations = self._world(memory).durations
        silent = memory.last_seen + timedelta(hours=durations.nudge_hours)
        return awake(silent, night_of(self.guide, durations))

    def _nudge(self, who: str, memory: Memory) -> list[Outcome]:
        memory.nudged = True
        inbound = Inbound(Address("terminal", who), "nudge", who)
        reply = engine.nudge(loaded(memory.conversation), inbound, self._world(memory))
        if reply is None:
            return []
        memory.choices = reply.choices
        return [Heard(who, "reminder", reply.text, reply.choices)]

    def _expire(self, who: str) -> bool:
        """True if the silence was too long: nothing of this person is left."""
        memory = self._memory(who)
        durations = self._world(memory).durations
        kept = memory.consents.get("keep") == "yes"
        silence = timedelta(days=durations.days_with_keep) if kept else timedelta(hours=durations.hours_without_yes)
        expired = memory.last_seen is not None and self.now - memory.last_seen >= silence
        if expired and (self.doors.held.get(who) or self.members.held.get(who)):
            memory.conversation = saved(rested(loaded(memory.conversation)))
            return False
        if expired:
            self.people[who] = Memory()
        return expired


def button(named: str, choices: tuple[Choice, ...]) -> str:
    """The id of the button of this label among those shown last, or the id itself, even forged."""
    by_label = {choice.label: choice.id for choice in reversed(choices)}
    if named not in by_label and "/" not in named:
        raise LookupError(named, list(by_label))
    return by_label.get(named, named)


def _outcomes(who: str, effects: tuple[Effect, ...]) -> list[Outcome]:
    said = [Heard(who, e.kind, e.reply.text, e.reply.choices) for e in effects if isinstance(e, Say)]
    return [*said, *(Noted(noted(e)) for e in effects if isinstance(e, Agree | Withdraw | Forget))]


def noted(effect: Effect) -> str:
    """What was recorded, in words."""
    match effect:
        case Agree(purpose=purpose):
            return f"accord : {purpose}"
        case Withdraw(purpose=purpose):
            return f"refus : {purpose}"
        case _:
            return ERASED


def check(turn: Turn, message: Message) -> None:
    """What every turn owes: an answer that can be sent, with buttons that can be carried."""
    said = [effect.reply for effect in turn.effects if isinstance(effect, Say)]
    assert said or message.how == ROOM, asdict(message)
    for reply in said:
        check_reply(reply)


def check_reply(reply: Reply) -> None:
    """A text, not too long; every button with its own id and label."""
    assert reply.text.strip()
    assert len(reply.text) <= LONGEST_MESSAGE
    ids = [choice.id for choice in reply.choices]
    assert len(ids) == len(set(ids)), ids
    assert all(len(choice.id.encode()) <= LONGEST_CHOICE and choice.label.strip() for choice in reply.choices), ids
