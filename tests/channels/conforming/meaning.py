"""What each person must hear, whatever the channel: what the engine alone says to the same words."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.channels.conforming.adapter import Adapter, Person, Said, does
from tests.conversation import Talk, guide
from tests.transcript import Message, read


@dataclass
class Dialogue:
    """One person on a channel, and the same person talking with the engine alone."""

    place: Adapter
    person: Person
    expected: list[Said] = field(default_factory=list)
    engine: Talk = field(default_factory=lambda: Talk(guide("")))

    async def goes_on(self, *lines: str) -> None:
        """Do these things one after the other, each when the one before is answered; all is heard as it must be."""
        for step in steps(lines):
            await self.does(step)
            await self.place.quiet()
            assert self.person.heard == self.expected, (step, self.person.heard[-3:], self.expected[-3:])

    async def does(self, step: Message) -> None:
        """Do one thing, and wait for nothing."""
        self.must_hear(step)
        await does(self.person, step)

    def must_hear(self, step: Message) -> None:
        """Expect what answers this."""
        self.expected += [
            Said(each.text, tuple(choice.label for choice in each.choices)) for each in self.engine.hears(step)
        ]


async def begun(place: Adapter, *lines: str) -> Dialogue:
    """A new person who did this already."""
    dialogue = Dialogue(place, await place.meets())
    await dialogue.goes_on(*lines)
    return dialogue


def steps(lines: tuple[str, ...]) -> list[Message]:
    """What a person does, written as in tests/transcripts: `> a text`, `+ an answer`, `(sticker) >`."""
    found = [exchange.step for exchange in read("\n".join(f"MOI {line}" for line in lines)).exchanges]
    messages = [step for step in found if isinstance(step, Message)]
    assert len(messages) == len(lines)
    return messages
