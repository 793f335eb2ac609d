"""Files made at the moment of sending, from the recipes that a reply carries: the ledger holds none of their bytes.

May be touched here: one maker for each recipe: calendars, sheets, pictures, papers.
Never here: a count or a mask (handlers/summary.py): a maker draws what it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from handlers.messages import Address
from storage.play import Scene
from storage.tables import addresses, conversations

Making = Callable[[], "File"]
"""A file whose making takes long: all that it needs of the database was read."""

Maker = Callable[[Connection, Scene, Address, str], "File | Making | None"]
"""Makes the file of a recipe `<kind>:<what>` for whoever is reached there; None if it is not theirs, or is gone."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as any channel sends it. With `alt`, what it shows in words, a picture is shown with the message, and is
    no file beside it. `same`: many receive this very file, which a channel may then send once and name afterwards."""

    name: str
    media_type: str
    content: bytes
    alt: str = ""
    same: str = ""


def begun(
    connection: Connection, scene: Scene, makers: Mapping[str, Maker], to: Address, recipes: Sequence[str]
) -> tuple[File | Making, ...]:
    """The files of these recipes, in order, those that take long still to be made: `finished`, outside of the
    transaction. What nobody knows how to make, or may not be given, is left out."""
    found: list[File | Making] = []
    for recipe in recipes:
        kind, _, what = recipe.partition(":")
        maker = makers.get(kind)
        file = maker(connection, scene, to, what) if maker else None
        if file is not None:
            found.append(file)
    return tuple(found)


def finished(files: Sequence[File | Making]) -> tuple[File, ...]:
    """The files, made."""
    return tuple(file if isinstance(file, File) else file() for file in files)


def made(
    connection: Connection, scene: Scene, makers: Mapping[str, Maker], to: Address, recipes: Sequence[str]
) -> tuple[File, ...]:
    """The files of these recipes, made at once."""
    return finished(begun(connection, scene, makers, to, recipes))


def language_of(connection: Connection, to: Address) -> str:
    """What is spoken with whoever is reached there."""
    spoken = select(conversations.c.language).join(addresses, addresses.c.person == conversations.c.person)
    here = spoken.where(addresses.c.channel == to.channel, addresses.c.peer == to.peer)
    return connection.execute(here).scalar() or ""
