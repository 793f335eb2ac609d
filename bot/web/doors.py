"""How the bot is reached from a public page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.web.shown import Speaker
from handlers.ours import MATRIX, TELEGRAM


@dataclass(frozen=True, slots=True)
class Door:
    """A way to the bot: `word` is what has to be typed there, where the link does not carry it."""

    name: str
    link: str
    word: str = ""


def doors(said: Speaker, names: Mapping[str, str], word: str) -> tuple[Door, ...]:
    """Each channel where it has a name, opening at this word."""
    return tuple(_doors(said, names, word))


def _doors(said: Speaker, names: Mapping[str, str], word: str) -> Iterator[Door]:
    if name := names.get(TELEGRAM):
        yield Door(said.say(f"channel-{TELEGRAM}"), f"https://t.me/{name}?start={word}")
    if name := names.get(MATRIX):
        yield Door(said.say(f"channel-{MATRIX}"), f"https://matrix.to/#/{name}", word)
