"""Updates of any shape: never an exception, never more than one turn each, and the next good message is answered."""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Iterator
from typing import Any

from structlog.testing import capture_logs

from tests.channels.telegram.rig import Rig
from tests.fake_telegram.payloads import CONTENTS

UPDATES = int(os.environ.get("BOUSSOLE_FUZZ", "1500"))
PERSON = {"id": 812, "is_bot": False, "first_name": "P", "language_code": "fr"}
BOT = {"id": 123456789, "is_bot": True, "first_name": "Essai", "username": "essai_bot"}
PRIVATE = {"id": 812, "type": "private", "first_name": "P"}
GROUP = {"id": -1001, "type": "supergroup", "title": "G"}
DATE = 1_795_000_000
STRANGE: list[Any] = [
    None, True, 0, -1, 2**63, 2**80, 1.5, "", "canari\x00", "\ud800", "😀" * 5000, [], [[]], {}, {"id": 1}, "é" * 70,
]  # fmt: skip


def good(chance: random.Random) -> dict[str, Any]:
    """A well-formed update of any kind."""
    chat = chance.choice([PRIVATE, PRIVATE, GROUP])
    message = {"message_id": chance.randrange(1, 9999), "date": DATE, "chat": chat, "from": PERSON}
    content = chance.choice([*CONTENTS.values(), {"text": "canari"}, {"text": "/start x"}, {"text": "2"}])
    said = {**message, **content}
    data = chance.choice(["orientation/etape:idee", "orientation/commune:ailleurs", "canari", "a/b:c"])
    members = [
        {"user": BOT, "status": chance.choice(["member", "left", "creator"]), "is_anonymous": False} for _ in "ab"
    ]
    return copy.deepcopy(
        chance.choice(
            [
                {"message": said},
                {"edited_message": {**said, "edit_date": DATE + chance.randrange(900)}},
                {"callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": data, "message": message}},
                {"my_chat_member": {**message, "old_chat_member": members[0], "new_chat_member": members[1]}},
                {"channel_post": said},
            ]
        )
    )


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container inside, with a key of it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield value, key
        yield from places(each)


def spoilt(update: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same with some of it replaced, taken away or doubled."""
    for _ in range(chance.randrange(3)):
        holder, key = chance.choice(list(places(update)))
        if isinstance(holder, dict) and chance.random() < 0.3:
            holder.pop(key, None)
        else:
            holder[key] = copy.deepcopy(chance.choice(STRANGE))
        if not update:
            return {"message": chance.choice(STRANGE)}
    return update


async def test_updates_of_any_shape_stop_nobody(bot: Rig) -> None:
    """By polling and by webhook (faults G15, I34)."""
    chance = random.Random(15)
    with capture_logs() as logs:
        for start in range(0, UPDATES, 100):
            for _ in range(min(100, UPDATES - start)):
                bot.server.pushes(spoilt(good(chance), chance))
            await bot.quiet()
        somebody = bot.server.user(4242)
        somebody.starts()
        await bot.quiet()
    assert len(somebody.heard) == 2
    assert "canari" not in str(logs)
    assert not bot.listening.done()
    with bot.database.read() as connection:
        failed = connection.exec_driver_sql("SELECT error FROM quarantined").scalars().all()
        received = connection.exec_driver_sql("SELECT count(*) FROM inbound").scalar()
    assert 0 < len(failed) < UPDATES / 2
    # One person who writes so much is asked to slow down: what they send is then acknowledged, not played.
    assert received is not None
    assert 20 < received <= UPDATES + 1
    assert "canari" not in str(failed)
