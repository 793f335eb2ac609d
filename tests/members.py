"""People who have been members since before a conversation begins, in a real database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select

from handlers.members import MEMBERS, PROFILE_FIELDS, USUALLY_SHOWN
from handlers.messages import Address
from storage.database import Database
from storage.tables import addresses, consents, conversations, memberships, people, profiles
from tests.transcript import Enrolled


def enrolled(database: Database, now: datetime, at: Address, member: Enrolled, language: str) -> int:
    """Someone at this address is in a community, with a yes to it and this card; `visibility` and `shown` (names, by
    spaces) are among its fields. Their number."""
    card = dict(member.card)
    visibility = card.pop("visibility", MEMBERS)
    shown_fields = card.pop("shown", " ".join(sorted(USUALLY_SHOWN)))
    with database.write() as connection:
        where = (addresses.c.channel == at.channel, addresses.c.peer == at.peer)
        person = connection.execute(select(addresses.c.person).where(*where)).scalar()
        if person is None:
            known = {"created_at": now, "last_seen_at": now}
            person = connection.execute(insert(people).values(known).returning(people.c.id)).scalar_one()
            there = {"person": person, "channel": at.channel, "peer": at.peer, "private": True}
            address = connection.execute(insert(addresses).values(there).returning(addresses.c.id)).scalar_one()
            connection.execute(people.update().where(people.c.id == person).values(last_address=address))
            begun = {"dialogue": "", "step": "", "answers": "{}", "memo": '{"welcomed": "1"}', "language": language}
            connection.execute(
                insert(conversations),
                {"person": person, **begun, "pack_revision": "", "version": 1, "updated_at": now},
            )
        yes = {"person": person, "purpose": "community", "granted": True, "wording": "consent-community/fr/00000000"}
        connection.execute(insert(consents), {**yes, "channel": at.channel, "at": now})
        inside = {"person": person, "community": member.community, "state": "member", "joined_at": now}
        connection.execute(insert(memberships), {**inside, "checked_at": now})
        said = {name: card.get(name, "") for name in PROFILE_FIELDS}
        shown = {"shown": shown_fields, "visibility": visibility}
        when = {"created_at": now, "updated_at": now}
        if connection.execute(select(profiles.c.person).where(profiles.c.person == person)).scalar() is None:
            connection.execute(insert(profiles), {"person": person, **said, **shown, **when})
    return int(person)
