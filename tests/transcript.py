"""Reads and writes a conversation as a text that anyone can read, correct or add.

    # Une phrase dit ce que ce dialogue montre.
    ## pack: exemple
    ## langue: en
    ## avec: base

    MOI > un texte
    MOI > une ligne ⏎ une autre ligne du même texte
    MOI + un bouton, par son libellé ou son identifiant
    MOI (sticker) >
    MOI (image) >
    MOI (salon) > dans un salon de plusieurs personnes
    MOI (citation) > au salon, en réponse à ce que le programme y a annoncé en dernier
    MOI [u2] > une autre personne
    HEURE > 2026-11-24 10:00
    CODE > animator apes
    MOI > {code}
    PROJET > Le Fil | Appel permanent | 2026
    MEMBRE [u2] > metropole | name: Aiguille | offers: photos
    RENCONTRE > apes | petit_dej | 2026-12-10 08:30 | title: Un thème | seats: 3 | stops: 14:00 Le métro; 14:30 Le parc

`avec: base`: what is kept of people is needed, so the engine alone does not play it. A code that is made or read
is named by its number, `{code1}`; `{code}` is the last one; that of a gathering too, at the end of a line. `BOT >` is
heard, its choices under it; `  !` is what was recorded. What follows a line of input up to the next one is what is
expected of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.plain import numbered
from handlers.messages import Choice

ME = "u1"
_INDENT = " " * 6
_SAID = re.compile(r"^MOI(?: \[(?P<who>\w+)\])?(?: \((?P<how>\w+)\))? (?P<sign>[>+]) ?(?P<text>.*)$")
_CLOCK = re.compile(r"^HEURE > (?P<when>\d{4}-\d\d-\d\d \d\d:\d\d)$")
_CODE = re.compile(r"^CODE > (?P<role>\w+)(?: (?P<network>\w+))?$")
_PROJECT = re.compile(r"^PROJET > (?P<name>[^|]+) \| (?P<call>[^|]+) \| (?P<year>\d{4})$")
_MEMBER = re.compile(r"^MEMBRE(?: \[(?P<who>\w+)\])? > (?P<community>\w+) \| (?P<card>.+)$")
_GATHERING = re.compile(
    r"^RENCONTRE > (?P<network>\w+) \| (?P<kind>\w+) \| (?P<when>\d{4}-\d\d-\d\d \d\d:\d\d) \| (?P<fields>.+)$"
)
_HEADER = re.compile(r"^## (?P<name>pack|langue|avec): (?P<value>\S+)$")
_DRAWN = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")
_SHORT = re.compile(r"(?<=: )(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{4}(?=\.?$)", re.MULTILINE)
_NAMED = re.compile(r"\{code(\d*)\}")
ROOM = "salon"
QUOTE = "citation"
IN_ROOM = (ROOM, QUOTE)
IMAGE = "image"
_NEXT_LINE = " ⏎ "
STORED = "base"


@dataclass(frozen=True, slots=True)
class Message:
    """What a person does. `tap`: the text is the label or the id of a button. `how`: a kind of message
    that is no text, or the room."""

    who: str
    text: str
    tap: bool = False
    how: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """The hour moves to this wall-clock time of the territory."""

    when: datetime

    def instant(self, zone: str) -> datetime:
        """The same, aware."""
        return self.when.replace(tzinfo=ZoneInfo(zone))


@dataclass(frozen=True, slots=True)
class Invited:
    """The operator makes a code, which `{code}` stands for from then on."""

    role: str
    network: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The operator adds a laureate project to the list; its code is the last one from then on."""

    name: str
    call: str
    year: int


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A person joined a community before; what their card says, by field."""

    who: str
    community: str
    card: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A gathering is announced since before; its hour as a clock on the wall there shows it, its other fields."""

    network: str
    kind: str
    when: datetime
    fields: tuple[tuple[str, str], ...]


Step = Message | Clock | Invited | Listed | Enrolled | Planned


