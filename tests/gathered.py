"""People told of gatherings on a real database: those who come, those who follow, and what each was told when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update

from handlers.consent import GATHERINGS
from handlers.gatherings import CANCELLED, PUBLISHED, SEATED, TEXT_FIELDS
from scheduler import calls, changes, digest, reminders, snoozes
from scheduler.due import Source
from storage import bulk, outbox
from storage.gatherings import wall
from storage.tables import bookings, broadcasts, consents, follows, gatherings, people
from storage.tables import outbox as ledger
from storage.told_last import told_of
from tests.conversation import guide
from tests.lives import Life

ZONE = "Europe/Paris"
NETWORK = "apes"
KIND = "petit_dej"
"""Of the Lille pack: told 14 and 3 days ahead to who follows, 3 days and the evening before to who comes."""
ABOUT = ("remind", "change", "announce", "after", "digest", "call")
TOLD_BY: tuple[Source, ...] = (changes, reminders, snoozes, digest, calls)
START = "2026-12-03 08:30"
BEGAN = "2026-11-10 09:00"
J3, EVE = ("remind/1/2026-12-03T08:30/j3", "11-30 10:00"), ("remind/1/2026-12-03T08:30/veille", "12-02 18:00")


def at(local: str, zone: str = ZONE) -> datetime:
    """An hour on the wall, `2026-12-03 08:30`, as an instant."""
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@dataclass
class Gathered(Life):
    """A life with gatherings in it. What each person was told is in `told`, in order."""

    now: datetime = field(default_factory=lambda: at(BEGAN))
    guide: Any = field(default_factory=lambda: guide("lille"))
    made: int = 0

    def gathering(self, start: str = START, *, zone: str = ZONE, minutes: int = 90, **values: Any) -> int:
        """A gathering that is announced; `start` is an hour on the wall there. Its number."""
        self.made += 1
        begins = at(start, zone)
        ends = begins + timedelta(minutes=minutes)
        usual: dict[str, Any] = {
            "uid": f"uid-{self.made}",
            "network": NETWORK,
            "kind": KIND,
            "series": "",
            "recurrence": "",
            "state": PUBLISHED,
            **dict.fromkeys(TEXT_FIELDS, ""),
            "title": "Trouver un local",
            "place": "Maison des associations",
            "aside": 0,
            "walk_ins": 0,
            "sequence": 0,
            "version": 1,
            "code": f"C{self.made}",
            "reason": "",
            "delay": 0,
            "created_at": self.now,
            "updated_at": self.now,
        }
        hours = {"starts_at": begins, "ends_at": ends, "starts_wall": wall(begins, zone), "ends_wall": wall(ends, zone)}
        with self.database.write() as connection:
            row = insert(gatherings).values({**usual, **hours, "zone": zone, **values}).returning(gatherings.c.id)
            return int(connection.execute(row).scalar_one())

    def comes(self, id: int, who: str = "u1", **values: Any) -> None:
        """Someone has a place, from now on."""
        person = self._known(who)
        with self.database.write() as connection:
            row = connection.execute(select(gatherings).where(gatherings.c.id == id)).one()
            usual: dict[str, Any] = {
                "gathering": id,
                "person": person,
                "seats": 1,
                "state": SEATED,
                "asked_at": self.now,
                "offers": 0,
                "joins": 0,
                "leaves": 0,
                "name": "",
                "needs": "",
                "useful": "",
                "updated_at": self.now,
            }
            connection.execute(insert(bookings).values({**usual, **told_of(row), **values}))

    def booked(self, id: int, who: str = "u1", **values: Any) -> None:
        """What becomes of a booking."""
        mine = (bookings.c.gathering == id, bookings.c.person == self.person(who))
        with self.database.write() as connection:
            connection.execute(update(bookings).where(*mine).values(values))

    def follows(self, subject: str, who: str = "u1", *, yes: bool = True) -> None:
        """Someone follows, with their yes."""
        person = self._known(who)
        with self.database.write() as connection:
            connection.execute(insert(follows).values(person=person, subject=subject, since=self.now))
        if yes:
            self.consents(who, granted=True)

    def broadcast(self, texts: Mapping[str, str]) -> int:
        """What the network wrote to many; its number."""
        kept = {"network": NETWORK, "state": "done", "texts": json.dumps(texts), "segment": "{}", "link": ""}
        hours = {"confirmed_at": self.now, "starts_at": self.now, "finished_at": self.now}
        row = insert(broadcasts).values(**kept, **hours, audience="{}").returning(broadcasts.c.id)
        with self.database.write() as connection:
            return int(connection.execute(row).scalar_one())

    def consents(self, who: str = "u1", *, granted: bool) -> None:
        """A yes or a no to messages about gatherings."""
        person = self._known(who)
        said = {"purpose": GATHERINGS, "granted": granted, "wording": "w", "channel": "terminal", "at": self.now}
        with self.database.write() as connection:
            connection.execute(insert(consents).values(person=person, **said))

    def moves(self, id: int, start: str | None = None, **values: Any) -> None:
        """An animator changes it, now; `start` is an hour on the wall."""
        with self.database.write() as connection:
            row = connection.execute(select(gatherings).where(gatherings.c.id == id)).one()
            begins = at(start, row.zone) if start else row.starts_at
            ends = begins + (row.ends_at - row.starts_at)
            hours = {"starts_at": begins, "ends_at": ends}
            walls = {"starts_wall": wall(begins, row.zone), "ends_wall": wall(ends, row.zone)}
            told = {"sequence": row.sequence + 1, "said_at": self.now, "updated_at": self.now}
            here = update(gatherings).where(gatherings.c.id == id)
            connection.execute(here.values({**hours, **walls, **told, "state": "moved", **values}))

    def cancels(self, id: int, reason: str = "") -> None:
        """An animator cancels it, now."""
        self.moves(id, state=CANCELLED, reason=reason)

    def until(self, local: str) -> None:
        """Live until an hour on the wall of the territory."""
        self.lives(seconds=(at(local) - self.now).total_seconds())

    def sleeps_until(self, local: str) -> None:
        """Nothing runs until then, as in an outage; then it does."""
        self.waits(seconds=(at(local) - self.now).total_seconds())

    def next_due(self) -> datetime | None:
        """When something about gatherings is due next."""
        with self.database.write() as connection:
            found = [source.next_due(connection, self.scene) for source in TOLD_BY]
            found.append(bulk.next_due(connection, self.now))
        return min((each for each in found if each is not None), default=None)

    def tick(self) -> None:
        """Of all that the bot does by itself, what is about gatherings."""
        self.write_due()
        self.deliver()

    def write_due(self) -> None:
        """Write what is due in the ledger, and send nothing."""
        for source in TOLD_BY:
            with self.database.write() as connection:
                source.send_due(connection, self.scene)

    def told(self, who: str = "u1") -> list[tuple[str, str]]:
        """The keys of what this person was told about gatherings, and when, on the wall of the territory."""
        paris = ZoneInfo(ZONE)
        return [
            (key.rpartition("/")[0], f"{moment.astimezone(paris):%m-%d %H:%M}")
            for key, peer, moment in self.sent
            if peer == who and key.partition("/")[0] in ABOUT
        ]

    def text(self, prefix: str) -> str:
        """The words of the last message whose key begins so."""
        rows = [text for (key, _, _), text in zip(self.sent, self.texts, strict=True) if key.startswith(prefix)]
        return rows[-1] if rows else ""

    def states(self, prefix: str = "") -> Mapping[str, str]:
        """The state of each row about gatherings, with its reason."""
        found = self.rows(select(ledger.c.key, ledger.c.state, ledger.c.reason).order_by(ledger.c.id))
        return {
            key: f"{state} {reason}" if reason else state
            for key, state, reason in found
            if key.partition("/")[0] in ABOUT and key.startswith(prefix)
        }

    def sums(self) -> Mapping[str, int]:
        """How many rows are in each state."""
        with self.database.read() as connection:
            return outbox.sums(connection)

    def _known(self, who: str) -> int:
        if self.person(who) is None:
            self.says("menu", who)
        known = self.person(who)
        assert known is not None
        with self.database.write() as connection:
            # Silent people are not forgotten here: that is not what is tested.
            connection.execute(update(people).where(people.c.id == known).values(last_seen_at=self.now))
        return known
