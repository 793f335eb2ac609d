"""Events of any shape in a sync: never an exception, never more than one turn each, and the next one is answered."""

from __future__ import annotations

import copy
import logging
import os
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.matrix.sync import FILTER
from storage.database import Database
from tests.channels.matrix.rig import NEVER, Rig, rig, settings
from tests.measures import record
from tests.spoilt import STRANGE, TEXTS, spoilt
from tests.synapse.fixtures import Synapse
from tests.synapse.proxy import Proxy, proxy

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
EVENTS = int(os.environ.get("BOUSSOLE_FUZZ", "50000" if WHOLE else "600"))
MANY = 200 if WHOLE else 20
AT_ONCE = int(FILTER["room"]["timeline"]["limit"])
PATIENCE = 120.0
RELATIONS = ("m.replace", "m.thread", "m.annotation", "m.reference", "canari")
SIGNS = ("1\ufe0f\u20e3", "👍", "❤️", "🅰️", "canari", "")


def content(chance: random.Random) -> tuple[str, dict[str, Any]]:
    """What somebody may send: its type and what it holds."""
    body = chance.choice(TEXTS)
    text: dict[str, Any] = {"msgtype": "m.text", "body": body}
    about = {"rel_type": chance.choice(RELATIONS), "event_id": f"$e{chance.randrange(50)}", "key": chance.choice(SIGNS)}
    file = {"body": "canari.pdf", "url": "mxc://a.org/b", "info": {"mimetype": "x", "size": 5}}
    made: list[tuple[str, dict[str, Any]]] = [
        *[("m.room.message", text)] * 6,
        ("m.room.message", {**text, "m.relates_to": about, "m.new_content": text}),
        ("m.room.message", {**text, "m.relates_to": {"m.in_reply_to": {"event_id": "$e1"}}}),
        ("m.room.message", {**text, "format": "org.matrix.custom.html", "formatted_body": "<script>canari</script>"}),
        ("m.room.message", {**text, "msgtype": chance.choice(["m.notice", "m.emote", "m.server_notice", "canari"])}),
        ("m.room.message", {**file, "msgtype": chance.choice(["m.image", "m.file", "m.audio", "m.video"])}),
        ("m.room.message", {"msgtype": "m.location", "body": "canari", "geo_uri": "geo:50.6,3.0"}),
        ("m.room.message", {"msgtype": "m.key.verification.request", "body": "canari", "methods": [], "to": "x"}),
        ("m.sticker", {**file, "body": "canari"}),
        ("m.reaction", {"m.relates_to": {**about, "rel_type": "m.annotation"}}),
        ("m.room.redaction", {"redacts": f"$e{chance.randrange(50)}", "reason": "canari"}),
        ("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "canari", "session_id": "x"}),
        ("m.poll.start", {"m.text": [{"body": "canari"}]}),
        ("org.canari", {"body": "canari"}),
    ]
    return copy.deepcopy(chance.choice(made))


class Crowd:
    """Rooms that the homeserver does not know, each of one person and the bot."""

    def __init__(self, line: Proxy, me: str, chance: random.Random) -> None:
        self._line, self._me, self._chance = line, me, chance
        self._rooms = [f"{line.invented}-{number}:a.org" for number in range(MANY)]
        self._at = int(time.time() * 1000)
        self.made = 0
        line.brings({room: _room([self._member(room, who) for who in (self._who(room), me)]) for room in self._rooms})

    def _who(self, room: str) -> str:
        return f"@p{room.partition('-')[2].partition(':')[0]}:a.org"

    def _member(self, room: str, who: str) -> dict[str, Any]:
        held = {"membership": "join", "displayname": "canari"}
        return self._event(room, "m.room.member", held, sender=who, state_key=who)

    def _event(self, room: str, kind: str, held: dict[str, Any], **more: Any) -> dict[str, Any]:
        self.made += 1
        made = {"type": kind, "event_id": f"$e{self.made}", "sender": self._who(room), "content": held}
        return {**made, "origin_server_ts": self._at + self.made, **more}

    def write(self, count: int) -> None:
        """So many events, in one answer of a sync; some have something strange about them."""
        said: dict[str, list[Any]] = {}
        for _ in range(count):
            room = self._chance.choice(self._rooms)
            if len(said.setdefault(room, [])) < AT_ONCE:
                said[room].append(self._strange(room))
        self._line.brings({room: _room([], events) for room, events in said.items() if events})

    def end(self) -> list[str]:
        """Each writes a last word, which nothing is wrong with: the ids of these. Whoever writes is heard in order."""
        held = {"msgtype": "m.text", "body": "bonjour"}
        last = {room: self._event(room, "m.room.message", held) for room in self._rooms}
        self._line.brings({room: _room([], [event]) for room, event in last.items()})
        return [str(event["event_id"]) for event in last.values()]

    def _strange(self, room: str) -> dict[str, Any]:
        kind, held = content(self._chance)
        event = self._event(room, kind, spoilt(held, self._chance, self._chance.randrange(3)))
        if self._chance.random() < 0.05:
            # What a homeserver lets other homeservers say.
            field = self._chance.choice(["origin_server_ts", "unsigned", "state_key", "age", "redacts", "content"])
            event[field] = copy.deepcopy(self._chance.choice(STRANGE))
        return event


def _room(state: list[Any], events: list[Any] | None = None) -> dict[str, Any]:
    timeline = {"events": events or [], "limited": False, "prev_batch": "x"}
    none: dict[str, list[Any]] = {"events": []}
    return {"state": {"events": state}, "timeline": timeline, "ephemeral": none, "account_data": none, "summary": {}}


async def settled(bot: Rig, line: Proxy) -> None:
    """Everything that was brought is played, answered and marked."""
    await bot.until(lambda: not line.more, PATIENCE)
    await bot.until(lambda: not bot.rows("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"), PATIENCE)


@pytest.mark.row("I34", "G15")
async def test_events_of_any_shape_stop_nobody(
    synapse: Synapse, tmp_path: Path, caplog: pytest.LogCaptureFixture, either_database: Database
) -> None:
    """Nothing fails in a turn, whatever comes; each is answered by one turn at most, and who writes next is answered
    (faults G15, I34)."""
    chance = random.Random(16)
    # The library tells each event that it finds strange, whole.
    caplog.set_level(logging.CRITICAL, "nio")
    async with proxy(synapse.url) as line:
        configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys", homeserver=line.url)
        with capture_logs() as logs:
            async with rig(synapse, configured, either_database, welcome=NEVER) as bot:
                holder, room = await bot.meets(encrypted=False)
                crowd = Crowd(line, bot.user_id, chance)
                for start in range(0, EVENTS, 10 * AT_ONCE):
                    crowd.write(min(10 * AT_ONCE, EVENTS - start))
                    await settled(bot, line)
                    line.said.clear()
                ends = "', '".join(crowd.end())
                last = f"SELECT count(*) FROM inbound WHERE message_id IN ('{ends}')"
                await bot.until(lambda: bot.rows(last)[0][0] == MANY, PATIENCE)
                await settled(bot, line)
                began = time.monotonic()
                await holder.says(room, "bonjour")
                assert "Question 1" in (await holder.hears(room, 2))[1].body
                seconds = time.monotonic() - began
                await settled(bot, line)
                assert not bot.listening.done()
                received = int(str(bot.rows("SELECT count(*) FROM inbound")[0][0]))
                aside = [str(row[0]) for row in bot.rows("SELECT error FROM quarantined")]
                keys = [str(row[0]).split("/") for row in bot.rows("SELECT key FROM outbox WHERE key LIKE 'reply/%'")]
    failed = Counter(line["event"] for line in logs if line["log_level"] == "error")
    worse = failed["message set aside"]
    told = f"Matrix: {crowd.made} events, {received} played, {len(aside)} set aside, {worse} failed in their turn"
    record("G15", f"{told}; the next message answered in {seconds:.2f} s", not worse and seconds < 1)
    assert failed.keys() <= {"update set aside"}, (
        failed,
        [entry for entry in logs if entry["log_level"] == "error"][:5],
    )
    assert EVENTS / 10 < received <= crowd.made + 1
    assert 0 < len(aside) < EVENTS / 2
    assert len({tuple(key[:-1]) for key in keys}) <= received
    assert "canari" not in str(logs) + str(aside)
