"""Checks facts against the day: overdue ones, doors that nothing leads to; and lists what networks must confirm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.defects import Report
from handlers.pack import Fact, Pack
from handlers.source import Path, Sheet
from handlers.understand import key

INTERNAL = "interne"


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """One fact that waits for a network's yes. `network` is its id, empty if none answers for it."""

    network: str
    subject: str
    text: str
    source: tuple[str, ...]
    verified_on: date
    review_by: date
    overdue: bool


def check_facts(pack: Pack, sheets: Mapping[str, Sheet], today: date, report: Report, *, strict: bool) -> None:
    """Overdue facts, and schemes that nobody can reach."""
    for sheet in sheets.values():
        for path in _dated(sheet.value, ()):
            _overdue(sheet, path, today, report, strict=strict)
    _unreached(pack, sheets["schemes.yaml"], report)


def _dated(value: Any, path: Path) -> Iterator[Path]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        if step == "review_by":
            yield path
        else:
            yield from _dated(child, (*path, step))


def _overdue(sheet: Sheet, path: Path, today: date, report: Report, *, strict: bool) -> None:
    if date.fromisoformat(sheet.text(*path, "review_by")) < today:
        report.at(sheet, (*path, "review_by"), "check-overdue", severity="error" if strict else "warning")
    if date.fromisoformat(sheet.text(*path, "verified_on")) > today:
        report.at(sheet, (*path, "verified_on"), "check-future", severity="warning")


def _unreached(pack: Pack, sheet: Sheet, report: Report) -> None:
    table = pack.orientation
    doors = [door.scheme for question in table.questions for door in question.if_skipped.doors]
    proposed = {rule.scheme for rule in table.rules} | {*table.fallback.schemes, *doors}
    told = key(" ".join(_told(pack)))
    for index, scheme in enumerate(pack.schemes):
        if scheme.id not in proposed and scheme.kind != INTERNAL and key(scheme.name) not in told:
            report.at(sheet, (index, "id"), "check-scheme-unreached", severity="warning", value=scheme.id)


def _told(pack: Pack) -> Iterator[str]:
    for scheme in pack.schemes:
        yield scheme.with_others or ""
    for page in pack.pages:
        yield page.intro
        yield from (f"{section.title} {section.text}" for section in page.sections)


def todo(pack: Pack, today: date) -> tuple[ToConfirm, ...]:
    """What is left to confirm or overdue: network by network in the order of the pack, then the rest."""
    rank = {network.id: number for number, network in enumerate(pack.territory.networks)}
    waiting = [one for one in _facts(pack, today) if one is not None]
    return tuple(sorted(waiting, key=lambda one: rank.get(one.network, len(rank))))


def _facts(pack: Pack, today: date) -> Iterator[ToConfirm | None]:
    for scheme in pack.schemes:
        yield _waiting(scheme.network, scheme.name, scheme.gives, scheme, today)
        for step in scheme.next_steps:
            yield _waiting(scheme.network, scheme.name, f"{step.text} {step.address}".strip(), step, today)
    for resource in pack.places.resources:
        yield _waiting(resource.network or "", resource.name, f"{resource.address}. {resource.access}", resource, today)
    for page in pack.pages:
        for section in page.sections:
            yield _waiting("", page.title, section.title, section, today)
    for series in pack.gatherings.series:
        said = " ".join(each for each in (series.first, series.rule, series.place, series.about) if each)
        yield _waiting(series.network, series.title, said, series, today)


def _waiting(network: str, subject: str, text: str, fact: Fact, today: date) -> ToConfirm | None:
    overdue = fact.review_by < today
    if fact.confirmed and not overdue:
        return None
    return ToConfirm(network, subject, text, fact.source, fact.verified_on, fact.review_by, overdue)
