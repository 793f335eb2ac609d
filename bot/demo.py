"""The tour of `boussole demo`: an orientation, a community, a gathering, on a database thrown away afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from rich.console import Console

from bot.app import App, prepared
from bot.channels.terminal import TerminalChannel
from bot.cli_database import ledger_line
from bot.demo_broadcast import broadcast
from bot.demo_gathering import VISITOR, Stage, gathering, noon_of
from bot.demo_joining import joining
from bot.demo_summary import counted_weeks, summaries
from bot.packs import read
from bot.sentences import sentence
from handlers.check_personas import persona_answers
from handlers.forms import DONE
from handlers.guide import Guide
from scheduler.clock import SetClock, SystemClock
from storage import outbox
from storage.database import open_database


async def tour(folder: Path) -> None:
    """Play the first described person of the pack from the welcome to the prepared appointment, a community that
    they join, a gathering, a message to those who follow it, then the summaries of invented weeks."""
    console = Console(highlight=False, soft_wrap=True)
    guide = read(folder)
    console.print(sentence("cli-demo-title"), style="bold")
    database = prepared(open_database(":memory:"))
    try:
        clock = SetClock(SystemClock().now())
        async with App(database, guide, clock, {"terminal": TerminalChannel(console)}) as app:
            stage = Stage(app, clock, console)
            # Nobody is written to at night: the tour begins on the next noon.
            clock.move(noon_of(stage.today + timedelta(days=1)))
            await counted_weeks(app, guide)
            for text in _script(guide):
                await stage.types(VISITOR, text)
            await joining(stage, guide)
            if await gathering(stage, guide):
                await broadcast(stage, guide)
            await summaries(app, guide, console)
        with database.read() as connection:
            sums = outbox.sums(connection)
    finally:
        database.close()
    console.print("\n" + sentence("cli-demo-end", states=ledger_line(sums)), style="bold", markup=False)


def _script(guide: Guide) -> Iterator[str]:
    """What that person types: labels, a commune, and two curious questions."""
    persona = guide.pack.personas[0]
    word = guide.wording.parts("words-start")[0]
    yield word
    for fact in guide.table.asked(persona_answers(guide, persona) or {}):
        value = persona.answers.get(fact)
        yield from _typed(guide, fact, value)
    for command in ("pourquoi", "preparer"):
        yield guide.wording.parts(f"words-{command}")[0]
        if command == "pourquoi":
            yield "1"


def _typed(guide: Guide, fact: str, value: str | tuple[str, ...] | None) -> Iterator[str]:
    question = guide.pack.question_by_fact[fact]
    if value is None:
        yield guide.wording.parts("words-passer")[0]
        return
    if question.kind == "place":
        yield str(value)
        return
    labels = {answer.value: answer.label for answer in question.answers}
    chosen = (value,) if isinstance(value, str) else value
    for each in chosen:
        yield labels[each]
    if question.most > len(chosen):
        yield guide.wording.parts(f"says-{DONE}")[0]
