"""A segment is the same people for the database and for a plain reading of what each of ten thousand said."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert

from handlers.broadcasts import BLOCKED, MUTED, NO_ADDRESS, NO_YES, Audience, Segment
from handlers.members import PROFILE_FIELDS
from storage import broadcasts as kept
from storage.database import Database
from storage.tables import addresses, bookings, consents, conversations, follows, memberships, people, profiles
from tests.echo import NOON
from tests.gatherings import planned

PEOPLE, SEGMENTS = 10_000, 12
LANGUAGES, CHANNELS = ("", "fr", "en"), ("telegram", "matrix", "terminal")
FOLLOWED = ("network/apes", "network/mel", "series/petit_dej")
COMMUNITIES, STATES = ("metropole", "laureats"), ("asked", "member", "muted")
# One value begins or ends another: a part of a word is no value.
COMMUNES = ("", "lille", "lille-est", "villeneuve-d-ascq", "roubaix")
DOMAINS, STAGES = ("velo", "textile", "velo-textile"), ("", "idee", "moins_3")
PLACES = ("seated", "waiting", "left")
PURPOSES = ("gatherings", "community")


@dataclass(frozen=True)
class Someone:
    """What one person said and did, as they would tell it."""

    number: int
    language: str
    addresses: tuple[tuple[str, bool], ...]
    last: int
    said: tuple[tuple[str, bool], ...]
    follows: tuple[str, ...]
    communities: Mapping[str, str]
    coming: Mapping[int, str]
    card: Mapping[str, str] | None


def some(chance: random.Random, among: Iterable[str], share: float) -> tuple[str, ...]:
    return tuple(each for each in among if chance.random() < share)


def someone(chance: random.Random, number: int, gatherings: Collection[int]) -> Someone:
    """Anything may be missing: no address, no word on a purpose, no card, a card without a field."""
    there = tuple((channel, chance.random() < 0.2) for channel in some(chance, CHANNELS, 0.45))
    said = tuple((chance.choice(PURPOSES), chance.random() < 0.7) for _ in range(chance.randint(0, 4)))
    card = {
        "commune": chance.choice(COMMUNES),
        "domains": " ".join(some(chance, DOMAINS, 0.4)),
        "etape": chance.choice(STAGES),
    }
    return Someone(
        number,
        chance.choice(LANGUAGES),
        there,
        chance.randint(-1, len(there) - 1),
        said,
        some(chance, FOLLOWED, 0.4),
        {each: chance.choice(STATES) for each in some(chance, COMMUNITIES, 0.5)},
        {each: chance.choice(PLACES) for each in gatherings if chance.random() < 0.3},
        card if chance.random() < 0.8 else None,
    )


def settled(connection: Connection, everybody: Iterable[Someone]) -> None:
    """They are all in the database."""
    rows: dict[Any, list[dict[str, Any]]] = {}
    numbers = iter(range(1, 3 * PEOPLE + 1))
    begun = {"dialogue": "", "step": "", "answers": "{}", "memo": "{}", "version": 1, "pack_revision": ""}
    blank = {**dict.fromkeys((*PROFILE_FIELDS, "shown"), ""), "visibility": "hidden", "created_at": NOON}
    booked = {"seats": 1, "asked_at": NOON, "offers": 0, "joins": 0, "leaves": 0, "name": "", "needs": "", "told": 0}
    for one in everybody:
        mine = {"person": one.number}
        at = [next(numbers) for _ in one.addresses]
        last = at[one.last] if one.last >= 0 else None
        known = {"id": one.number, "created_at": NOON, "last_seen_at": NOON, "last_address": last}
        rows.setdefault(people, []).append(known)
        spoken = {**begun, "language": one.language, "updated_at": NOON}
        rows.setdefault(conversations, []).append({**mine, **spoken})
        for id, (channel, blocked) in zip(at, one.addresses, strict=True):
            there = {"id": id, "channel": channel, "peer": f"u{one.number}", "private": True}
            rows.setdefault(addresses, []).append({**mine, **there, "blocked_at": NOON if blocked else None})
        for purpose, granted in one.said:
            word = {"purpose": purpose, "granted": granted, "wording": "w", "channel": "terminal", "at": NOON}
            rows.setdefault(consents, []).append({**mine, **word})
        for subject in one.follows:
            rows.setdefault(follows, []).append({**mine, "subject": subject, "since": NOON})
        for community, state in one.communities.items():
            dated = {"community": community, "state": state, "joined_at": NOON, "checked_at": NOON}
            rows.setdefault(memberships, []).append({**mine, **dated})
        for gathering, state in one.coming.items():
            place = {**booked, "gathering": gathering, "state": state, "useful": "", "updated_at": NOON}
            rows.setdefault(bookings, []).append({**mine, **place})
        if one.card is not None:
            rows.setdefault(profiles, []).append({**mine, **blank, "updated_at": NOON, **one.card})
    for table, values in rows.items():
        connection.execute(insert(table), values)


def in_segment(one: Someone, segment: Segment) -> bool:
    """All that the segment says holds."""
    card = one.card or {}
    inside = {name for name, state in one.communities.items() if state != "asked"}
    wanted: list[tuple[Collection[Any], Collection[Any]]] = [
        (segment.follows, one.follows),
        (segment.communities, inside),
        (segment.languages, (one.language or "fr",)),
        (segment.communes, card.get("commune", "").split()),
        (segment.stages, card.get("etape", "").split()),
        (segment.domains, card.get("domains", "").split()),
        (segment.channels, (reached_on(one),)),
    ]
    comes = segment.coming_to is None or one.coming.get(segment.coming_to) == "seated"
    return comes and all(set(some_of) & set(theirs) for some_of, theirs in wanted if some_of)


def reached_on(one: Someone) -> str:
    """The messenger used last, or else the first that takes our messages."""
    open_ = [channel for channel, blocked in one.addresses if not blocked]
    last = one.addresses[one.last] if one.last >= 0 else ("", True)
    return last[0] if not last[1] else "".join(open_[:1])


def left_out(one: Someone, segment: Segment) -> str:
    """Why someone of a segment is not written to; empty: they are."""
    purpose = "community" if segment.communities else "gatherings"
    if not dict(one.said).get(purpose, False):
        return NO_YES
    theirs = {one.communities.get(each) for each in segment.communities}
    if "muted" in theirs and "member" not in theirs:
        return MUTED
    if reached_on(one):
        return ""
    return BLOCKED if one.addresses else NO_ADDRESS


def read_by_hand(everybody: Iterable[Someone], segment: Segment) -> tuple[dict[int, str], Audience]:
    """The people of a segment with why they are left out, and how many there are of each kind."""
    inside = [(one, left_out(one, segment)) for one in everybody if in_segment(one, segment)]
    told = [one for one, reason in inside if not reason]
    counted = Audience(
        len(told),
        Counter(reason for _, reason in inside if reason),
        Counter(one.language or "fr" for one in told),
        Counter(map(reached_on, told)),
    )
    return {one.number: reason for one, reason in inside}, counted


def drawn(chance: random.Random, gatherings: Collection[int]) -> Segment:
    """Any of the things that a segment may say, alone or together."""

    def among(values: Iterable[str], share: float = 0.3) -> tuple[str, ...]:
        return some(chance, filter(None, values), 0.5) if chance.random() < share else ()

    return Segment(
        among(FOLLOWED),
        among(COMMUNITIES),
        among(COMMUNES),
        among(DOMAINS),
        among(STAGES),
        among(LANGUAGES),
        among(CHANNELS),
        chance.choice([None, None, *gatherings]),
    )


def test_a_segment_of_ten_thousand_people_is_the_same_asked_of_the_database_and_read_by_hand(
    either_database: Database,
) -> None:
    """The same people, with the same reason for each one who is left out, and the same sums."""
    chance = random.Random(11)
    gatherings = [planned(either_database, NOON, network, "petit_dej", NOON) for network in ("apes", "mel")]
    everybody = [someone(chance, number, gatherings) for number in range(1, PEOPLE + 1)]
    with either_database.write() as connection:
        settled(connection, everybody)
    reasons: Counter[str] = Counter()
    with either_database.read() as connection:
        for _ in range(SEGMENTS):
            segment = drawn(chance, gatherings)
            expected, counted = read_by_hand(everybody, segment)
            rows = connection.execute(kept.who(segment, "fr")).all()
            assert (len(rows), {row.person: row.reason for row in rows}) == (len(expected), expected), segment
            assert kept.audience(connection, segment, "fr") == counted, segment
            reasons.update(expected.values())
    assert set(reasons) == {"", NO_YES, MUTED, BLOCKED, NO_ADDRESS}
