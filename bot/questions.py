"""What `boussole init` asks, so that a volunteer never has to write a configuration by hand."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import typer
from pydantic import ValidationError

from bot import packs
from bot.cli import MISUSED, refusals, stop
from bot.private_files import write_private
from bot.sentences import sentence
from bot.settings import Settings
from bot.settings_refused import SettingsRefused, faults_of
from scheduler.clock import SystemClock

TOKEN_FILE = "telegram.token"  # noqa: S105  # the name of the file
SECRET_FILE = "webhook.secret"  # noqa: S105  # the same
_SECRET_LENGTH = 48

Answers = dict[str, dict[str, str]]


def ask_all(file: Path) -> None:
    """Ask, then write the configuration and the files of its secrets, readable by their owner alone."""
    if not sys.stdin.isatty():
        stop(MISUSED, sentence("cli-init-terminal"))
    if file.exists() and not _yes(sentence("cli-init-replace", path=str(file))):
        stop(MISUSED, sentence("cli-init-kept", path=str(file)))
    answers, secrets = _asked()
    for name, secret in secrets.items():
        write_private(file.with_name(name), secret + "\n")
    write_private(file, _toml(answers))
    typer.echo(sentence("cli-init-done", path=str(file)))


def _asked() -> tuple[Answers, Mapping[str, str]]:
    typer.echo(sentence("cli-init-notice"))
    notice = {key: _ask("notice", key) for key in ("controller", "contact", "legal_basis", "dpo", "processors")}
    answers: Answers = {"territory": _territory(), "notice": {key: said for key, said in notice.items() if said}}
    typer.echo(sentence("cli-init-telegram"))
    token = _ask("telegram", "token", hidden=True)
    if not token:
        return answers, {}
    telegram, secrets = {"token_file": TOKEN_FILE}, {TOKEN_FILE: token}
    if _yes(sentence("cli-init-webhook")):
        url = _ask("telegram", "webhook_url", required=True)
        telegram |= {"mode": "webhook", "webhook_url": url, "webhook_secret_file": SECRET_FILE}
        secrets[SECRET_FILE] = SystemClock().draw(_SECRET_LENGTH)
    return {**answers, "telegram": telegram}, secrets


def _territory() -> dict[str, str]:
    """The pack, whose time zone is shown: reminders leave at its hours."""
    known = {folder.name: folder for folder in packs.folders()}
    with refusals():
        usual = packs.default_folder()
    said = typer.prompt(sentence("cli-init-pack", known=", ".join(known)), default=usual.name)
    folder = known.get(said, Path(said))
    with refusals():
        zone = packs.read(folder).pack.territory.timezone
    typer.echo(sentence("cli-init-zone", zone=zone))
    return {} if folder == usual else {"pack": str(folder.absolute())}


def _ask(section: str, key: str, *, hidden: bool = False, required: bool = False) -> str:
    """One answer, asked again until the configuration would accept it; nothing, when it may be left out."""
    while True:
        said = str(typer.prompt(sentence(f"cli-init-{key}"), default="", hide_input=hidden, show_default=False)).strip()
        wrong = _wrong(section, key, said) if said else ()
        if not wrong and (said or not required):
            return said
        typer.echo("\n".join(wrong) or sentence("cli-init-required"), err=True)


def _yes(question: str) -> bool:
    """Yes only if it is said, in one of the words for it."""
    said = str(typer.prompt(question, default="", show_default=False)).strip().lower()
    return said in sentence("cli-init-yes").split()


def _wrong(section: str, key: str, said: str) -> tuple[str, ...]:
    """What the configuration would say of this value alone."""
    beside = {"token": "1:a"} if section == "telegram" else {}
    try:
        Settings.model_validate({section: {**beside, key: said}})
    except ValidationError as error:
        return SettingsRefused(faults_of(error, lambda _: key)).lines
    return ()


def _toml(answers: Answers) -> str:
    """The file: a text of TOML is quoted as in JSON."""
    lines = [sentence("cli-init-header")]
    for name, keys in answers.items():
        lines += ["", f"[{name}]", *(f"{key} = {json.dumps(said, ensure_ascii=False)}" for key, said in keys.items())]
    return "\n".join(lines) + "\n"
