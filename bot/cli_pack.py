"""The commands about a pack: check, orient, paths, tree, pack new."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from bot import packs
from bot.cli import MISUSED, REFUSED, ConfigOption, DatabaseOption, PackOption, folder_of, guide_of, refusals, stop
from bot.orient import orient as oriented
from bot.paths import path_line
from bot.paths import paths as all_paths
from bot.paths import tree as drawn
from bot.sentences import sentence
from bot.skeleton import write_skeleton
from handlers.check import check as proved
from handlers.check_facts import todo as to_confirm
from handlers.check_translations import untranslated
from handlers.dates import local_date
from handlers.defects import Defect, PackRefused
from handlers.differences import difference
from handlers.guide import Guide
from handlers.prove import prove
from scheduler.clock import SystemClock

pack_commands = typer.Typer(help="Work on a pack.", no_args_is_help=True)


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    for command in (check, orient, paths, tree):
        cli.command()(command)
    cli.add_typer(pack_commands, name="pack")


def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[PACK]", help="Folder of the pack.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Overdue facts are errors too.")] = False,
    todo: Annotated[bool, typer.Option("--todo", help="What each network has to confirm.")] = False,
    against: Annotated[Path | None, typer.Option("--against", metavar="PACK", help="What changed since it.")] = None,
    live: Annotated[bool, typer.Option("--live", help="How many conversations would lose an answer.")] = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Prove a pack, and print every defect as file:line:column: message."""
    with refusals():
        folder = folder_of(folder)
        guide = packs.read(folder)
        if todo:
            _print_todo(guide)
            _print_untranslated(folder, guide)
        elif against is not None:
            _print_difference(_old(against), guide)
        elif live:
            _print_live(guide, db, config)
        else:
            _prove(folder, guide, strict)


def _prove(folder: Path, guide: Guide, strict: bool) -> None:
    files, common = packs.texts(folder)
    today = local_date(SystemClock().now(), guide.zone)
    with _progress() as progress:
        found = proved(guide, files, common, today, strict=strict, progress=progress)
    errors = [defect for defect in found if defect.severity == "error"]
    for defect in found:
        said = placed(folder, defect)
        typer.echo(said if defect in errors else sentence("cli-warning", message=said), err=defect not in errors)
    if errors:
        stop(REFUSED, sentence("cli-pack-refused", count=len(errors)))
    proof, orientation = prove(guide.table), guide.pack.orientation
    typer.echo(
        sentence(
            "cli-check-ok",
            name=guide.pack.territory.name,
            combinations=proof.combinations,
            questions=proof.most_asked,
            rules=len(orientation.rules),
            personas=len(guide.pack.personas),
        )
    )
    typer.echo(sentence("cli-check-warnings", count=len(found)))


def placed(folder: Path, defect: Defect) -> str:
    """A defect with the path of its file as one would open it from here."""
    inside = packs.content() if defect.file.startswith(f"{packs.COMMON}/") else folder
    return f"{os.path.relpath(inside)}/{defect}"


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar where a person looks; nothing when piped."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(sentence("cli-check-proving"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print_todo(guide: Guide) -> None:
    today = local_date(SystemClock().now(), guide.zone)
    found = to_confirm(guide.pack, today)
    for network in dict.fromkeys(each.network for each in found):
        waiting = [each for each in found if each.network == network]
        name = guide.pack.network_name(network) or sentence("cli-todo-nobody")
        typer.echo(sentence("cli-todo-network", name=name, count=len(waiting)))
        for each in waiting:
            late = "cli-todo-overdue" if each.overdue else "cli-todo-line"
            typer.echo(sentence(late, subject=each.subject, text=each.text, source=", ".join(each.source)))
    if not found:
        typer.echo(sentence("cli-todo-none"))


def _print_untranslated(folder: Path, guide: Guide) -> None:
    for each in untranslated(guide.pack, *packs.texts(folder)):
        done = each.count - len(each.lacking)
        typer.echo(sentence("cli-todo-courtesy", language=each.language, done=done, count=each.count))
        for _, names in groupby(sorted(each.lacking), key=lambda name: name.partition("-")[0]):
            typer.echo(f"  {', '.join(names)}")


def _old(folder: Path) -> Guide:
    try:
        return packs.read(folder)
    except PackRefused:
        stop(REFUSED, sentence("cli-check-unreadable", path=str(folder)))


def _print_difference(old: Guide, new: Guide) -> None:
    changes = difference(old.pack, new.pack)
    for change in changes:
        typer.echo(change)
    if not changes:
        typer.echo(sentence("cli-check-same"))


def _print_live(guide: Guide, db: str | None, config: Path | None) -> None:
    from bot.cli_database import refuse_unready, using
    from storage.conversations import count_affected

    with using(db, config) as database:
        refuse_unready(database)
        with database.read() as connection:
            all_of_them, affected = count_affected(connection, lambda answers: _loses(guide, answers))
    typer.echo(sentence("cli-live", conversations=all_of_them, affected=affected))


def _loses(guide: Guide, answers: Mapping[str, str]) -> bool:
    questions = guide.pack.question_by_fact
    return any(
        fact not in questions or (value and guide.table.read(questions[fact], value) != value)
        for fact, value in answers.items()
    )


def orient(
    answers: Annotated[str, typer.Option("--answers", metavar="FILE|-", help="One JSON object a line; - reads stdin.")],
    pack: PackOption = None,
) -> None:
    """Recommendations for each line of answers, one JSON object a line, in order."""
    with refusals():
        guide = guide_of(pack)
        good = True
        for said, sound in oriented(guide, _read(answers)):
            good = good and sound
            sys.stdout.write(said + "\n")
            # A program may wait for this answer before it asks again.
            sys.stdout.flush()
        if not good:
            raise typer.Exit(REFUSED)


def _read(source: str) -> Iterator[str]:
    try:
        place = 0 if source == "-" else source
        with open(place, encoding="utf-8-sig", errors="replace", closefd=source != "-") as lines:
            yield from lines
    except OSError:
        stop(MISUSED, sentence("cli-file-unreadable", path=source))


def paths(pack: PackOption = None) -> None:
    """Every path through the questions, with its outcome."""
    with refusals():
        guide = guide_of(pack)
        for answers, doors in all_paths(guide):
            sys.stdout.write(path_line(answers, doors) + "\n")


def tree(pack: PackOption = None) -> None:
    """The questions as a Mermaid flowchart."""
    with refusals():
        typer.echo(drawn(guide_of(pack)))


@pack_commands.command("new")
def new(folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to create.")]) -> None:
    """A commented skeleton of a pack, which `check` refuses with the list of what is left to fill."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        stop(REFUSED, sentence("cli-new-exists", path=str(folder)))
    try:
        write_skeleton(folder)
    except OSError:
        stop(REFUSED, sentence("cli-file-unreadable", path=str(folder)))
    typer.echo(sentence("cli-new-done", path=str(folder)))
