"""Reads the configuration: a TOML file, then the environment, then the files that hold secrets."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from bot.settings import Section, Settings, kind_of, secret_mark, sections
from bot.settings_refused import Fault, SettingsRefused, faults_of

DEFAULT_FILE = "config.toml"
PREFIX = "BOUSSOLE_"
LARGEST_SECRET = 64 * 1024
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(slots=True)
class Draft:
    """What was read so far: the values, where each one comes from, and what is wrong."""

    file: Path | None
    values: dict[str, object] = field(default_factory=dict)
    origins: dict[tuple[str, ...], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def where(self, location: tuple[str, ...]) -> str:
        """How an operator finds this key: `config.toml: storage.url`, or the name of the variable."""
        if location in self.origins:
            return self.origins[location]
        name = self.file.name if self.file else DEFAULT_FILE
        return f"{name}: {'.'.join(location)}" if location else name

    def refuse(self, location: tuple[str, ...], name: str, **values: str) -> None:
        """One more thing to say about a key."""
        self.faults.append(Fault(self.where(location), name, values))


def read_settings(file: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings, or `SettingsRefused` with everything that is wrong at once.

    Without `file`, `config.toml` of the current folder is read if it is there.
    """
    if file is None and Path(DEFAULT_FILE).exists():
        file = Path(DEFAULT_FILE)
    draft = Draft(file)
    if file is not None:
        _read_file(draft, file)
    _read_environment(draft, os.environ if environment is None else environment)
    _read_secret_files(draft)
    settings = _checked(draft)
    if settings is None or draft.faults:
        raise SettingsRefused(draft.faults)
    return settings


def _checked(draft: Draft) -> Settings | None:
    try:
        return Settings.model_validate(draft.values)
    except ValidationError as error:
        draft.faults += faults_of(error, draft.where)
        return None


def _read_file(draft: Draft, file: Path) -> None:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        draft.refuse((), "settings-missing")
    except UnicodeDecodeError:
        draft.refuse((), "settings-encoding")
    except OSError:
        draft.refuse((), "settings-unreadable")
    else:
        _read_text(draft, file, text)


def _read_text(draft: Draft, file: Path, text: str) -> None:
    try:
        draft.values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        draft.faults.append(Fault(f"{file.name}:{_position(error, text)}", "settings-toml"))
    except (ValueError, RecursionError):
        # A number of thousands of digits, a list in a list in a list: the parser says no place.
        draft.faults.append(Fault(file.name, "settings-toml"))
    else:
        _start_from_the_file(draft, file)
        _refuse_seen_secrets(draft, file)


def _position(error: tomllib.TOMLDecodeError, text: str) -> str:
    """Line and column; the parser names neither when it stops at the end of the text."""
    found = _POSITION.search(str(error))
    if found:
        return f"{found[1]}:{found[2]}"
    lines = text.split("\n")
    return f"{len(lines)}:{len(lines[-1]) + 1}"


def _start_from_the_file(draft: Draft, file: Path) -> None:
    """The pack's folder is looked for from the file that names it, wherever the bot is started."""
    territory = draft.values.get("territory")
    if isinstance(territory, dict) and isinstance(territory.get("pack"), str) and territory["pack"]:
        territory["pack"] = str(file.parent / territory["pack"])


def _refuse_seen_secrets(draft: Draft, file: Path) -> None:
    if not _seen_by_all(file):
        return
    for location, section, key, value in _keys(draft):
        mark = secret_mark(section, key)
        if mark and isinstance(value, str) and mark.kept(value):
            draft.refuse(location, "settings-world-readable", file=file.name)


def _seen_by_all(file: Path) -> bool:
    return bool(file.stat().st_mode & stat.S_IROTH)


def _keys(draft: Draft) -> Iterator[tuple[tuple[str, ...], type[Section], str, object]]:
    """Every key that was given in a section that exists."""
    for name, section in sections().items():
        given = draft.values.get(name)
        for key, value in list(given.items()) if isinstance(given, dict) else ():
            yield (name, key), section, key, value


def _read_environment(draft: Draft, environment: Mapping[str, str]) -> None:
    """`BOUSSOLE_STORAGE__URL` replaces `url` of `[storage]`. Names without `__` are not settings."""
    for variable, text in sorted(environment.items()):
        name, separator, key = variable.removeprefix(PREFIX).lower().partition("__")
        if not variable.startswith(PREFIX) or not separator:
            continue
        location = (name, key)
        draft.origins[location] = variable
        if name not in sections():
            draft.refuse(location, "settings-unknown-section", known=", ".join(sections()))
            continue
        given = draft.values.setdefault(name, {})
        if isinstance(given, dict):
            _replace(given, key, _typed(text, kind_of(sections()[name], key)))


def _replace(given: dict[str, object], key: str, value: object) -> None:
    """The environment wins over both forms of the file: the value and the file that holds it."""
    given.pop(key.removesuffix("_file"), None)
    given.pop(f"{key}_file", None)
    given[key] = value


def _typed(text: str, kind: type | None) -> object:
    """The text of a variable as the kind expected; what does not fit stays text and is refused later."""
    if kind is int and re.fullmatch(r"[+-]?\d{1,9}", text.strip()):
        return int(text)
    if kind is bool and text.strip().lower() in ("true", "false"):
        return text.strip().lower() == "true"
    return text


def _read_secret_files(draft: Draft) -> None:
    for location, section, key, value in _keys(draft):
        secret = key.removesuffix("_file")
        if secret == key or key in section.model_fields or secret_mark(section, secret) is None:
            continue
        given = draft.values[location[0]]
        assert isinstance(given, dict)
        del given[key]
        draft.origins.setdefault((location[0], secret), draft.where(location))
        if secret in given:
            draft.refuse(location, "settings-both", key=secret)
        else:
            _take_secret(draft, location, value, given, secret)


def _take_secret(draft: Draft, location: tuple[str, ...], value: object, given: dict[str, object], key: str) -> None:
    if not isinstance(value, str) or not value.strip():
        draft.refuse(location, "settings-text")
        return
    file = (draft.file.parent if draft.file else Path()) / value
    try:
        text = _secret_in(file)
    except (OSError, ValueError):
        draft.refuse(location, "settings-secret-unreadable")
        return
    if _seen_by_all(file):
        draft.refuse(location, "settings-world-readable", file=file.name)
    elif not text:
        draft.refuse(location, "settings-secret-empty")
    else:
        given[key] = text


def _secret_in(file: Path) -> str:
    """What a secret's file says; a device or a pipe is refused before it can keep us waiting."""
    if not file.is_file() or file.stat().st_size > LARGEST_SECRET:
        raise OSError
    return file.read_text(encoding="utf-8").strip()
