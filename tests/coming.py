"""People, and a gathering that they may come to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.gatherings import RUSH
from storage.database import Database
from tests.gatherings import Crowd, planned

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 12, 20, 9, 0, tzinfo=PARIS)


def crowd(database: Database, seats: int | None = 2, network: str = "apes", **fields: Any) -> tuple[Crowd, int]:
    """People, and a gathering three weeks ahead."""
    made = Crowd(database)
    start = fields.pop("start", START)
    id = planned(database, made.now, network, "petit_dej", start, title="Petit Déj", seats=seats, **fields)
    return made, id


def to_rush(people_: Crowd, **time: float) -> None:
    """The clock at the last two days."""
    people_.later(seconds=(START - RUSH - people_.now).total_seconds(), **time)


def walking(database: Database) -> tuple[Crowd, int]:
    """A walk of three stops, and ten people: three from the start, four at the second stop, three at the third."""
    people_ = Crowd(database)
    stops = [
        (START + timedelta(minutes=40 * n), place) for n, place in enumerate(("Le métro", "Le jardin", "La halle"))
    ]
    id = planned(database, people_.now, "mel", "en_marchant", START, stops, title="Lieux", minutes=150)
    people_.animates("guide", "mel")
    for number in range(10):
        people_.taps(f"w{number}", f"yes:{id}")
        if number >= 3:
            people_.taps(f"w{number}", f"join:{id}.{2 if number < 7 else 3}")
    people_.now = START + timedelta(minutes=45)
    return people_, id
