"""Updates of any shape: never an exception, never more than one turn each, and the next good message is answered."""

from __future__ import annotations

import copy
import os
import random
import time
from collections import Counter
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.channels.telegram.rig import Rig
from tests.fake_telegram.payloads import CONTENTS
from tests.measures import record
from tests.spoilt import TAPS, TEXTS, spoilt

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
UPDATES = int(os.environ.get("BOUSSOLE_FUZZ", "50000" if WHOLE else "1500"))
AT_ONCE = 100
MANY = 400
"""People who write: each is answered now and then, and asked to slow down when they all write at once."""

BOT = {"id": 123456789, "is_bot": True, "first_name": "Essai", "username": "essai_bot"}
GROUP = {"id": -1001, "type": "supergroup", "title": "G"}
DATE = 1_795_000_000


def good(chance: random.Random) -> dict[str, Any]:
    """A well-formed update of any kind, of any person."""
    who = 1_000 + chance.randrange(MANY)
    person = {"id": who, "is_bot": False, "first_name": "P", "language_code": chance.choice(["fr", "en", "ar", "xx"])}
    private = {"id": who, "type": "private", "first_name": "P"}
    chat = chance.choice([private, private, private, GROUP])
    message = {"message_id": chance.randrange(1, 9999), "date": DATE, "chat": chat, "from": person}
    content = chance.choice([*CONTENTS.values(), *({"text": text} for text in TEXTS)])
    said = {**message, **content}
    data = chance.choice(TAPS)
    members = [
        {"user": BOT, "status": chance.choice(["member", "left", "creator"]), "is_anonymous": False} for _ in "ab"
    ]
    return copy.deepcopy(
        chance.choice(
            [
                {"message": said},
                {"message": said},
                {"edited_message": {**said, "edit_date": DATE + chance.randrange(900)}},
                {"callback_query": {"id": "1", "from": person, "chat_instance": "1", "data": data, "message": message}},
                {"my_chat_member": {**message, "old_chat_member": members[0], "new_chat_member": members[1]}},
                {"channel_post": said},
            ]
        )
    )


@pytest.mark.row("I34", "G15")
async def test_updates_of_any_shape_stop_nobody(bot: Rig) -> None:
    """By polling and by webhook (faults G15, I34): nothing fails in a turn, whatever comes; each is answered by one
    turn at most, and who writes next is answered."""
    chance = random.Random(15)
    bot.server.keeps_calls = False
    for number in range(MANY):
        bot.server.user(1_000 + number).chat.standing = "member"
    with capture_logs() as logs:
        for start in range(0, UPDATES, AT_ONCE):
            for _ in range(min(AT_ONCE, UPDATES - start)):
                bot.server.pushes(spoilt(good(chance), chance, chance.randrange(3)))
            await bot.quiet()
        somebody = bot.server.user(4242)
        began = time.monotonic()
        somebody.starts()
        await bot.until(lambda: somebody.heard)
        seconds = time.monotonic() - began
        await bot.quiet()
    assert len(somebody.heard) == 2
    assert "canari" not in str(logs)
    assert not bot.listening.done()
    failed = Counter(line["event"] for line in logs if line["log_level"] == "error")
    with bot.database.read() as connection:
        aside = connection.exec_driver_sql("SELECT error FROM quarantined").scalars().all()
        received = int(connection.exec_driver_sql("SELECT count(*) FROM inbound").scalar() or 0)
    told = (
        f"Telegram: {UPDATES} updates, {received} played, {len(aside)} set aside, {failed['message set aside']} failed"
    )
    record(
        "G15", f"{told}; the next message answered in {seconds:.2f} s", not failed["message set aside"] and seconds < 1
    )
    assert failed.keys() <= {"update set aside"}
    assert 0 < len(aside) < UPDATES / 2
    # Who writes so much is asked to slow down: what they send is then acknowledged, not played.
    assert min(UPDATES / 20, 1_000) < received <= UPDATES + 1
    assert "canari" not in str(aside)
