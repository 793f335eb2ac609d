"""A pass lets one person in once; the list grows; an animator's word holds at once."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, delete, insert, select, update

from handlers.counted import JOINED
from handlers.effects_intake import Count
from handlers.effects_projects import Admit, Enlist, Enter, ProjectEffect, Settle, TakeBack
from storage import projects as stored
from storage.apply.turn import Context
from storage.resting import look_again
from storage.tables import memberships, passes, people, projects
from storage.tallies import tally


def write(connection: Connection, context: Context, effect: ProjectEffect) -> None:
    """Write one of these effects."""
    match effect:
        case Enter():
            _enter(connection, context, effect.entry)
        case Admit():
            stored.let_in(connection, context.draw, effect.project, effect.code, context.now, first=False)
        case Enlist():
            _enlist(connection, context, effect)
        case TakeBack():
            stored.take_back(connection, effect.entry, context.now)
        case Settle():
            _settle(connection, context, effect)
        case _:
            assert_never(effect)


def _enter(connection: Connection, context: Context, entry: int) -> None:
    """Use the pass, or do nothing: it is checked again as it is used."""
    if context.person is None:
        return
    still = (passes.c.used_at.is_(None), passes.c.revoked_at.is_(None), passes.c.expires_at > context.now)
    used = update(passes).where(passes.c.id == entry, *still).values(used_at=context.now, person=context.person)
    project = connection.execute(used.returning(passes.c.project)).scalar()
    if project is None:
        return
    community = connection.execute(select(projects.c.community).where(projects.c.id == project)).scalar_one()
    here = (memberships.c.person == context.person, memberships.c.community == community)
    state = connection.execute(select(memberships.c.state).where(*here)).scalar()
    inside = {"project": project, "checked_at": context.now}
    if state in (None, "asked"):
        tally(connection, context.now, context.zone, (Count(JOINED, community),))
    if state is None:
        new = {"person": context.person, "community": community, "state": "member", "joined_at": context.now}
        connection.execute(insert(memberships), {**new, **inside})
    else:
        # A code is a proof, and lifts no silence.
        kept = "member" if state == "asked" else state
        connection.execute(update(memberships).where(*here).values(state=kept, **inside))


def _enlist(connection: Connection, context: Context, effect: Enlist) -> None:
    known = (effect.community, effect.name, effect.call, effect.year)
    project = stored.find(connection, *known) or stored.add(connection, *known, context.now)
    stored.let_in(connection, context.draw, project, effect.code, context.now, first=True)


def _settle(connection: Connection, context: Context, effect: Settle) -> None:
    """Refused: the request goes, what the person says of themselves stays theirs."""
    here = memberships.c.id == effect.membership
    if effect.state == "refused":
        asked = here & (memberships.c.state == "asked")
        look_again(connection, people.c.id.in_(select(memberships.c.person).where(asked)))
        connection.execute(delete(memberships).where(asked))
    else:
        values = {"state": effect.state, "checked_at": context.now}
        awaited = select(memberships.c.community).where(here, memberships.c.state == "asked")
        community = connection.execute(awaited).scalar()
        if community is not None and effect.state == "member":
            tally(connection, context.now, context.zone, (Count(JOINED, community),))
        connection.execute(update(memberships).where(here).values(values))
