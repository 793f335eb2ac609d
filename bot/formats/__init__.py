"""Files made at the moment of sending, from the recipes that a reply carries: the ledger holds none of their bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from handlers.messages import Address
from storage.play import Scene

Maker = Callable[[Connection, Scene, Address, str], "File | None"]
"""Makes the file of a recipe `<kind>:<what>` for whoever is reached there; None if it is not theirs, or is gone."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as any channel sends it."""

    name: str
    media_type: str
    content: bytes


def made(
    connection: Connection, scene: Scene, makers: Mapping[str, Maker], to: Address, recipes: Sequence[str]
) -> tuple[File, ...]:
    """The files of these recipes, in order; what nobody knows how to make, or may not be given, is left out."""
    found: list[File] = []
    for recipe in recipes:
        kind, _, what = recipe.partition(":")
        maker = makers.get(kind)
        file = maker(connection, scene, to, what) if maker else None
        if file is not None:
            found.append(file)
    return tuple(found)