@dataclass(frozen=True, slots=True)
class Heard:
    """One message received by a person."""

    who: str
    kind: str
    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What was recorded besides what was said."""

    text: str


Outcome = Heard | Noted


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line of input and what it must cause, as written."""

    line: str
    step: Step
    expected: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole conversation. `head` is kept as it is. `stored`: the engine alone cannot play it."""

    head: str
    pack: str
    language: str | None
    exchanges: tuple[Exchange, ...]
    stored: bool = False


class Codes:
    """The codes of one conversation, in the order in which they were made or read."""

    def __init__(self) -> None:
        self._known: list[str] = []

    def made(self, code: str) -> None:
        """One more."""
        self._known.append(code)

    def typed(self, text: str) -> str:
        """A text as it is typed, with the codes that it names."""
        return _NAMED.sub(lambda found: self._known[int(found[1] or 0) - 1], text)

    def written(self, outcomes: Iterable[Outcome]) -> str:
        """What was heard, as the file says it: codes, which chance makes, are named."""
        said = _DRAWN.sub(lambda found: self._name(found[0]), written(outcomes))
        return _SHORT.sub(lambda found: self._name(found[0]), said)

    def _name(self, code: str) -> str:
        if code not in self._known:
            self.made(code)
        return f"{{code{self._known.index(code) + 1}}}"


def read(text: str) -> Transcript:
    """The transcript that a file holds; ValueError names the line that cannot be read."""
    head: list[str] = []
    blocks: list[tuple[str, Step, list[str]]] = []
    for line in text.splitlines():
        step = _step(line)
        if step is not None:
            blocks.append((line.rstrip(), step, []))
        elif line.startswith(("MOI", "HEURE", "CODE", "PROJET", "MEMBRE", "RENCONTRE")):
            raise ValueError(line)
        else:
            (blocks[-1][2] if blocks else head).append(line)
    names = {found["name"]: found["value"] for line in head if (found := _HEADER.match(line))}
    exchanges = tuple(Exchange(line, step, "\n".join(rest).strip("\n")) for line, step, rest in blocks)
    stored = names.get("avec") == STORED
    return Transcript("\n".join(head).strip(), names.get("pack", ""), names.get("langue"), exchanges, stored)


def _step(line: str) -> Step | None:
    if found := _SAID.match(line):
        return Message(
            found["who"] or ME, found["text"].replace(_NEXT_LINE, "\n"), found["sign"] == "+", found["how"] or ""
        )
    if found := _CODE.match(line):
        return Invited(found["role"], found["network"] or "")
    if found := _PROJECT.match(line):
        return Listed(found["name"], found["call"], int(found["year"]))
    if found := _MEMBER.match(line):
        fields = (said.partition(": ") for said in found["card"].split(" | "))
        return Enrolled(found["who"] or ME, found["community"], tuple((name, said) for name, _, said in fields))
    if found := _GATHERING.match(line):
        fields = (said.partition(": ") for said in found["fields"].split(" | "))
        when = datetime.fromisoformat(found["when"])
        return Planned(found["network"], found["kind"], when, tuple((name, said) for name, _, said in fields))
    if found := _CLOCK.match(line):
        return Clock(datetime.fromisoformat(found["when"]))
    return None


def written(outcomes: Iterable[Outcome]) -> str:
    """What was heard and recorded, as the file says it."""
    return "\n".join(_heard(each) if isinstance(each, Heard) else f"  !  {each.text}" for each in outcomes)


def _heard(heard: Heard) -> str:
    name = "BOT" if heard.who == ME else f"BOT [{heard.who}]"
    first, *rest = heard.text.split("\n")
    labels = [f"{sign}. {label}" for sign, label in numbered(heard.kind, heard.choices)]
    return "\n".join([f"{name} > {first}", *(f"{_INDENT}{line}".rstrip() for line in [*rest, *labels])])


def file_of(transcript: Transcript, played: Iterable[str]) -> str:
    """The whole file with what was played instead of what was expected."""
    parts = [
        f"{exchange.line}\n{outcome}".rstrip() for exchange, outcome in zip(transcript.exchanges, played, strict=True)
    ]
    return "\n\n".join([transcript.head, *parts]) + "\n"
