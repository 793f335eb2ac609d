"""What a dialogue is given to answer one message, and the small moves that every dialogue makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.conversation import Conversation, Turn
from handlers.effects import Effect, Say
from handlers.messages import Choice, Inbound, Reply
from handlers.world import World


@dataclass(frozen=True, slots=True)
class Context:
    """One message, the conversation before it, and the world."""

    conversation: Conversation
    inbound: Inbound
    world: World

    def say(self, name: str, /, **values: object) -> str:
        """The sentence `name` in the language of the conversation."""
        return self.world.guide.wording.say(self.conversation.language, name, **values)

    def label(self, name: str) -> str:
        """The label `name` of an answer, as it is said of whoever the answers are about."""
        wording = self.world.guide.wording
        return wording.label(self.conversation.language, name, other=bool(self.memo("other")))

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

    def memo(self, name: str) -> str:
        """What was remembered under this name, or nothing."""
        return self.conversation.memo.get(name, "")


def and_then(turn: Turn, *said: Reply | Effect) -> Turn:
    """The same turn with more said or caused at its end."""
    return Turn(turn.conversation, turn.effects + tuple(Say(s) if isinstance(s, Reply) else s for s in said))


def before(turn: Turn, *said: Reply | Effect) -> Turn:
    """The same turn with more said or caused at its beginning."""
    return Turn(turn.conversation, tuple(Say(s) if isinstance(s, Reply) else s for s in said) + turn.effects)
