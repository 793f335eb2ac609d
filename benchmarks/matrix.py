"""A turn on Matrix, in clear and in encrypted rooms, beside a bare bot on nio and a bot without a library.

Everything is real: Synapse in its own process, without limits, and people who send and follow their rooms. The bots
are spoken to by turns, so that what else the machine does falls on all alike, and the medians are printed. They have
the last processor; Synapse has the first, where the crowd is too, whose cost is said: encrypting is work.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import bots
from benchmarks.bots import Bot
from benchmarks.figures import Figure, percentile, resident_mb
from benchmarks.matrix_seats import BOTS, NIO, NIO_ENCRYPTED, OURS, OURS_ENCRYPTED, RAW, Seat, homeserver, seats
from benchmarks.turns import Goal
from benchmarks.turns import Ran as Cost
from tests.synapse.homeserver import Homeserver, synapse_python

ROUNDS = 3
SECONDS = {1: 3.0, 10: 4.0, 50: 7.0}
"""How long so many people talk at once, each time."""

PEOPLE = 50
LIMIT = 0.9
"""A processor of which so much is wanted is the limit."""

KINDS = {"in clear": False, "encrypted": True}


@dataclass(frozen=True, slots=True)
class Ran(Cost):
    """Also what a turn cost the homeserver, and the crowd; and the processor that the homeserver wanted for it,
    which others had for some of that time."""

    synapse: float
    crowd: float
    wanted: float


Results = dict[tuple[Bot, int], list[Ran]]


def measured(_folder: Path) -> list[Figure]:
    """Everybody, by turns; then how ours compares, and what is in the way."""
    if not synapse_python().exists():
        return [Figure("the homeserver is not installed", "make setup")]
    with bots.on_one_processor(), homeserver() as server:
        results, memory = asyncio.run(_measured(server))
    middle = {key: _median(runs) for key, runs in results.items()}
    return [*_lines(middle), *_ratios(middle), *_limits(middle), memory]


async def _measured(server: Homeserver) -> tuple[Results, Figure]:
    results: Results = {}
    async with seats(server, BOTS, PEOPLE) as seated:
        for number in range(ROUNDS):
            for together, seconds in SECONDS.items():
                for seat in [*seated[number:], *seated[:number]]:
                    found = await ran(seat, server, together, seconds)
                    results.setdefault((seat.bot, together), []).append(found)
        for seat in seated:
            await seat.crowd.check()
        ours = next(seat.running for seat in seated if seat.bot == OURS_ENCRYPTED)
        used = resident_mb(ours.process.pid)
    return results, Figure("memory after it: Matrix, Telegram and the web", f"{used:.0f} MB", "< 150 MB")


async def ran(seat: Seat, server: Homeserver, together: int, seconds: float) -> Ran:
    """What so many people cost this bot, the homeserver and themselves."""
    before = _spent(seat, server)
    took = await seat.crowd.talk(together, seconds)
    # What is still written about what was sent belongs to these turns.
    await asyncio.sleep(0.1)
    waits = sorted(seat.crowd.waits)
    turns = len(waits)
    bot, *others = ((now - then) / turns for now, then in zip(_spent(seat, server), before, strict=True))
    return Ran(turns / took, bot, percentile(waits, 0.5), percentile(waits, 0.99), *others)


def _spent(seat: Seat, server: Homeserver) -> tuple[float, float, float, float]:
    synapse = server.process_id
    return seat.running.cpu(), bots.cpu_of(synapse), time.process_time(), bots.wanted_of(synapse)


def _median(runs: list[Ran]) -> Ran:
    def middle(of: Callable[[Ran], float]) -> float:
        return statistics.median(map(of, runs))

    costs = middle(lambda r: r.synapse), middle(lambda r: r.crowd), middle(lambda r: r.wanted)
    return Ran(
        middle(lambda r: r.rate), middle(lambda r: r.cpu), middle(lambda r: r.p50), middle(lambda r: r.p99), *costs
    )


def _lines(middle: dict[tuple[Bot, int], Ran]) -> Iterator[Figure]:
    for kind, encrypted in KINDS.items():
        for together in SECONDS:
            yield Figure(f"{kind}, {together} at once", "turns/s  CPU ms: bot  Synapse  crowd   p50 ms")
            for bot in _known(encrypted=encrypted):
                cost = middle[bot, together]
                each = f"{cost.cpu * 1000:7.2f}  {cost.synapse * 1000:7.1f}  {cost.crowd * 1000:5.1f}"
                yield Figure(f"  {bot.name}", f"{cost.rate:7.1f}      {each}   {cost.p50 * 1000:6.0f}")


def _known(*, encrypted: bool) -> Iterator[Bot]:
    return (bot for bot in BOTS if bot.encrypted == encrypted)


HOPED = Goal("in clear: turns/s against no library", OURS, RAW, lambda r: r.rate, 0.95, least=True)
BESIDE = {"in clear": (OURS, NIO), "encrypted": (OURS_ENCRYPTED, NIO_ENCRYPTED)}


def _ratios(middle: dict[tuple[Bot, int], Ran]) -> Iterator[Figure]:
    together = max(SECONDS)
    yield Figure(f"ours against the others, {together} at once", "")
    if hoped := HOPED.figure(middle, together):
        yield hoped
    for kind, (ours, other) in BESIDE.items():
        ratio = middle[ours, together].rate / middle[other, together].rate
        yield Figure(f"{kind}: turns/s against nio", f"{ratio:.2f} ×")


def _limits(middle: dict[tuple[Bot, int], Ran]) -> Iterator[Figure]:
    """Where the processor that Synapse and the crowd have is not enough."""
    for kind, encrypted in KINDS.items():
        for together in SECONDS:
            runs = [middle[bot, together] for bot in _known(encrypted=encrypted)]
            yield limit(f"Synapse {kind}, {together} at once", runs)


def limit(what: str, runs: list[Ran]) -> Figure:
    """The share of one processor that Synapse uses and wants at the best rate, and what the crowd adds to it."""
    best = max(runs, key=lambda run: run.rate)
    used, wanted, crowd = (each * best.rate for each in (best.synapse, best.wanted, best.crowd))
    judged = "Synapse is the limit" if wanted + crowd >= LIMIT else "Synapse is not the limit"
    return Figure(what, f"uses {used:.2f} of a processor, wants {wanted:.2f} (crowd {crowd:.2f}): {judged}")
