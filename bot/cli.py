"""The command line: every command exits 0 on success, 1 on a refusal with its reason, 2 on bad usage or
configuration; no traceback ever reaches a user."""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import packs
from bot.misused import Misused, explained
from bot.request_refused import RequestRefused
from bot.sentences import sentence
from bot.settings import Settings
from bot.settings_refused import SettingsRefused
from handlers.defects import PackRefused
from handlers.guide import Guide
from storage.errors import StorageRefused

REFUSED, MISUSED = 1, 2

PackOption = Annotated[Path | None, typer.Option("--pack", help="Folder of a territory pack.", metavar="DIR")]
DatabaseOption = Annotated[str | None, typer.Option("--db", help="Database URL.", metavar="URL")]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Configuration file.", metavar="PATH")]

cli = typer.Typer(
    name="boussole",
    help="Orients people who carry a social project, in a territory described by a pack.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def stop(code: int, *lines: str) -> NoReturn:
    """End the command with these lines on standard error."""
    for line in lines:
        sys.stderr.write(line + "\n")
    raise typer.Exit(code)


@contextmanager
def refusals() -> Iterator[None]:
    """Inside, what our own code refuses becomes one line and an exit code."""
    try:
        yield
    except StorageRefused as refused:
        stop(REFUSED, sentence(refused.name, **refused.facts))
    except SettingsRefused as refused:
        stop(MISUSED, *refused.lines)
    except RequestRefused as refused:
        stop(REFUSED, sentence(refused.name, **refused.facts))
    except PackRefused as refused:
        stop(REFUSED, *map(str, refused.defects), sentence("cli-pack-refused", count=len(refused.defects)))


def settings_of(config: Path | None) -> Settings:
    """The configuration; the environment and the defaults alone when no file is named."""
    from bot.settings_file import read_settings

    return read_settings(config)


def folder_of(pack: Path | None, settings: Settings | None = None) -> Path:
    """The folder of the pack asked for, else the configured one, else the default."""
    if pack is not None:
        return pack
    if settings is not None and settings.territory.pack:
        return Path(settings.territory.pack)
    return packs.default_folder()


def guide_of(pack: Path | None, settings: Settings | None = None, *languages: str) -> Guide:
    """The pack, ready, in these languages or in all of its own; raises PackRefused."""
    return packs.read(folder_of(pack, settings), *languages)


def settle_memory() -> None:
    """Set apart all that starting made, and collect garbage from now on."""
    gc.freeze()
    # A turn makes some hundred objects and keeps none: looking among them every 700 costs 4 % of it (measured).
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


@cache
def whole() -> typer.Typer:
    """The program with all its commands."""
    from bot import (
        cli_corrections,
        cli_database,
        cli_gatherings,
        cli_import,
        cli_laureates,
        cli_matrix,
        cli_moving,
        cli_pack,
        cli_people,
        cli_privacy,
        cli_roles,
        cli_run,
        cli_summary,
        cli_talk,
        cli_tokens,
    )

    for commands in (
        cli_run,
        cli_talk,
        cli_pack,
        cli_corrections,
        cli_roles,
        cli_tokens,
        cli_laureates,
        cli_gatherings,
        cli_import,
        cli_people,
        cli_privacy,
        cli_database,
        cli_moving,
        cli_matrix,
        cli_summary,
    ):
        commands.register(cli)
    return cli


def _summary_alone() -> typer.Typer:
    """The program with this command only: importing all the others takes longer than a summary."""
    from bot import cli_summary

    # With a callback, one command alone still has a name.
    cli.callback()(lambda: None)
    cli_summary.register(cli)
    return cli


def main() -> None:
    """The program `boussole`."""
    # Starting makes a hundred thousand objects that all stay: looking for garbage among them costs a tenth
    # of a second. A command that lasts calls `settle_memory` once it is ready.
    gc.disable()
    _settle_streams()
    try:
        code = _played(_summary_alone() if sys.argv[1:2] == ["summary"] else whole())
        if sys.stdout:
            sys.stdout.flush()
        raise SystemExit(code)
    except BrokenPipeError:
        # Whoever read us has stopped: nothing is left to say.
        raise SystemExit(REFUSED) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        if os.environ.get("BOUSSOLE_TESTING"):
            raise
        sys.stderr.write(_unexpected(error) + "\n")
        raise SystemExit(REFUSED) from None
    finally:
        _leave_streams()


def _leave_streams() -> None:
    """What a stream still holds and cannot take is lost: the interpreter would try again, and change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _settle_streams() -> None:
    """Programs read and write UTF-8, whatever the environment says; a terminal shows `?` for what it lacks."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # None where the caller closed it.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _played(program: typer.Typer) -> int:
    """The exit code. Words that make no command are told in one sentence of ours."""
    try:
        return program(standalone_mode=False) or 0
    except Misused as error:
        if said := explained(error):
            sys.stderr.write(said + "\n")
        return MISUSED
    except typer.Abort:
        return REFUSED


def _unexpected(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return sentence("cli-output-full")
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return sentence("cli-internal", error=type(error).__name__, where=f"{Path(frame.filename).name}:{frame.lineno}")
