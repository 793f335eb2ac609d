"""What the weekly digest says: the gatherings that were not announced because enough had been said that week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.gatherings import Gathering
from handlers.guide import Guide
from handlers.layout import whole_words
from handlers.messages import Choice, Reply
from handlers.reminder_words import sayer, spoken, when

_MOST = 5
_LABEL = 40
_WORDS = 120


@dataclass(frozen=True, slots=True)
class Message:
    """What a network wrote to many, by language, and the link that went with it."""

    network: str
    texts: Mapping[str, str]
    link: str = ""


def digest(
    guide: Guide, language: str, ahead: Sequence[Gathering], messages: Sequence[Message], told: int, now: datetime
) -> Reply:
    """The first gatherings in a line and a button each, then what networks wrote. `told`: how many messages they got
    that week."""
    say, shown = sayer(guide, language), ahead[:_MOST]
    lines = [
        say("digest-line", title=each.title, when=when(guide, language, each.starts_at, each.zone, now))
        for each in shown
    ]
    lines += [_words(guide, language, each) for each in messages[:_MOST]]
    lines += [say("digest-more")] if len(ahead) > _MOST else []
    choices = tuple(
        Choice(f"coming/show:{each.id}", say("digest-see", title=whole_words(each.title, _LABEL))) for each in shown
    )
    return Reply("\n".join((say("digest-title", count=told), *lines, say("reminder-less"))), choices)


def _words(guide: Guide, language: str, message: Message) -> str:
    text = message.texts.get(spoken(guide, language)) or next(iter(message.texts.values()), "")
    words = {"network": guide.pack.network_name(message.network), "text": whole_words(" ".join(text.split()), _WORDS)}
    said = sayer(guide, language)("digest-words", **words)
    return f"{said}\n{message.link}" if message.link else said
