"""Ways through the questions: by buttons, by numbers, by words; straight, or with detours."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from functools import cache

from handlers.dialogues.questionnaire import asks
from handlers.pack import Question
from handlers.places import slug
from tests.conversation import Talk
from tests.handlers.packs import guide as of_pack
from tests.handlers.packs import paths
from tests.transcript import Heard

Answer = Callable[[Talk, str, str], list[Heard]]
DOOR = "orientation/scheme:"
LONGEST_WALK = 60


@cache
def sample(name: str, size: int = 120) -> list[dict[str, str]]:
    """Some complete sets of answers of a pack, always the same."""
    every = list(paths(of_pack(name).table))
    return random.Random(7).sample(every, min(size, len(every)))


def question(talk: Talk) -> Question | None:
    """The question of the pack in course."""
    conversation = talk.conversation()
    return talk.guide.pack.question_by_fact[conversation.step] if asks(conversation) else None


def by_buttons(talk: Talk, fact: str, value: str) -> list[Heard]:
    """Tap the answer; several of them one after the other, those no longer wanted first."""
    wanted = value.split()
    if not wanted:
        return talk.tap(f"orientation/{fact}:skip")
    if talk.guide.pack.question_by_fact[fact].most == 1:
        return talk.tap(f"orientation/{fact}:{value}")
    given, heard = talk.answers().get(fact, "").split(), list[Heard]()
    for other in [one for one in given if one not in wanted] + [one for one in wanted if one not in given]:
        heard = talk.tap(f"orientation/{fact}:{other}")
    return heard if talk.conversation().step != fact else talk.tap(f"orientation/{fact}:done")


def by_numbers(talk: Talk, fact: str, value: str) -> list[Heard]:
    """Type the numbers shown. A commune has none: its name is typed."""
    heard: list[Heard] = []
    for one in value.split() or ["skip"]:
        shown = [choice.id for choice in talk.people["u1"].choices]
        wanted = f"orientation/{fact}:{one}"
        heard = talk.say(str(shown.index(wanted) + 1)) if wanted in shown else talk.say(label(talk, fact, one))
    return _ended_by(talk, fact, heard, lambda: talk.say(str(_place_of_done(talk, fact))))


def _place_of_done(talk: Talk, fact: str) -> int:
    return [choice.id for choice in talk.people["u1"].choices].index(f"orientation/{fact}:done") + 1


def by_words(talk: Talk, fact: str, value: str) -> list[Heard]:
    """Type the labels in one message, in capitals."""
    if not value:
        return talk.say("passer")
    heard = talk.say(" et ".join(label(talk, fact, one) for one in value.split()).upper())
    return _ended_by(talk, fact, heard, lambda: talk.say("c'est tout"))


def _ended_by(talk: Talk, fact: str, heard: list[Heard], end: Callable[[], list[Heard]]) -> list[Heard]:
    several = talk.guide.pack.question_by_fact[fact].most > 1
    return end() if several and talk.conversation().step == fact else heard


def label(talk: Talk, fact: str, value: str) -> str:
    """An answer as people read it."""
    asked = talk.guide.pack.question_by_fact[fact]
    if asked.kind == "choice":
        return next(answer.label for answer in asked.answers if answer.value == value)
    named = {other.id: other.label for other in talk.guide.pack.places.elsewhere}
    return named.get(value) or next(c.name for c in talk.guide.pack.places.communes if slug(c.name) == value)


def walk(talk: Talk, answers: dict[str, str], answer: Answer = by_buttons, start: str = "bonjour") -> list[Heard]:
    """Answer every question; what is heard last."""
    heard = talk.say(start)
    for _ in range(LONGEST_WALK):
        asked = question(talk)
        if asked is None:
            return heard
        heard = answer(talk, asked.fact, answers.get(asked.fact, ""))
    raise AssertionError(talk.conversation())


def doors(heard: Iterable[Heard]) -> tuple[str, ...]:
    """The doors that the buttons of a result open, in order."""
    ids = [choice.id for each in heard for choice in each.choices]
    return tuple(id.removeprefix(DOOR) for id in ids if id.startswith(DOOR))
