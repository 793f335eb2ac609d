"""The third part of `boussole demo`: a gathering from its creation to what is asked after it, by a moving clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rich.console import Console
from sqlalchemy import Connection, bindparam, func, select

from bot.app import App
from bot.role_requests import invite
from bot.sentences import sentence
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from handlers.pack_gatherings import Kind
from handlers.reminders import COMING
from scheduler.clock import SetClock
from storage.outbox import unpacked
from storage.play import Scene
from storage.tables import addresses, gatherings, outbox

VISITOR, ANIMATOR = Address("terminal", "visitor"), Address("terminal", "animator")
_DAYS_AHEAD = 9
_NOON = 12
_SHOWN = (
    select(outbox.c.body)
    .join(addresses, addresses.c.id == outbox.c.address)
    .where(addresses.c.peer == bindparam("peer"), outbox.c.body.is_not(None))
    .order_by(outbox.c.id.desc())
)
"""What someone was told, the last first."""


class Stage:
    """Two people and a clock; what they say is shown before what they are answered."""

    def __init__(self, app: App, clock: SetClock, console: Console) -> None:
        self._app = app
        self._clock = clock
        self._console = console
        self._said = 0

    @property
    def zone(self) -> ZoneInfo:
        """That of the territory."""
        return ZoneInfo(self._app.guide.zone)

    @property
    def today(self) -> datetime:
        """The hour on the wall."""
        return self._clock.now().astimezone(self.zone)

    async def types(self, who: Address, text: str) -> None:
        """Someone writes."""
        await self._plays(who, text, Inbound(who, self._next(), who.peer, text))

    async def taps(self, who: Address, choice: str) -> None:
        """Someone chooses the first button whose id begins so."""
        bodies = await self._app.turns.run(
            lambda connection: connection.execute(_SHOWN, {"peer": who.peer}).scalars().all()
        )
        shown = (each for body in bodies for each in unpacked(body).choices)
        chosen = next(each for each in shown if each.id.startswith(choice))
        await self._plays(who, chosen.label, Inbound(who, self._next(), who.peer, choice=chosen.id, kind="choice"))

    def _next(self) -> str:
        self._said += 1
        return f"demo-{self._said}"

    async def _plays(self, who: Address, shown: str, inbound: Inbound) -> None:
        said = sentence("cli-demo-says" if who == VISITOR else "cli-demo-animator-says", text=shown)
        self._console.print("\n" + said, style="bold green", markup=False)
        await self._app.receive(inbound)
        await self._app.delivery.settled()

    async def waits_until(self, local: datetime) -> None:
        """The clock goes on, and stops wherever something is due."""
        while (due := await self._app.next_due()) is not None and due <= local:
            await self._looks(max(due, self._clock.now()))
        await self._looks(local)

    async def _looks(self, at: datetime) -> None:
        if at > self._clock.now():
            self._clock.move(at)
            self._console.print(
                "\n" + sentence("cli-demo-clock", at=f"{self.today:%d/%m/%Y %H:%M}"), style="bold yellow"
            )
        await self._app.tick()

    async def newest(self) -> int:
        """The number of the gathering made last."""
        newest = select(func.max(gatherings.c.id))
        return int(await self._app.turns.run(lambda connection: connection.execute(newest).scalar_one()))

    async def code(self) -> str:
        """One that makes an animator of the first network."""
        network = self._app.guide.pack.territory.networks[0].id

        def made(connection: Connection) -> str:
            scene = Scene(self._app.guide, self._clock.now(), self._clock.draw)
            return str(invite(connection, scene, role="animator", network=network)["code"])

        return await self._app.turns.run(made)


def noon_of(day: datetime) -> datetime:
    """The same day, at noon."""
    return day.replace(hour=_NOON, minute=0, second=0, microsecond=0)


async def gathering(stage: Stage, guide: Guide) -> bool:
    """Made by an animator, chosen by a visitor who follows the network from then on, reminded, moved, corrected, held,
    and asked about. False if the pack has none."""
    kind = _kind(guide)
    if kind is None:
        return False
    day = noon_of(stage.today) + timedelta(days=_DAYS_AHEAD)
    await stage.types(ANIMATOR, await stage.code())
    await stage.types(ANIMATOR, guide.wording.parts("words-organiser")[0])
    await stage.taps(ANIMATOR, "gatherings/paste:")
    commune = next(iter(guide.places.name_by_slug.values()))
    said = {"kind": kind.label, "date": f"{day:%d/%m/%Y}", "commune": commune}
    await stage.types(ANIMATOR, sentence("cli-demo-card", **said))
    await stage.taps(ANIMATOR, "gatherings/review:publish")
    id = await stage.newest()
    await stage.types(VISITOR, guide.wording.parts("words-rencontres")[0])
    for choice in (f"coming/show:{id}", f"coming/yes:{id}", f"coming/heard-{id}:oui"):
        await stage.taps(VISITOR, choice)
    await stage.waits_until(day - timedelta(days=2))
    moved = day + timedelta(days=1)
    await stage.types(ANIMATOR, guide.wording.parts("words-organiser")[0])
    for choice in (f"gatherings/show:{id}", f"gatherings/move:{id}"):
        await stage.taps(ANIMATOR, choice)
    await stage.types(ANIMATOR, sentence("cli-demo-date", date=f"{moved:%d/%m/%Y}"))
    await stage.taps(ANIMATOR, "gatherings/review:")
    await stage.waits_until(moved.replace(hour=10, minute=5))
    await stage.types(VISITOR, guide.wording.parts("words-present")[0])
    await stage.waits_until(moved + timedelta(days=1))
    await stage.taps(VISITOR, "reminding/")
    return True


def _kind(guide: Guide) -> Kind | None:
    """One that people are reminded of."""
    kinds = (kind for kind in guide.pack.gatherings.kinds if kind.form == "meeting")
    return next((kind for kind in kinds if any(telling.to == COMING for telling in kind.tellings)), None)
