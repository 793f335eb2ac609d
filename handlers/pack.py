"""The territory pack as typed values: what a metropolis offers, asks and says.

Every class mirrors one shape of the YAML files of `content/`; a key that is not named here is refused.
Sentences of the YAML are in the pack's first language; their translations are in `texts.<language>.ftl`
under the name that `handlers.wording.inline_texts` gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from handlers.pack_cards import (
    Area,
    CheckItem,
    Commune,
    Concern,
    Elsewhere,
    Need,
    NextStep,
    Page,
    Places,
    Resource,
    Scheme,
    Section,
    Term,
)
from handlers.pack_community import NO_COMMUNITY, Communities, Community, Tag
from handlers.pack_gatherings import NO_GATHERINGS, Gatherings, Kind, Series, Telling
from handlers.pack_hours import Opening
from handlers.pack_parts import Fact, Identifier, Part, Short
from handlers.pack_summary import NO_SUMMARIES, Summaries
from handlers.pack_table import (
    Answer,
    Condition,
    Default,
    Door,
    Expected,
    Fallback,
    Guard,
    IfSkipped,
    Note,
    Orientation,
    Persona,
    Question,
    Rule,
)

__all__ = [
    "NO_COMMUNITY",
    "NO_GATHERINGS",
    "NO_SUMMARIES",
    "Answer",
    "Area",
    "CheckItem",
    "Commune",
    "Communities",
    "Community",
    "Concern",
    "Condition",
    "Default",
    "Door",
    "Elsewhere",
    "Expected",
    "Fact",
    "Fallback",
    "Gatherings",
    "Guard",
    "IfSkipped",
    "Kind",
    "Need",
    "Network",
    "NextStep",
    "Note",
    "Orientation",
    "Pack",
    "Page",
    "Part",
    "Persona",
    "Places",
    "Question",
    "Resource",
    "Rule",
    "Scheme",
    "Section",
    "Series",
    "Source",
    "Summaries",
    "Tag",
    "Telling",
    "Term",
    "Territory",
]


class Source(Part):
    """A document or a public page. `year` is that of its content."""

    title: Short
    year: int = Field(ge=1990, le=2100)
    address: str = ""


class Network(Part):
    """An organisation that confirms facts, animates gatherings and answers holders. `hours`: when; None if nobody said
    it yet."""

    id: Identifier
    name: Short
    hours: Opening | None = None


class Territory(Part):
    """pack.yaml: who this pack is for, and under what conditions it may be reused. A language of `courtesy`
    is spoken as far as it is translated, and in the first of `languages` for the rest. `desk`: the network of the
    agents of the territory."""

    id: Identifier
    name: Short
    default: bool
    timezone: str
    languages: tuple[str, ...] = Field(min_length=1)
    courtesy: tuple[str, ...] = ()
    licence: Short
    attributions: tuple[Short, ...]
    entry_schemes: tuple[Identifier, ...] = Field(min_length=1)
    sources: Mapping[str, Source]
    networks: tuple[Network, ...] = Field(min_length=1)
    desk: Identifier | None = None

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every language that people may choose, the reference first."""
        return tuple(dict.fromkeys((*self.languages, *self.courtesy)))


class Pack(Part):
    """A whole pack. `texts` maps a language to its Fluent source; `revision` is a hash of all files."""

    territory: Territory
    orientation: Orientation
    schemes: tuple[Scheme, ...] = Field(min_length=1)
    places: Places
    pages: tuple[Page, ...]
    glossary: tuple[Term, ...]
    personas: tuple[Persona, ...]
    community: Communities = NO_COMMUNITY
    gatherings: Gatherings = NO_GATHERINGS
    summary: Summaries = NO_SUMMARIES
    texts: Mapping[str, str]
    revision: str

    @cached_property
    def scheme_by_id(self) -> Mapping[str, Scheme]:
        """The schemes by their id."""
        return {scheme.id: scheme for scheme in self.schemes}

    @cached_property
    def network_by_id(self) -> Mapping[str, Network]:
        """The networks by their id."""
        return {network.id: network for network in self.territory.networks}

    def network_name(self, id: str) -> str:
        """The name of a network, or its id if the pack has it no longer."""
        return self.network_by_id[id].name if id in self.network_by_id else id

    @cached_property
    def question_by_fact(self) -> Mapping[str, Question]:
        """The questions by the fact they ask."""
        return {question.fact: question for question in self.orientation.questions}

    @property
    def reference_language(self) -> str:
        """The language of the sentences in the YAML files: the first of the pack."""
        return self.territory.languages[0]
