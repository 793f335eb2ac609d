"""What people are told of whoever runs this bot, and for how long things are kept, from the configuration."""

from __future__ import annotations

from bot.settings import Settings
from handlers.durations import Durations
from handlers.notice import Notice


def notice_of(settings: Settings) -> Notice:
    """Who answers for the data, and where the bot is reached besides."""
    said = settings.notice
    addresses = {"matrix": settings.matrix.user} if settings.matrix.homeserver else {}
    if settings.telegram.token:
        addresses["telegram"] = ""
    return Notice(
        controller=said.controller,
        contact=said.contact,
        legal_basis=said.legal_basis,
        dpo=said.dpo,
        processors=said.processors,
        transfers=said.transfers,
        addresses=addresses,
        site=settings.web.url.rstrip("/"),
    )


def durations_of(settings: Settings) -> Durations:
    """How long things are kept, as the operator shortened it."""
    kept = settings.retention
    return Durations(
        hours_without_yes=kept.hours_without_yes,
        days_with_keep=kept.days_with_keep,
        days_of_texts=kept.days_of_traces,
        months_of_silence=kept.months_of_silence,
        days_of_backups=kept.days_of_backups,
    )


def missing(settings: Settings) -> tuple[str, ...]:
    """Keys without which nobody of the public may be spoken to."""
    said = settings.notice
    return tuple(f"notice.{key}" for key in ("controller", "contact") if not getattr(said, key))


def better_said(settings: Settings) -> tuple[str, ...]:
    """Keys that the notice would do better with."""
    said = settings.notice
    return tuple(f"notice.{key}" for key in ("legal_basis", "dpo", "processors") if not getattr(said, key))
