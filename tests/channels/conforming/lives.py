"""The lives of one bot beside a server that outlives it, as the adapters of real messengers share them."""

from __future__ import annotations

from contextlib import AsyncExitStack
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from bot.app import App


class Speaking(Protocol):
    """The channel of a running bot."""

    @property
    def longest_text(self) -> int:
        """Characters of one message."""
        ...

    @property
    def well(self) -> bool:
        """What it says of itself."""
        ...


class Running(Protocol):
    """A bot that runs on one channel."""

    @property
    def app(self) -> App:
        """The bot."""
        ...

    @property
    def channel(self) -> Speaking:
        """Its channel."""
        ...


R = TypeVar("R", bound=Running)


class Lives(Generic[R]):
    """Holds what runs now; `stops` ends it, with all that was entered in `_life`."""

    def __init__(self) -> None:
        self._life = AsyncExitStack()
        self._bot: R | None = None

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stops()

    @property
    def bot(self) -> R:
        """The bot of this life."""
        assert self._bot is not None
        return self._bot

    @property
    def app(self) -> App:
        """The bot of this life, without its channel."""
        return self.bot.app

    @property
    def longest_text(self) -> int:
        """Characters of one message of the bot."""
        return self.bot.channel.longest_text

    @property
    def well(self) -> bool:
        """What the channel says of itself."""
        return self.bot.channel.well

    async def stops(self) -> None:
        """The process ends."""
        self._bot = None
        await self._life.aclose()
