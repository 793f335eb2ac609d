"""Gatherings in the words of schema.org, for the programs that read public pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.web.shown import Shown
from handlers.gatherings import CANCELLED, MOVED

_SCHEMA = "https://schema.org"
_STATES = {CANCELLED: "EventCancelled", MOVED: "EventRescheduled"}


def graph(shown: Sequence[Shown], site: str) -> dict[str, Any]:
    """All the gatherings of a page. `site`: where the pages are served, if it is known."""
    return {"@context": _SCHEMA, "@graph": [_event(each, site) for each in shown]}


def _event(shown: Shown, site: str) -> dict[str, Any]:
    gathering = shown.gathering
    said: dict[str, Any] = {
        "@type": "Event",
        "name": shown.title.said,
        "startDate": shown.starts,
        "endDate": shown.ends,
        "eventStatus": f"{_SCHEMA}/{_STATES.get(gathering.state, 'EventScheduled')}",
        "eventAttendanceMode": f"{_SCHEMA}/OfflineEventAttendanceMode",
        "location": _place(shown),
        "organizer": {"@type": "Organization", "name": shown.network.said},
        "description": shown.about.said,
        "maximumAttendeeCapacity": gathering.seats,
        "url": f"{site}/agenda/{gathering.id}" if site else "",
    }
    return {name: value for name, value in said.items() if value}


def _place(shown: Shown) -> dict[str, Any]:
    guide, gathering = shown.speaker.guide, shown.gathering
    locality = guide.places.name_by_slug.get(gathering.text("commune"), "")
    street = gathering.text("address")
    written = {"@type": "PostalAddress", "streetAddress": street, "addressLocality": locality}
    address = {name: value for name, value in written.items() if value}
    first = gathering.stops[0].place if gathering.stops else ""
    known = (gathering.text("place"), gathering.text("meeting_point"), first, locality)
    name = next((each for each in known if each), guide.pack.territory.name)
    return {"@type": "Place", "name": name, "address": address if len(address) > 1 else name}
