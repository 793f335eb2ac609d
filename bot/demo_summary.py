"""The end of `boussole demo`: invented weeks are counted, and the City's summary of them is written in every format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from rich.console import Console
from sqlalchemy import Connection, insert

from bot.app import App
from bot.private_files import write_private
from bot.sentences import sentence
from handlers import counted, weeks
from handlers.check_personas import persona_answers
from handlers.effects_intake import Count, TakeIn
from handlers.guide import Guide
from handlers.intake import record
from storage import intake, tallies
from storage.tables import people

_MIDDLE = timedelta(days=2)
_AHEAD = 2
_MOST = 7
"""Nobody some weeks, up to six people others: what a city sees."""
_REFUSES = 5
"""One in so many says no to statistics."""


async def counted_weeks(app: App, guide: Guide) -> None:
    """Count invented weeks: those of last year, of this one, and the few of the tour, which adds its own."""
    now = weeks.week_of(app.clock.now(), guide.zone)
    last = weeks.week_after(now, _AHEAD)
    for back, week in enumerate(reversed(tuple(_weeks(f"{int(now[:4]) - 1}-W01", last)))):
        await app.turns.run(partial(_invented, app=app, guide=guide, week=week, back=back))


async def summaries(app: App, guide: Guide, console: Console) -> None:
    """Write the summaries of the last week and of the last year that are over. Where they are is told."""
    now = app.clock.now()
    last = weeks.week_after(weeks.week_of(now, guide.zone), -1)
    year = str(int(last[:4]) - (0 if last == weeks.year_of(last).weeks[-1] else 1))
    folder = Path(mkdtemp(prefix="boussole-bilan-"))
    console.print("\n" + sentence("cli-demo-summary"), style="bold", markup=False)
    said = await app.turns.run(lambda connection: tuple(_written(connection, guide, folder, (last, year), now)))
    for line in said:
        console.print(line, markup=False)


def _weeks(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        first = weeks.week_after(first)


def _written(
    connection: Connection, guide: Guide, folder: Path, periods: tuple[str, ...], now: datetime
) -> Iterator[str]:
    from bot.formats.summary_files import NoPrinter
    from bot.summaries import FORMATS, begun, ready

    yield from ready(connection, guide, periods[0]).summary.message
    yield ""
    for period in periods:
        for form in FORMATS:
            try:
                file = begun(connection, guide, period, form, now)()
            except NoPrinter:
                continue
            write_private(folder / file.name, file.content)
            yield str(folder / file.name)


def _invented(connection: Connection, app: App, guide: Guide, week: str, back: int) -> None:
    """A week so many weeks before the last: each of its people is a described person of the pack."""
    zone, personas = guide.zone, guide.pack.personas
    at = weeks.monday_of(week, zone) + _MIDDLE
    chosen = [personas[(5 * back + 3 * n) % len(personas)] for n in range((_MOST - 1 + 3 * back) % _MOST)]
    for n, persona in enumerate(chosen):
        answers = persona_answers(guide, persona)
        assert answers is not None, persona.id
        taken = record(guide, answers, week)
        yes = (back + n) % _REFUSES != _REFUSES - 1
        tallies.tally(connection, at, zone, _steps(guide, taken, yes=yes))
        if yes:
            here = connection.execute(insert(people).values(created_at=at, last_seen_at=at)).inserted_primary_key
            intake.take_in(connection, taken, here[0] if here else None, week, app.clock.draw)
    tallies.tally(connection, at, zone, _besides(guide, len(chosen), back))


def _steps(guide: Guide, taken: TakeIn, *, yes: bool) -> Iterator[Count]:
    revision = guide.pack.revision[:8]
    yield Count(counted.CONVERSATION)
    for fact, value in taken.answers.items():
        if fact not in guide.pack.question_by_fact:
            continue  # the place says it
        yield Count(counted.REACHED, f"{revision}/{fact}")
        yield Count(counted.ANSWERED if value else counted.SKIPPED, f"{revision}/{fact}")
    yield Count(counted.FINISHED)
    if yes:
        yield Count(counted.FINISHED_YES)


def _besides(guide: Guide, count: int, number: int) -> Iterator[Count]:
    """Conversations left at the first question, and a gathering every other week."""
    first = f"{guide.pack.revision[:8]}/{guide.pack.orientation.questions[0].fact}"
    for _ in range(count // 2):
        yield Count(counted.CONVERSATION)
        yield from (Count(counted.REACHED, first), Count(counted.LEFT, first))
    series = guide.pack.gatherings.series
    if series and number % 2:
        of = series[number % len(series)].id
        yield from (Count(counted.PUBLISHED, of), Count(counted.COMING, of, 6 + number % 5))
        yield from (Count(counted.REMINDED, of, 6 + number % 5), Count(counted.CAME, of, 4 + number % 5))
