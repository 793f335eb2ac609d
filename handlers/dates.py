"""Dates in words, in the territory's zone."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

_NEAR = 180
_WITHOUT_YEAR = re.compile(r",? \d{4}$")


def local_date(moment: datetime, zone: str) -> date:
    """The day that an aware moment is in a zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def in_words(day: date, language: str) -> str:
    """« 1er décembre 2026 », without the weekday."""
    return _first_of_month(day, format_date(day, "d MMMM y", locale=language), language)


def in_full(day: date, language: str) -> str:
    """« jeudi 3 décembre 2026 »."""
    return _first_of_month(day, format_date(day, "EEEE d MMMM y", locale=language), language)


def _first_of_month(day: date, said: str, language: str) -> str:
    # French writes "1er", which the locale data do not know.
    return said.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else said


def at_hour(moment: datetime, zone: str, language: str) -> str:
    """« 8 h 30 », « 18 h », as a clock on the wall there shows it; « 8:30 am » where people say so."""
    local = moment.astimezone(ZoneInfo(zone))
    if language != "fr":
        return format_time(local, "h:mm a", locale=language).replace("\u202f", " ").lower()
    return f"{local.hour} h {local.minute:02d}" if local.minute else f"{local.hour} h"


def stamp(instant: datetime) -> str:
    """« 2026-12-03 17:00 UTC », for who keeps the bot."""
    return f"{instant:%Y-%m-%d %H:%M} UTC"


def day_of(moment: datetime, zone: str, language: str, now: datetime) -> str:
    """« jeudi 3 décembre », with the year unless it is the one of now, or the next months'."""
    day, today = local_date(moment, zone), local_date(now, zone)
    near = day.year == today.year or 0 <= (day - today).days < _NEAR
    said = in_full(day, language)
    return _WITHOUT_YEAR.sub("", said) if near else said
