"""The real program on Matrix, started as often as a test wants."""

from __future__ import annotations

from typing import Any

from tests.bot.running import Bot
from tests.channels.matrix.rig import PICKLE_KEY
from tests.databases import Home
from tests.synapse.fixtures import Synapse


class Matrix:
    """One configuration."""

    def __init__(self, synapse: Synapse, account: tuple[str, str], home: Home) -> None:
        self.user_id, password = account
        self.home = home
        self.folder = home.folder
        self.settings = {
            "MATRIX__HOMESERVER": synapse.url,
            "MATRIX__USER": self.user_id,
            "MATRIX__PASSWORD": password,
            "MATRIX__PICKLE_KEY": PICKLE_KEY,
            "MATRIX__STORE_PATH": str(home.folder / "keys"),
        }
        self.started: list[Bot] = []

    def start(self) -> Bot:
        """A process, ready or not."""
        self.started.append(Bot(self.home, None, **self.settings))
        return self.started[-1]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database holds."""
        return self.home.rows(query)

    def received(self) -> int:
        """How many messages were played."""
        return int(self.rows("SELECT count(*) FROM inbound")[0][0])

    def unread(self) -> int:
        """How many messages no key opened, or could not be read for another reason."""
        return int(self.rows("SELECT count(*) FROM quarantined")[0][0])

    def end(self) -> None:
        """Leave none behind."""
        for bot in self.started:
            bot.process.kill()
            bot.process.wait()
