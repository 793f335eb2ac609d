"""The facts of a card: their names, what is read when one is confirmed, and the card as its network confirmed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from handlers.dates import local_date
from handlers.desk import Confirmed
from handlers.pack import Fact, Pack, Resource, Scheme

F = TypeVar("F", bound=Fact)

SCHEME, PLACE = "s", "r"
_SCHEME_PARTS = ("gives", "for_whom", "conditions", "say", "with_others")
_STEP_PARTS = ("text", "address")
_PLACE_PARTS = ("text", "access", "address")
# A button holds 64 bytes, and the id of a card may take 40 of them.
_SHORT = {"for_whom": "who", "conditions": "if", "with_others": "with"}
LONG = {short: field for field, short in _SHORT.items()}
"""What the short names in a button stand for."""
_PUT_ASIDE = {"source", "verified_on", "review_by", "confirmed"}


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a card that its network may write anew. `card` is its name, `s.<scheme>` or `r.<place>`;
    `step` counts from 1, 0 for the card itself; `text` is in the first language of the pack."""

    card: str
    step: int
    field: str
    text: str

    @property
    def name(self) -> str:
        """What names it in a button and in the database."""
        return f"{self.card}.{self.step}.{_SHORT.get(self.field, self.field)}"

    @property
    def path(self) -> tuple[str, str, int, str]:
        """The same, in pieces: kind, id, step, field."""
        kind, _, id = self.card.partition(".")
        return kind, id, self.step, self.field


def cards_of(pack: Pack, network: str) -> Iterator[str]:
    """The names of the cards and places that a network answers for, in the order of the pack."""
    yield from (f"{SCHEME}.{scheme.id}" for scheme in pack.schemes if scheme.network == network)
    yield from (f"{PLACE}.{place.id}" for place in pack.places.resources if place.network == network)


def card_named(pack: Pack, name: str) -> Scheme | Resource | None:
    """A card by its name; None if the pack has no such card."""
    kind, _, id = name.partition(".")
    if kind == SCHEME:
        return pack.scheme_by_id.get(id)
    return next((place for place in pack.places.resources if kind == PLACE and place.id == id), None)


def facts_of(card: Scheme | Resource) -> tuple[Fact, ...]:
    """The facts of a card, each with its date: the card itself, then its steps."""
    return (card, *card.next_steps) if isinstance(card, Scheme) else (card,)


def parts_of(name: str, card: Scheme | Resource) -> Iterator[Part]:
    """What of a card may be written anew; what it does not say cannot."""
    if isinstance(card, Resource):
        yield from (Part(name, 0, field, getattr(card, field)) for field in _PLACE_PARTS)
        return
    yield from (Part(name, 0, field, said) for field in _SCHEME_PARTS if (said := getattr(card, field)))
    for number, step in enumerate(card.next_steps, 1):
        yield from (Part(name, number, field, said) for field in _STEP_PARTS if (said := getattr(step, field)))


def part_named(pack: Pack, name: str) -> Part | None:
    """A sentence by its name; None if the pack has it no longer."""
    card_name = ".".join(name.split(".")[:2])
    card = card_named(pack, card_name)
    return next((part for part in parts_of(card_name, card) if part.name == name), None) if card else None


def fact_name(card: str, number: int) -> str:
    """What names a fact of a card: 0 is the card itself."""
    return f"{card}.{number}"


def digest(fact: Fact) -> str:
    """The fingerprint of all that a fact says; its dates and sources are no part of it, nor its steps."""
    said = fact.model_dump_json(exclude=_PUT_ASIDE | {"next_steps"})
    return sha256(said.encode()).hexdigest()[:16]


def current(card: Scheme, name: str, confirmed: Mapping[str, Confirmed], zone: str) -> Scheme:
    """A card with the dates and marks that its network gave it."""
    if not confirmed:
        return card
    own = renewed(card, confirmed.get(fact_name(name, 0)), zone)
    steps = (renewed(step, confirmed.get(fact_name(name, n)), zone) for n, step in enumerate(card.next_steps, 1))
    return own.model_copy(update={"next_steps": tuple(steps)})


def renewed(fact: F, found: Confirmed | None, zone: str) -> F:
    """A fact as it was confirmed: as long again as the pack gave it. What was read must still be what it says."""
    if found is None or found.digest != digest(fact):
        return fact
    read_on = local_date(found.at, zone)
    until = read_on + (fact.review_by - fact.verified_on)
    dates = {"verified_on": max(read_on, fact.verified_on), "review_by": max(until, fact.review_by), "confirmed": True}
    return fact.model_copy(update=dates)
