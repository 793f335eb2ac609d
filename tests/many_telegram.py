"""Many people on a server of Telegram, some of whom refuse the bot, and how often each was told."""

from __future__ import annotations

from collections import Counter

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.faults import Limits
from tests.fake_telegram.state import Message
from tests.many import SAID

CHANNEL = "telegram"
REFUSES = 20
"""One in so many has blocked the bot."""
SPEED = 10
PACE = {"BULK_PER_SECOND": 25 * SPEED, "PER_CHAT_PER_SECOND": SPEED, "PER_GROUP_PER_MINUTE": 20 * SPEED}


def limits() -> Limits:
    """Those of Telegram for a life that goes by so much faster."""
    return Limits(overall=30.0 * SPEED, per_chat=SPEED, per_group_minute=20 * SPEED)


class Audience:
    """People of the server, one in twenty of whom refuses, and how often each was told."""

    def __init__(self, server: FakeTelegram, count: int) -> None:
        self.heard = Counter[tuple[str, str]]()
        self.numbers = range(1, count + 1)
        self.refusing = {(CHANNEL, str(number)) for number in self.numbers if number % REFUSES == 0}
        for channel, number in self.peers:
            refuses = (channel, number) in self.refusing
            server.user(int(number)).chat.standing = "blocked" if refuses else "member"
        server.on_said = self._said

    @property
    def peers(self) -> list[tuple[str, str]]:
        """Where each of them is."""
        return [(CHANNEL, str(number)) for number in self.numbers]

    @property
    def told(self) -> int:
        """How many messages came."""
        return self.heard.total()

    def _said(self, message: Message, edited: bool) -> None:
        if not edited and SAID in str(message.content):
            self.heard[CHANNEL, str(message.chat.id)] += 1
