"""What a pack says of the summary: its breakdowns, the shortest period of each, its partners, what was published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handlers.pack_parts import Identifier, Label, Part, Sentence, Short
from handlers.pack_yearly import ByHand, Published

Number = Annotated[str, StringConstraints(max_length=20)]
Shortest = Literal["quarter", "half", "year"]


RESERVED = frozenset(
    {
        "retard",
        "porteurs",
        "portes",
        "portes_tous_rangs",
        "issues",
        "questions",
        "suivi_10",
        "suivi_30",
        "refus",
        "delai_rendez_vous",
        "delai_reponse_humain",
        "rencontres_series",
        "rencontres_venues",
        "communautes",
        "transmises_reseaux",
        "transmises_7j",
        "multi_partenaires",
        "premieres_reponses",
        "rendez_vous_premier",
        "rendez_vous_retard",
        "rendez_vous_services_suite",
        "rendez_vous_partenaire_suite",
        "rendez_vous_services_personnes",
        "rendez_vous_partenaire_personnes",
    }
)
"""The tables that every territory has: a pack's own have other names."""

FIGURES = RESERVED | {
    "abandons",
    "accords",
    "communaute_departs",
    "communaute_entrees",
    "communaute_membres",
    "conversations",
    "delai_rendez_vous_median",
    "delai_reponse_humain_median",
    "orientations",
    "parcours",
    "porteurs_annee",
    "presentations",
    "questions_humaines",
    "rencontres_oui",
    "rencontres_presentes",
    "rencontres_publiees",
    "rencontres_rappels",
    "rencontres_utiles",
    "rendez_vous",
    "rendez_vous_partenaire",
    "rendez_vous_personnes",
    "rendez_vous_services",
    "reponses_humaines",
    "sans_solution",
    "suivi_10_obtenu",
    "suivi_30_obtenu",
    "transmises",
}
"""The same with the figures that every territory has."""


class Share(Part):
    """A share taken from a breakdown: the answers in `part` out of those in `whole` (all of them if it is empty);
    `beyond`: out of those that are not in `part`, so that the share is of the others."""

    id: Identifier
    label: Label
    definition: Sentence
    part: tuple[str, ...] = Field(min_length=1)
    whole: tuple[str, ...] = ()
    beyond: bool = False


class Split(Part):
    """A breakdown of the orientations by the answers to a question, or by what a place gives. Made from `shortest`
    on: a table of a shorter period hides so much that it takes from the longer ones. `labels`: of values that have no
    words of their own, or have others here. `together`: answers that are counted in the line of another one."""

    id: Identifier
    fact: Identifier
    title: Label
    shortest: Shortest = "year"
    labels: Mapping[str, Label] = Field(default_factory=dict)
    together: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    shares: tuple[Share, ...] = ()


class Partner(Part):
    """A network whose part in meetings and hand-overs is counted apart, under the name of its role."""

    role: Identifier
    network: Identifier
    label: Label


class Echo(Published):
    """A figure published before, as published, shown beside `figure`."""

    figure: Identifier
    label: Short
    source: Short


class Summaries(Part):
    """summary.yaml. `doors`: the shortest period of the table of first doors, `others`: that of the tables that are not
    about orientations; `by_hand`: what is entered once a year."""

    doors: Shortest = "year"
    others: Shortest = "year"
    splits: tuple[Split, ...]
    partners: tuple[Partner, ...] = ()
    echoes: tuple[Echo, ...] = ()
    by_hand: tuple[ByHand, ...] = ()


NO_SUMMARIES = Summaries(splits=())
"""That of a pack without the file."""
