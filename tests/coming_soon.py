"""People who come to gatherings that begin soon: each is to be told so once, two hours before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, select

from handlers.consent import GATHERINGS
from handlers.gatherings import PUBLISHED, SEATED
from scheduler.clock import SetClock
from storage import gathering_rows
from storage.tables import addresses, bookings, consents, gatherings, people
from storage.told_last import told_of

KIND, NETWORK = "permanence", "apes"
"""Of the default pack: told two hours before to who comes."""


def expected(connection: Connection, peers: Sequence[tuple[str, str]], now: datetime, *, places: int = 1) -> list[str]:
    """These people come to gatherings that begin within two hours; returns the keys of what they are to be told."""
    rows = [_soon(connection, now, number) for number in range(places)]
    first = 1 + int(connection.execute(select(func.coalesce(func.max(people.c.id), 0))).scalar_one())
    there = 1 + int(connection.execute(select(func.coalesce(func.max(addresses.c.id), 0))).scalar_one())
    known = range(first, first + len(peers))
    before = now - timedelta(days=3)
    connection.execute(insert(people), [{"id": n, "created_at": before, "last_seen_at": before} for n in known])
    here = [{"id": there + n, "person": first + n, "channel": c, "peer": p} for n, (c, p) in enumerate(peers)]
    connection.execute(insert(addresses), [{**each, "private": True} for each in here])
    said = {"purpose": GATHERINGS, "granted": True, "wording": "-", "channel": "-", "at": before}
    connection.execute(insert(consents), [{"person": n, **said} for n in known])
    usual = {"seats": 1, "state": SEATED, "offers": 0, "joins": 0, "leaves": 0, "name": "", "needs": "", "useful": ""}
    usual |= {"asked_at": before, "updated_at": before}
    connection.execute(insert(bookings), [{"person": n, **usual, **rows[n % places]} for n in known])
    return [str(n) for n in known]


def _soon(connection: Connection, now: datetime, number: int) -> dict[str, object]:
    start = (now + timedelta(minutes=118 - number)).replace(second=0, microsecond=0)
    hours = gathering_rows.hours(start, start + timedelta(hours=2), "Europe/Paris")
    named = {"uid": f"soon-{number}", "network": NETWORK, "kind": KIND, "state": PUBLISHED}
    values = {**named, **hours, **gathering_rows.texts({"title": f"Permanence {number}"})}
    id = gathering_rows.new(connection, values, now - timedelta(days=3), SetClock(start, seed=number).draw, None)
    row = connection.execute(select(gatherings).where(gatherings.c.id == id)).one()
    return {"gathering": id, **told_of(row)}
