"""The list of the agenda: what is asked among what was announced, a page of it, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.web.asked import Asked, NotThere
from bot.web.shown import Shown, Speaker
from handlers.gatherings import Gathering
from storage.agenda import Agenda

PAGE = 20
MOST_IN_A_FEED = 1_000
_LAST_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Month:
    """A heading of the list."""

    id: str
    name: str
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """One page. `count`: of all pages; `months`: those that may be asked for."""

    groups: tuple[Month, ...]
    months: tuple[Month, ...]
    count: int
    pages: int

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What this page shows."""
        return tuple(each for month in self.groups for each in month.shown)


def listed(agenda: Agenda, asked: Asked, speaker: Speaker) -> Listing:
    """The page that is asked; raises NotThere past the last one."""
    several = among(agenda.gatherings, asked)
    now_month = month_of(agenda.now, speaker.guide.zone)
    if asked.month:
        found = [each for each in several if first_month(each) <= asked.month <= last_month(each)]
    else:
        found = [each for each in several if each.ends_at > agenda.now]
    pages = max(1, -(-len(found) // PAGE))
    if asked.page > pages:
        raise NotThere
    part = found[(asked.page - 1) * PAGE : asked.page * PAGE]
    months = sorted({max(first_month(each), now_month) for each in several if each.ends_at > agenda.now})
    named = tuple(Month(id, speaker.month(id)) for id in sorted({*months, *([asked.month] if asked.month else [])}))
    return Listing(_grouped(part, asked.month or now_month, agenda, speaker), named, len(found), pages)


def _grouped(part: Sequence[Gathering], earliest: str, agenda: Agenda, speaker: Speaker) -> tuple[Month, ...]:
    """What began before the first month shown is shown there: it still lasts."""
    by_month: dict[str, list[Shown]] = {}
    for each in part:
        shown = Shown(each, speaker, each.id in agenda.full)
        by_month.setdefault(max(first_month(each), earliest), []).append(shown)
    return tuple(Month(id, speaker.month(id), tuple(by_month[id])) for id in sorted(by_month))


def among(gatherings: Sequence[Gathering], asked: Asked) -> tuple[Gathering, ...]:
    """Those of the network and of the series that are asked, or all."""
    return tuple(
        each for each in gatherings if asked.network in ("", each.network) and asked.series in ("", each.series)
    )


def month_of(moment: datetime, zone: str) -> str:
    """`2026-12`."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m")


def first_month(gathering: Gathering) -> str:
    """The month in which it begins."""
    return month_of(gathering.starts_at, gathering.zone)


def last_month(gathering: Gathering) -> str:
    """The month in which it ends; midnight still belongs to the day before."""
    return month_of(gathering.ends_at - _LAST_INSTANT, gathering.zone)
