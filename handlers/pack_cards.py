"""What a pack tells as typed values: the cards of the schemes, the places, the pages, the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handlers.pack_parts import Fact, Identifier, Label, Part, Sentence, Short
from handlers.pack_table import Answer


class NextStep(Fact):
    """Something that a person can do: look at a site, come to a reception, fill in a form."""

    kind: Literal["site", "reception", "form", "phone", "hours"]
    text: Sentence
    address: str = ""


class Deadline(Part):
    """When a call takes applications: its last day, and its first one if it is known."""

    opens: date | None = None
    closes: date


class Scheme(Fact):
    """The card of one door. `say` is « que dire en arrivant »; `network` is who confirms its facts;
    `pages` are read from it; `with_others` says what goes well with it. `deadline`: of a call that
    has a last day; after it, the door is not shown."""

    id: Identifier
    name: Short
    kind: Literal["accompagnement", "financement", "appel", "reseau", "lieu", "achat", "agrement", "outil", "interne"]
    network: Identifier
    operator: Short
    also: tuple[str, ...]
    gives: Sentence
    for_whom: Sentence
    conditions: Sentence | None = None
    next_steps: tuple[NextStep, ...] = Field(min_length=1)
    say: Sentence
    with_others: Sentence | None = None
    pages: tuple[Identifier, ...] = ()
    deadline: Deadline | None = None

    def is_closed(self, day: date) -> bool:
        """True after the last day of a call, until the pack gives the next one."""
        return self.deadline is not None and day > self.deadline.closes


class Elsewhere(Part):
    """An answer to the place question that is not a commune."""

    id: Identifier
    label: Label
    says: tuple[str, ...]
    facts: Mapping[str, str]


class Commune(Part):
    """A commune, the facts it gives, its other names and the neighbourhoods that people name for it."""

    name: Short
    code: Annotated[str, StringConstraints(pattern=r"^([0-9AB]{5})?$")]
    part_of: str | None = None
    facts: Mapping[str, str]
    also: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()


class Area(Part):
    """A priority neighbourhood: official code, name and communes. Never used to guess an answer."""

    code: str
    name: Short
    communes: tuple[str, ...] = Field(min_length=1)


class Resource(Fact):
    """A place where one can inform oneself, work, meet. `network` is who confirms its facts, if one does."""

    id: Identifier
    name: Short
    network: Identifier | None = None
    needs: tuple[Identifier, ...] = Field(min_length=1)
    commune: str
    address: Short
    access: Sentence
    text: Sentence


class Need(Part):
    """A reason to look for a place, as offered by « lieux »."""

    id: Identifier
    label: Label
    says: tuple[str, ...]


class Places(Part):
    """Where people live. `unknown` holds the facts when the place is not given. A commune that has an
    area carries `area_fact`, and no other does."""

    unknown: Mapping[str, str]
    area_fact: Mapping[str, str]
    elsewhere: tuple[Elsewhere, ...]
    communes: tuple[Commune, ...] = Field(min_length=1)
    areas: tuple[Area, ...]
    needs: tuple[Need, ...]
    resources: tuple[Resource, ...]


class Term(Part):
    """An entry of the glossary; `also` holds acronyms and other names."""

    id: Identifier
    term: Short
    also: tuple[str, ...]
    text: Sentence
    source: tuple[str, ...] = Field(min_length=1)


class Section(Fact):
    """One screen of a page."""

    id: Identifier
    title: Label
    text: Sentence


class CheckItem(Part):
    """One question of a self-check."""

    id: Identifier
    ask: Sentence


class Concern(Part):
    """`says` closes a self-check in which every item of `answers` got the answer given."""

    answers: Mapping[str, str]
    says: Sentence


class Page(Part):
    """Facts outside the table, reached by a word. A page with `items` is a self-check: no score, no
    verdict, nothing kept."""

    id: Identifier
    title: Label
    words: tuple[str, ...] = Field(min_length=1)
    intro: Sentence
    sections: tuple[Section, ...] = ()
    items: tuple[CheckItem, ...] = ()
    answers: tuple[Answer, ...] = ()
    concern: Concern | None = None
    closing: Sentence | None = None
