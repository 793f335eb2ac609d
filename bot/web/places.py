"""The places of a pack as a public page shows them, each with where its facts come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.web.shown import Speaker, Text
from handlers import cards, facts
from handlers.desk import Confirmed
from handlers.pack import Resource
from handlers.places import slug


@dataclass(frozen=True, slots=True)
class Place:
    """One place for a template."""

    id: str
    name: Text
    text: Text
    address: Text
    access: Text
    needs: tuple[Text, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Commune:
    """The places of one commune."""

    id: str
    name: str
    places: tuple[Place, ...]


def communes(speaker: Speaker, confirmed: Mapping[str, Confirmed]) -> tuple[Commune, ...]:
    """All the places, by commune in the order of the pack."""
    found: dict[str, list[Place]] = {}
    for resource in speaker.guide.pack.places.resources:
        found.setdefault(resource.commune, []).append(_place(resource, speaker, confirmed))
    return tuple(Commune(slug(name), name, tuple(places)) for name, places in found.items())


def _place(resource: Resource, speaker: Speaker, confirmed: Mapping[str, Confirmed]) -> Place:
    name = facts.fact_name(f"{facts.PLACE}.{resource.id}", 0)
    known = facts.renewed(resource, confirmed.get(name), speaker.guide.zone)
    return Place(
        resource.id,
        speaker.written(resource.name),
        speaker.named(f"resource-{resource.id}"),
        speaker.written(resource.address),
        speaker.named(f"resource-{resource.id}-access"),
        tuple(speaker.named(f"need-{need}") for need in resource.needs),
        cards.origin(speaker.context, known),
    )
