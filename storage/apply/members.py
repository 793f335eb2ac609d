"""A membership is made once and leaves nothing behind; a profile is written whole."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, insert, select, update

from handlers.counted import JOINED, LEFT_COMMUNITY
from handlers.effects_intake import Count
from handlers.effects_members import Join, KeepProfile, Leave, MemberEffect, StillRight
from handlers.members import CHECKED_EVERY, MEMBER, MUTED, PROFILE_FIELDS, Profile
from storage.apply.turn import Context
from storage.leaving import leave
from storage.naming import unsay
from storage.tables import memberships, profiles
from storage.tallies import tally


def write(connection: Connection, context: Context, effect: MemberEffect) -> None:
    """Write one of these effects for the person of the turn."""
    if context.person is None:
        return
    match effect:
        case Join():
            _join(connection, context, effect)
        case KeepProfile():
            _keep(connection, context, effect.profile)
        case StillRight():
            _checked(connection, context)
        case Leave():
            inside = (memberships.c.person == context.person, memberships.c.community == effect.community)
            if connection.execute(select(memberships.c.state).where(*inside)).scalar() in (MEMBER, MUTED):
                tally(connection, context.now, context.zone, (Count(LEFT_COMMUNITY, effect.community),))
            leave(connection, context.person, effect.community)
        case _:
            assert_never(effect)


def _join(connection: Connection, context: Context, effect: Join) -> None:
    here = (memberships.c.person == context.person, memberships.c.community == effect.community)
    if connection.execute(select(memberships.c.id).where(*here)).scalar() is not None:
        return
    when = {"joined_at": context.now, "checked_at": context.now}
    member = {"person": context.person, "community": effect.community, "state": effect.state}
    connection.execute(insert(memberships), {**member, **when})
    if effect.state == MEMBER:
        tally(connection, context.now, context.zone, (Count(JOINED, effect.community),))


def _keep(connection: Connection, context: Context, profile: Profile) -> None:
    if context.person is not None:
        unsay(connection, context.person, profile.said.values())
    said = {name: profile.said.get(name, "") for name in PROFILE_FIELDS}
    shown = {"shown": " ".join(sorted(profile.shown)), "visibility": profile.visibility, "updated_at": context.now}
    written = update(profiles).where(profiles.c.person == context.person).values(**said, **shown)
    if not connection.execute(written).rowcount:
        connection.execute(insert(profiles), {"person": context.person, "created_at": context.now, **said, **shown})
    # Who changes a card has just read it.
    _checked(connection, context)


def _checked(connection: Connection, context: Context) -> None:
    checked = {"checked_at": context.now, "check_at": context.now + CHECKED_EVERY}
    connection.execute(update(memberships).where(memberships.c.person == context.person).values(checked))
