"""`/control`: another process can be the people, read what was sent, and order faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from tests.fake_telegram.faults import Limits
from tests.fake_telegram.people import User
from tests.fake_telegram.refusals import Json
from tests.fake_telegram.server import FakeTelegram
from tests.fake_telegram.state import Seen, Tap
from tests.fake_telegram.switchboard import Call
from tests.fake_telegram.wire import Request

Order = Callable[[FakeTelegram, Json], Any]
DEEDS = {"sends", "starts", "shares", "edits", "taps", "forges", "blocks", "unblocks", "deactivates"}
ORDERS = {"throttle", "refuse", "broken", "garbage", "slow", "stall", "cut"}


def shown(seen: Seen) -> Json:
    """A message of a screen."""
    kept = {name: value for name, value in asdict(seen).items() if name not in {"file", "rows"}}
    named = {"name": seen.file.name, "size": len(seen.file.data)} if seen.file else None
    return kept | {"rows": [[asdict(button) for button in row] for row in seen.rows], "file": named}


def logged(call: Call) -> Json:
    """A call of the log."""
    return {name: value for name, value in asdict(call).items() if name != "files"} | {"files": list(call.files)}


def person(server: FakeTelegram, order: Json) -> User:
    """Who it is about."""
    return server.user(int(order["user"]), **order.get("as", {}))


def do(server: FakeTelegram, order: Json) -> object:
    """`{"user": 812, "do": "sends", "with": {"text": "…"}}`."""
    if order["do"] not in DEEDS:
        raise ValueError(order["do"])
    result = getattr(person(server, order), order["do"])(**order.get("with", {}))
    return result.id if isinstance(result, Tap) else result


def fault(server: FakeTelegram, order: Json) -> int:
    """`{"kind": "stall", "with": {"method": "sendMessage"}}`: its number."""
    if order["kind"] not in ORDERS:
        raise ValueError(order["kind"])
    getattr(server.faults, order["kind"])(**order.get("with", {}))
    return len(server.faults.active) - 1


def faults(server: FakeTelegram, order: Json) -> list[Json]:
    """What the faults in force have met."""
    return [{"kind": each.kind, "hits": each.hits, "early": each.early} for each in server.faults.active]


def limits(server: FakeTelegram, order: Json) -> Json:
    """Set the limits of pace (`with`), or only read what they refused."""
    if "with" in order:
        server.limits = Limits(**order["with"])
    kept = server.limits or Limits()
    return {"refused": kept.refused, "early": kept.early}


def calls(server: FakeTelegram, order: Json) -> list[Json]:
    """The calls after a number, of a method, about a chat."""
    found = server.called_with(order.get("method", ""), int(order.get("chat", 0)))
    return [logged(each) for each in found if each.number > int(order.get("since", 0))]


async def wait(server: FakeTelegram, order: Json) -> bool:
    """Until so many calls were answered with 200; false when the time is over first."""
    wanted, method, chat = int(order["calls"]), order.get("method", ""), int(order.get("chat", 0))

    def enough() -> bool:
        return sum(each.status == 200 for each in server.called_with(method, chat)) >= wanted

    try:
        await server.until(enough, float(order.get("seconds", 10)))
    except TimeoutError:
        return False
    return True


async def down(server: FakeTelegram, order: Json) -> bool:
    """Refuse connections from now on, for so many seconds."""
    await server.refuse()
    await asyncio.sleep(float(order["seconds"]))
    await server.listen()
    return True


def forget(server: FakeTelegram, order: Json) -> int:
    """Empty the log."""
    count = len(server.calls)
    server.calls.clear()
    return count


def state(server: FakeTelegram, order: Json) -> Json:
    """Where things are."""
    turning = sum(tap.turning for tap in server.memory.taps.values())
    pending, confirmed = len(server.updates.queue), server.updates.confirmed
    told = {"pending": pending, "confirmed": confirmed, "calls": server.count, "turning": turning}
    return told | {"webhook": server.webhook.url, "deliveries": len(server.webhook.deliveries)}


def tokens(server: FakeTelegram, order: Json) -> bool:
    """`{"good": false}` revokes the token."""
    if order["good"]:
        server.restore()
    else:
        server.revoke()
    return bool(server.tokens)


ORDERED: dict[str, Order] = {
    "do": do,
    "screen": lambda server, order: [shown(each) for each in person(server, order).screen],
    "push": lambda server, order: server.pushes(order["update"], int(order.get("id", 0))),
    "calls": calls,
    "wait": wait,
    "forget": forget,
    "fault": fault,
    "faults": faults,
    "lift": lambda server, order: server.faults.clear(),
    "limits": limits,
    "passes": lambda server, order: server.passes(**order),
    "tokens": tokens,
    "down": down,
    "state": state,
}


class Control:
    """The desk of another process; add it with `Control(server)`."""

    def __init__(self, server: FakeTelegram) -> None:
        self.server = server
        self.tasks: set[asyncio.Task[None]] = set()
        server.on_other = self.take

    def take(self, request: Request) -> bool:
        """A request under `/control`; anything else is not ours."""
        where, _, name = request.path.strip("/").partition("/")
        if where != "control" or name not in ORDERED:
            return False
        task = asyncio.get_running_loop().create_task(self.obey(request, ORDERED[name]))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return True

    async def obey(self, request: Request, order: Order) -> None:
        """Carry out an order; an impossible one is answered with what is wrong."""
        try:
            result = order(self.server, json.loads(request.body or b"{}"))
            told = await result if isinstance(result, Awaitable) else result
        except (AssertionError, ValueError, TypeError, KeyError) as error:
            return request.answer(400, json.dumps({"error": f"{type(error).__name__}: {error}"}).encode())
        return request.answer(200, json.dumps({"result": told}).encode())
