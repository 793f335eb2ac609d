"""Many people on several channels, a broadcast confirmed for them, and what its ledger says when all is over."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from bot import packs
from handlers.broadcasts import Segment
from handlers.consent import GATHERINGS
from scheduler.clock import SystemClock
from storage import broadcasts as kept
from storage import enclosures, schema
from storage.database import open_database
from storage.tables import addresses, broadcasts, consents, follows, outbox, people, recipients
from tests.pictures import PICTURE

SAID = "On se voit jeudi."
SHOWN = "Une porte bleue."
FOLLOWERS = Segment(follows=("network/apes",))
UNCERTAIN, FAILED, SENT = "uncertain", "failed", "sent"

Peers = Sequence[tuple[str, str]]
"""A channel, and who one is there."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of one broadcast. `became`: by channel and person, the state of their row and its reason; `left`:
    people without a row."""

    state: str
    planned: int
    became: Mapping[tuple[str, str], tuple[str, str]]
    left: int
    rows: int

    def states(self) -> Counter[str]:
        """How many rows are in each state."""
        return Counter(state for state, _ in self.became.values())


def broadcast_to(url: str, peers: Peers, *, picture: bool = False) -> int:
    """These people, beside those that there are, and a broadcast to all of them that is confirmed and leaves now."""
    now = SystemClock().now()
    database = open_database(url)
    schema.prepare(database)
    with database.write() as connection:
        _know(connection, peers, now)
        _agree(connection, now)
        audience = kept.audience(connection, FOLLOWERS, "fr")
        row = {"network": "apes", "author": None, "state": "waiting", "texts": json.dumps({"fr": SAID}), "link": ""}
        hours = {"confirmed_at": now, "starts_at": now, "gathering": None, "audience": json.dumps(asdict(audience))}
        id = kept.keep(connection, {**row, **hours}, FOLLOWERS, "fr")
        if picture:
            first = connection.execute(select(func.min(people.c.id))).scalar_one()
            name = enclosures.keep(connection, first, "png", PICTURE, now)
            enclosures.belongs(connection, name, first, id)
            connection.execute(update(broadcasts).values(enclosure=name, alt=SHOWN))
    database.close()
    return id


def _know(connection: Connection, peers: Peers, now: datetime) -> None:
    last = connection.execute(select(func.coalesce(func.max(people.c.id), 0))).scalar_one()
    there = connection.execute(select(func.coalesce(func.max(addresses.c.id), 0))).scalar_one()
    known = [{"id": last + n, "created_at": now, "last_seen_at": now} for n, _ in enumerate(peers, 1)]
    here = [{"id": there + n, "person": last + n, "channel": c, "peer": p} for n, (c, p) in enumerate(peers, 1)]
    connection.execute(insert(people), known)
    connection.execute(insert(addresses), [{**each, "private": True} for each in here])


def _agree(connection: Connection, now: datetime) -> None:
    """All say yes to messages about gatherings, and follow a network."""
    everybody = list(connection.execute(select(people.c.id)).scalars())
    said = {"purpose": GATHERINGS, "granted": True, "wording": "-", "channel": "-", "at": now}
    connection.execute(insert(consents), [{"person": person, **said} for person in everybody])
    followed = {"subject": "network/apes", "since": now}
    connection.execute(insert(follows), [{"person": person, **followed} for person in everybody])


def pack_where_it_is_day(folder: Path) -> Path:
    """The default pack in a zone where it is about noon: nobody is written to at night."""
    here = packs.default_folder()
    hours = SystemClock().now().hour - 12
    # The sign of these zones is the other one: Etc/GMT+2 is two hours behind.
    zone = f"Etc/GMT{hours:+d}"
    copy = Path(shutil.copytree(here, folder / "pack"))
    written = (copy / "pack.yaml").read_text("utf-8")
    (copy / "pack.yaml").write_text(re.sub(r"(?m)^timezone: .*$", f"timezone: {zone}", written), "utf-8")
    return copy


def reached(url: str, id: int) -> Reached:
    """What the database says of a broadcast."""
    database = open_database(url)
    mine = outbox.c.subject == kept.subject_of(id)
    there = outbox.join(addresses, addresses.c.person == outbox.c.person)
    rows = select(addresses.c.channel, addresses.c.peer, outbox.c.state, outbox.c.reason).select_from(there).where(mine)
    with database.read() as connection:
        found = connection.execute(select(broadcasts).where(broadcasts.c.id == id)).one()
        left = connection.execute(select(func.count()).where(recipients.c.broadcast == id)).scalar_one()
        became = {(channel, peer): (state, reason or "") for channel, peer, state, reason in connection.execute(rows)}
        counted = connection.execute(select(func.count()).where(mine)).scalar_one()
    database.close()
    return Reached(found.state, json.loads(found.audience)["reached"], became, left, counted)


def nobody_is_told_twice_or_forgotten(found: Reached, heard: Mapping[tuple[str, str], int]) -> None:
    """`heard`: how many times it reached each person. Who may have heard it is named as uncertain."""
    assert max(heard.values(), default=0) <= 1, "told twice"
    assert (found.left, found.rows, len(found.became)) == (0, found.planned, found.planned), "somebody is forgotten"
    for who, (state, reason) in found.became.items():
        assert state in {SENT, FAILED, UNCERTAIN}, (who, state, reason)
        if state == SENT:
            assert heard.get(who) == 1, (who, "is said to have been told")
        elif state == FAILED:
            assert (who in heard, reason) == (False, "blocked"), (who, state, reason)
        else:
            assert reason in {"interrupted", "unreachable"}, (who, state, reason)
