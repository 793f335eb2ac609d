"""Dates in words, in the territory's zone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date


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
