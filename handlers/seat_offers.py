"""What is said to those for whom seats come free, in their language and in the day, and what is written of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from handlers.dates import at_hour, day_of
from handlers.durations import Durations
from handlers.effects import Effect, TellPerson
from handlers.effects_gatherings import OfferSeats
from handlers.gatherings import MOST_OFFERS, OFFER_LIVES, Booking, Gathering
from handlers.guide import Guide
from handlers.messages import Choice, Reply
from handlers.quiet import awake, night_of
from handlers.waiting import Plan

MOST_AT_ONCE = 40
"""Offers of one turn, or of one look of the clock: two rows each."""


def offering(
    guide: Guide, durations: Durations, gathering: Gathering, decided: Plan, now: datetime
) -> tuple[Effect, ...]:
    """Offer or call, the first ones first; the clock does the rest."""
    due = awake(now, night_of(guide, durations))
    if due >= gathering.starts_at:
        return ()
    held = _each(guide, gathering, decided.held, due, due + OFFER_LIVES, now)
    called = _each(guide, gathering, decided.called, due, gathering.starts_at, now, held=False)
    return (*held, *called)


def _each(
    guide: Guide,
    gathering: Gathering,
    whom: Sequence[Booking],
    due: datetime,
    until: datetime,
    now: datetime,
    *,
    held: bool = True,
) -> Iterator[Effect]:
    for booking in whom[:MOST_AT_ONCE]:
        yield OfferSeats(booking.id, until, held)
        if booking.person is not None:
            key = f"seat/{gathering.id}/{booking.person}/{booking.offers + 1}"
            reply = _said(guide, gathering, booking, until, now, held=held)
            yield TellPerson(booking.person, reply, due=due, key=key)


def _said(guide: Guide, gathering: Gathering, booking: Booking, until: datetime, now: datetime, *, held: bool) -> Reply:
    language = booking.language or guide.wording.languages[0]
    say, zone = guide.wording.say, gathering.zone
    what = {
        "title": gathering.title,
        "day": day_of(gathering.starts_at, zone, language, now),
        "hour": at_hour(gathering.starts_at, zone, language),
        "seats": booking.seats,
    }
    home = guide.zone
    lives = {"until": day_of(until, home, language, now), "until_hour": at_hour(until, home, language)}
    lines = [say(language, "coming-offer", **what)]
    lines.append(say(language, "coming-offer-until", **lives) if held else say(language, "coming-offer-first"))
    if booking.offers + 1 >= MOST_OFFERS:
        lines.append(say(language, "coming-offer-last"))
    choices = (
        Choice(f"coming/take:{gathering.id}", say(language, "coming-take-button")),
        Choice(f"coming/no:{gathering.id}", say(language, "coming-leave-line")),
        Choice(f"coming/show:{gathering.id}", say(language, "coming-see-again")),
    )
    return Reply("\n".join(lines), choices)
