"""`boussole pack corrections`: what networks changed and administrators accepted, as edits of the pack's own files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot import packs
from bot.cli import REFUSED, ConfigOption, DatabaseOption, PackOption, folder_of, refusals, settings_of, stop
from bot.cli_database import using
from bot.cli_pack import pack_commands, placed
from bot.sentences import sentence
from handlers.check import check as proved
from handlers.dates import local_date
from handlers.defects import PackRefused
from handlers.desk import Confirmed, Correction
from handlers.guide import Guide
from handlers.load import load
from handlers.pack_edits import Edit, EditImpossible, confirmations, edited, line_of, place_of
from handlers.source import read
from scheduler.clock import SystemClock
from storage import schema
from storage.desk import accepted
from storage.questions.desk import DeskAnswers

ApplyOption = Annotated[
    Path | None, typer.Option("--apply", metavar="DIR", help="Write a copy of the pack with these changes there.")
]


@dataclass(frozen=True, slots=True)
class Said:
    """What the database holds for the pack."""

    corrections: Sequence[Correction] = ()
    confirmed: Mapping[str, Confirmed] | None = None


def register(cli: typer.Typer) -> None:
    """Add this command to those about a pack."""
    pack_commands.command("corrections")(corrections)


def corrections(
    apply: ApplyOption = None, pack: PackOption = None, db: DatabaseOption = None, config: ConfigOption = None
) -> None:
    """The corrections that were accepted, each with its place; with --apply, a copy of the pack that has them."""
    with refusals():
        folder = folder_of(pack, settings_of(config))
        guide = packs.read(folder)
        files, _ = packs.texts(folder)
        said = _said(db, config)
        edits = (*_sentences(folder, files, said.corrections), *_confirmed(guide, files, said.confirmed or {}))
        if apply is None:
            typer.echo(sentence("cli-corrections-some" if edits else "cli-corrections-none"))
        elif edits:
            _write(folder, apply, files, edits)
        else:
            stop(REFUSED, sentence("cli-corrections-none"))


def _said(db: str | None, config: Path | None) -> Said:
    with using(db, config) as database:
        if schema.current(database) != schema.HEAD:
            return Said()
        with database.read() as connection:
            return Said(accepted(connection), dict(DeskAnswers(connection).confirmed()))


def _sentences(folder: Path, files: Mapping[str, str], found: Sequence[Correction]) -> tuple[Edit, ...]:
    """Those that the pack has not yet; the last one accepted for a sentence counts."""
    edits = []
    for each in {one.part: one for one in found}.values():
        place = place_of(files, each.part)
        now = read(place[0], files[place[0]]).at(place[1]) if place else None
        if place is None or now not in (each.before, each.after):
            typer.echo(sentence("cli-correction-stale", number=str(each.id), part=each.part), err=True)
        elif now != each.after:
            line, column = line_of(files, *place)
            where = f"{folder / place[0]}:{line}:{column}"
            both = {"before": each.before, "after": each.after}
            typer.echo(sentence("cli-correction", where=where, number=str(each.id), **both))
            edits.append(Edit(*place, each.after))
    return tuple(edits)


def _confirmed(guide: Guide, files: Mapping[str, str], confirmed: Mapping[str, Confirmed]) -> tuple[Edit, ...]:
    found = tuple(confirmations(guide.pack, files, confirmed, guide.zone))
    if found:
        typer.echo(sentence("cli-corrections-dates", count=len(found) // 3))
    return found


def _write(folder: Path, to: Path, files: Mapping[str, str], edits: tuple[Edit, ...]) -> None:
    """A copy whose every defect was looked for; nothing is left of one that is refused."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        stop(REFUSED, sentence("cli-new-exists", path=str(to)))
    try:
        changed = edited(files, edits)
    except EditImpossible:
        stop(REFUSED, sentence("cli-corrections-impossible"))
    _checked(folder, changed)
    for name, text in changed.items():
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    typer.echo(sentence("cli-corrections-done", path=str(to)))


def _checked(folder: Path, changed: Mapping[str, str]) -> None:
    """The same proof as `check`, before a file is written."""
    _, common = packs.texts(folder)
    try:
        guide = Guide(load(changed, common))
    except PackRefused as refused:
        stop(REFUSED, *map(str, refused.defects), sentence("cli-corrections-refused"))
    today = local_date(SystemClock().now(), guide.zone)
    errors = [each for each in proved(guide, changed, common, today) if each.severity == "error"]
    if errors:
        stop(REFUSED, *(placed(folder, each) for each in errors), sentence("cli-corrections-refused"))
