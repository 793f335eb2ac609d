"""Calendars of elsewhere, as their programs write them."""

from __future__ import annotations

from collections.abc import Sequence

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Exemple//FR\r\n"


def event(uid: str, start: str = "20261203T083000", *more: str, **fields: str) -> str:
    """One entry, in the zone of the territory unless `start` says another; `fields` by their small names."""
    begins = start if start.startswith(("DTSTART", ";", ":")) else f";TZID=Europe/Paris:{start}"
    named = {"summary": "Petit Déj de l’exemple", "status": "CONFIRMED", **fields}
    lines = [f"UID:{uid}", begins if begins.startswith("DTSTART") else f"DTSTART{begins}"]
    lines += [f"{name.upper()}:{value}" for name, value in named.items() if value]
    return "\r\n".join(["BEGIN:VEVENT", *lines, *more, "END:VEVENT"])


def calendar(*events: str) -> bytes:
    """A whole calendar."""
    return (HEAD + "\r\n".join((*events, "END:VCALENDAR"))).encode() + b"\r\n"


MOBILIZON: Sequence[str] = (
    "BEGIN:VEVENT",
    "CATEGORIES:MEETING",
    "DESCRIPTION:<p>On se rencontre &amp; on échange.</p><p>Entrée libre.</p>",
    "DTEND:20261210T190000Z",
    "DTSTAMP:20261101T100000Z",
    "DTSTART:20261210T170000Z",
    "GEO:50.63;3.06",
    "LAST-MODIFIED:20261101T100000Z",
    "LOCATION:La Grappe\\, 75 rue Léon Gambetta\\, 59000\\, Lille\\, France",
    "ORGANIZER:https://mobilizon.example/@reseau",
    "SEQUENCE:1",
    "STATUS:CONFIRMED",
    "SUMMARY:Rencontre du mois",
    "UID:2f1c",
    "URL:https://mobilizon.example/events/2f1c",
    "END:VEVENT",
)
"""One entry of a group's feed there: hours in UTC, markup in what is told, the page of the entry as its address."""
