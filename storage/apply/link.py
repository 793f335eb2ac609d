"""A code links two addresses, once, and only with every yes that is due; or they part."""

from __future__ import annotations

from typing import Any, assert_never

from sqlalchemy import Connection, delete, insert, select, update

from handlers.effects import DropLink, HoldLink, Link, LinkEffect, OfferLink, Unlink
from handlers.links import LINK_LIVES
from storage import joining
from storage.apply.turn import Context
from storage.locks import end_batch
from storage.roles import has_role, sealed
from storage.tables import addresses, links, people


class LinkRefusedError(Exception):
    """A link was decided without what it needs: the message is set aside, and nothing is written."""


def write(connection: Connection, context: Context, effect: LinkEffect) -> None:
    """Write one step of a link."""
    match effect:
        case OfferLink():
            _offer(connection, context, effect)
        case HoldLink():
            _hold(connection, context, effect)
        case DropLink():
            connection.execute(delete(links).where(links.c.person == effect.owner))
        case Link():
            _join(connection, context, effect)
        case Unlink():
            _part(connection, context)
        case _:
            assert_never(effect)


def _offer(connection: Connection, context: Context, effect: OfferLink) -> None:
    """Keep the fingerprint of the code; a former one of the same person goes."""
    if context.person is None:
        return
    connection.execute(delete(links).where(links.c.person == context.person))
    kept = {"person": context.person, "address": context.address_id, "expires_at": context.now + LINK_LIVES}
    connection.execute(insert(links), {**kept, "hash": sealed(connection, context.draw, effect.code)})


def _hold(connection: Connection, context: Context, effect: HoldLink) -> None:
    """The code was typed at the address of this turn."""
    held = {"typed_by": context.address_id, "expires_at": context.now + LINK_LIVES}
    agreed = {"agreed_at": context.now if effect.agreed else None}
    connection.execute(update(links).where(links.c.person == effect.owner).values(held | agreed))


def _join(connection: Connection, context: Context, effect: Link) -> None:
    """Make one person of two; the rest of the turn is that person's."""
    found = connection.execute(select(links).where(links.c.person == effect.owner)).one_or_none()
    gone = _other(connection, context, found)
    if found is None or gone is None or gone == effect.owner or not _may(connection, context, found, gone):
        raise LinkRefusedError
    joining.join(connection, effect.owner, gone, context.address.channel, context.now)
    context.person = context.owner = effect.owner
    here = {"last_address": context.address_id, "last_seen_at": context.now}
    connection.execute(update(people).where(people.c.id == effect.owner).values(here))
    end_batch(connection)


def _other(connection: Connection, context: Context, found: Any) -> int | None:
    """Who becomes part of the owner of the code: who wrote this, or who typed it before."""
    if found is None or context.person != found.person:
        return context.person
    there = select(addresses.c.person).where(addresses.c.id == found.typed_by)
    return connection.execute(there).scalar()


def _may(connection: Connection, context: Context, found: Any, gone: int) -> bool:
    """No role goes to another address without a yes on both; the last one is that of who gave the code."""
    if found.agreed_at is not None:
        return bool(context.person == found.person)
    return not (has_role(connection, found.person) or has_role(connection, gone))


def _part(connection: Connection, context: Context) -> None:
    """The first address keeps the person; what this turn still says elsewhere is said to nobody known."""
    if context.person is None:
        return
    if context.address_id in joining.separate(connection, context.person):
        context.person = None
