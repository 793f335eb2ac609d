"""Makes the public pages and calendars from what was read once for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.web import linked_data, listing, templating
from bot.web.asked import Asked, NotThere
from bot.web.doors import doors
from bot.web.places import communes
from bot.web.shown import Shown, Speaker, speaker
from handlers.gatherings import Gathering
from handlers.guide import Guide
from handlers.pack import Network
from storage.agenda import Agenda

AGENDA, PLACES = "/agenda", "/lieux"


@dataclass(frozen=True, slots=True)
class Making:
    """`base`: where the pages are served, if that is known."""

    base: str

    def listing(self, agenda: Agenda, guide: Guide, ask: Asked) -> bytes:
        """The agenda, or the part of it that is asked; raises NotThere past its last page."""
        said = speaker(guide, ask.language, agenda.now)
        found = listing.listed(agenda, ask, said)
        series = guide.pack.gatherings.series_by_id.get(ask.series)
        return templating.page(
            "agenda.html",
            said,
            ask,
            title=_title(said, ask) or said.say("agenda-title"),
            description=said.say("agenda-about", site=guide.pack.territory.name),
            address=AGENDA,
            base=self.base,
            here="agenda",
            about=said.named(f"series-{series.id}-about") if series and series.about else None,
            networks=_organising(agenda, guide, ask),
            foreign=said.written("").language,
            months=found.months,
            groups=found.groups,
            shown=found.shown,
            count=found.count,
            pages=found.pages,
            feed=ask.link(f"{AGENDA}/{ask.series or ask.network}.ics" if ask.series or ask.network else "/agenda.ics"),
            graph=linked_data.graph(found.shown, self.base),
        )

    def gathering(self, agenda: Agenda, guide: Guide, ask: Asked, id: int) -> bytes:
        """One gathering; raises NotThere if it was never announced, or is long over."""
        said = speaker(guide, ask.language, agenda.now)
        shown = _one(agenda, said, id)
        series = guide.pack.gatherings.series_by_id.get(shown.gathering.series)
        return templating.page(
            "gathering.html",
            said,
            ask,
            title=shown.title.said,
            description=", ".join(part for part in (shown.when, shown.where.said) if part),
            address=f"{AGENDA}/{id}",
            base=self.base,
            each=shown,
            doors=doors(said, agenda.names, f"evt_{id}"),
            series={"id": series.id, "name": said.named(f"series-{series.id}")} if series else None,
            network=shown.gathering.network if shown.gathering.network in guide.pack.network_by_id else "",
            file=ask.link(f"{AGENDA}/{id}.ics"),
            graph=linked_data.graph((shown,), self.base),
        )

    def places(self, agenda: Agenda, guide: Guide, ask: Asked) -> bytes:
        """The places of the pack."""
        said = speaker(guide, ask.language, agenda.now)
        return templating.page(
            "places.html",
            said,
            ask,
            title=said.say("agenda-places-title"),
            description=said.say("agenda-about-places", site=guide.pack.territory.name),
            address=PLACES,
            base=self.base,
            here="places",
            communes=communes(said, agenda.confirmed),
        )

    def calendar(self, agenda: Agenda, guide: Guide, ask: Asked, id: int | None) -> bytes:
        """The calendar of one gathering, or of a series, of a network, of all."""
        from bot.formats import calendars

        said = speaker(guide, ask.language, agenda.now)
        found: Sequence[Gathering] = listing.among(agenda.gatherings, ask)[: listing.MOST_IN_A_FEED]
        if id is not None:
            found = (_one(agenda, said, id).gathering,)
        return calendars.feed(guide, found, ask.language, agenda.changed, _whose(said, ask))

    def refusal(self, guide: Guide, now: datetime, ask: Asked, name: str) -> bytes:
        """Why there is no page: the sentence of this name, under its title."""
        said = speaker(guide, ask.language, now)
        title, why = said.say(f"{name}-title"), said.say(name)
        return templating.page("refused.html", said, ask, title=title, description=why, address="", base=self.base)


def _one(agenda: Agenda, said: Speaker, id: int) -> Shown:
    for gathering in agenda.gatherings:
        if gathering.id == id:
            return Shown(gathering, said, gathering.id in agenda.full)
    raise NotThere


def _organising(agenda: Agenda, guide: Guide, ask: Asked) -> tuple[Network, ...]:
    """The networks that have something ahead, and the one that is asked."""
    ahead = {each.network for each in agenda.gatherings if each.ends_at > agenda.now} | {ask.network}
    return tuple(network for network in guide.pack.territory.networks if network.id in ahead)


def _title(said: Speaker, ask: Asked) -> str:
    """What was asked, in words; nothing if it is all."""
    month = said.month(ask.month) if ask.month else ""
    what = ", ".join(part for part in (_whose(said, ask), month) if part)
    return said.say("agenda-of", what=what) if what else ""


def _whose(said: Speaker, ask: Asked) -> str:
    series = said.named(f"series-{ask.series}").said if ask.series else ""
    return ", ".join(part for part in (series, said.guide.pack.network_name(ask.network)) if part)
