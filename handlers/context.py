"""What a dialogue is given to answer one message, and the small moves that every dialogue makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.conversation import Conversation, Turn
from handlers.dates import in_words, local_date
from handlers.effects import Effect, Say
from handlers.guide import Guide
from handlers.messages import Choice, Inbound, Reply
from handlers.pack import Pack
from handlers.world import World


@dataclass(frozen=True, slots=True)
class Context:
    """One message, the conversation before it, and the world."""

    conversation: Conversation
    inbound: Inbound
    world: World

    @property
    def guide(self) -> Guide:
        """The pack ready to be used."""
        return self.world.guide

    @property
    def pack(self) -> Pack:
        """The pack itself."""
        return self.world.guide.pack

    @property
    def zone(self) -> str:
        """The zone of the territory."""
        return self.world.guide.zone

    @property
    def now(self) -> datetime:
        """The instant of the message, in UTC."""
        return self.world.now

    @property
    def language(self) -> str:
        """The language of the conversation."""
        return self.conversation.language

    def say(self, name: str, /, **values: object) -> str:
        """The sentence `name` in the language of the conversation."""
        return self.guide.wording.say(self.language, name, **values)

    @property
    def today(self) -> date:
        """The day of the territory."""
        return local_date(self.now, self.zone)

    def day(self, moment: datetime) -> str:
        """« 1er décembre 2026 »: the day that an instant is in the territory."""
        return in_words(local_date(moment, self.zone), self.language)

    def days_since(self, moment: datetime) -> int:
        """How many days of the territory ago."""
        return (self.today - local_date(moment, self.zone)).days

    def label(self, name: str) -> str:
        """The label `name` of an answer, as it is said of whoever the answers are about."""
        return self.guide.wording.label(self.language, name, other=bool(self.memo("other")))

    def choice(self, id: str, name: str, /, **values: object) -> Choice:
        """A button labelled by the sentence `name`."""
        return Choice(id, self.say(name, **values))

    def at(self, dialogue: str, step: str) -> Context:
        """The same message with the conversation moved to a question."""
        here = self.conversation.dialogue == dialogue and self.conversation.step == step
        return self if here else self.having(dialogue=dialogue, step=step)

    def having(self, **changes: object) -> Context:
        """The same message with the conversation changed."""
        return Context(replace(self.conversation, **changes), self.inbound, self.world)  # type: ignore[arg-type]  # names checked by replace

    def speaking(self, language: str) -> Context:
        """The same in the language of somebody else, if the pack has it."""
        return self.having(language=language) if language in self.guide.wording.languages else self

    def remembering(self, **memo: str) -> Context:
        """The same message with these memos; an empty value forgets one."""
        kept = {name: value for name, value in {**self.conversation.memo, **memo}.items() if value}
        return self if kept == self.conversation.memo else self.having(memo=kept)

    def answering(self, answers: Mapping[str, str]) -> Context:
        """The same message with these answers instead of the former ones."""
        return self.having(answers=dict(answers))

    def turn(self, *said: Reply | Effect) -> Turn:
        """The turn that says or causes all this, in order."""
        return Turn(self.conversation, tuple(Say(each) if isinstance(each, Reply) else each for each in said))

    def leaving_for(self, dialogue: str, step: str) -> Context:
        """The same message with the conversation in another dialogue for a while; see `returned`."""
        here = f"{self.conversation.dialogue}/{self.conversation.step}"
        # Left twice, one comes back to where one was first: what is remembered never grows.
        nested = self.memo("away") == self.conversation.dialogue and self.memo("back")
        return self.remembering(back=self.memo("back") if nested else here, away=dialogue).at(dialogue, step)

    def returned(self) -> Context:
        """The same message with the conversation back where `leaving_for` left it."""
        dialogue, _, step = self.memo("back").partition("/")
        return self.at(dialogue, step).remembering(back="", away="")

    def out_of(self, dialogue: str, *steps: str) -> Context:
        """The same message, back where `leaving_for` left it if one of these questions is in course."""
        return self.returned() if self.conversation.asks(dialogue, *steps) else self

    def memo(self, name: str) -> str:
        """What was remembered under this name, or nothing."""
        return self.conversation.memo.get(name, "")


def and_then(turn: Turn, *said: Reply | Effect) -> Turn:
    """The same turn with more said or caused at its end."""
    return Turn(turn.conversation, turn.effects + tuple(Say(s) if isinstance(s, Reply) else s for s in said))


def before(turn: Turn, *said: Reply | Effect) -> Turn:
    """The same turn with more said or caused at its beginning."""
    return Turn(turn.conversation, tuple(Say(s) if isinstance(s, Reply) else s for s in said) + turn.effects)
