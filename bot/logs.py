"""Logs that an operator can read and nobody can be recognised in: step names, ids and durations.

A field that is not on the list below is not written, nor is a value that could be a sentence: this is a
list of what may be said, because a list of what may not is never complete.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Callable, MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import structlog

from bot.settings import Logs

Fields = MutableMapping[str, Any]

# fmt: off
WRITABLE = frozenset({
    "attempt", "attempts", "batch", "channel", "code", "column", "count", "database", "deadline", "defects",
    "dialogue", "due", "duration_ms", "effect", "error", "exit", "file", "from_revision", "function", "held", "key",
    "kind", "lane", "late", "level", "line", "logger", "messages", "migration", "module", "oldest", "outcome", "owed",
    "pack", "pid", "planned", "point", "port", "queued", "reason", "retry_after", "revision", "rows", "section",
    "sent", "signal", "size", "sizes", "state", "status", "step", "subject", "task", "tick", "turns", "version",
    "waited_ms", "where",
})
# fmt: on
"""Names of fields that may be written. None holds a text, a name, a handle or an address of a person."""

HIDDEN = "***"
LONGEST_VALUE = 120
_A_NAME = re.compile(r"[\w.:/,#=<>\[\]()*-]*", re.ASCII)
# The name of a step is written in the source (a test says so): it may be several words.
_A_STEP = re.compile(r"[a-z0-9_. -]{1,60}", re.ASCII)
_TELEGRAM_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
_URL_PASSWORD = re.compile(r"(?<=://)[^/\s@]*@")


class PatientStream:
    """A stream that may be full, closed or absent: what cannot be written is lost, the bot goes on (faults F58)."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what can be written."""
        try:
            return self._stream.write(text) if self._stream else 0
        except (OSError, ValueError):
            return 0

    def flush(self) -> None:
        """Flush, unless nothing can be."""
        try:
            if self._stream:
                self._stream.flush()
        except (OSError, ValueError):
            return

    def isatty(self) -> bool:
        """True if a person looks."""
        try:
            return bool(self._stream and self._stream.isatty())
        except ValueError:
            return False


class OthersHandler(logging.Handler):
    """What libraries log: where from and how serious, never their sentence, which may quote a person."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line in our form."""
        error = _error_fields(record.exc_info[1]) if record.exc_info and record.exc_info[1] else {}
        level = min(record.levelno, logging.ERROR)
        fields = {"logger": record.name, "where": f"{record.module}:{record.lineno}", **error}
        structlog.get_logger().log(level, "library", **fields)


def configure_logs(
    settings: Logs, *, stream: TextIO | None = None, secrets: tuple[str, ...] = (), now: Callable[[], datetime] | None
) -> None:
    """Send every log to `stream` (else standard error); `secrets` are hidden wherever they appear."""
    out = PatientStream(stream or sys.stderr)
    level = logging.getLevelNamesMapping()[settings.level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            _exception,
            _only_writable,
            _hiding(secrets),
            _dated(now),
            _renderer(settings, out),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=out),  # type: ignore[arg-type]  # write and flush are all it uses
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[OthersHandler()], force=True)


def _renderer(settings: Logs, out: PatientStream) -> structlog.typing.Processor:
    people = settings.format == "console" or (settings.format == "auto" and out.isatty())
    if people:
        return structlog.dev.ConsoleRenderer(colors=out.isatty())
    return structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True)


def _dated(now: Callable[[], datetime] | None) -> structlog.typing.Processor:
    def dated(_logger: object, _method: str, fields: Fields) -> Fields:
        if now is not None:
            fields["time"] = now().isoformat(timespec="milliseconds")
        return fields

    return dated


def _exception(_logger: object, _method: str, fields: Fields) -> Fields:
    """An exception as its type and where it was raised: its message may quote what a person wrote."""
    raised = fields.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()[1]
    elif isinstance(raised, tuple):
        raised = raised[1]
    if isinstance(raised, BaseException):
        fields.update(_error_fields(raised))
    return fields


def _error_fields(error: BaseException) -> dict[str, str]:
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = ",".join(f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in frames)
    return {"error": type(error).__name__, "where": where[-LONGEST_VALUE:]}


def _only_writable(_logger: object, _method: str, fields: Fields) -> Fields:
    kept = {name: _value(value) for name, value in fields.items() if name in WRITABLE}
    step = str(fields.get("event"))
    kept["event"] = step if _A_STEP.fullmatch(step) else HIDDEN
    if withheld := len(fields) - len(kept):
        kept["withheld"] = withheld
    return kept


def _value(value: object) -> str | int | float | None:
    """Numbers, and short names without a space; anything else could be what somebody said."""
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    return text if len(text) <= LONGEST_VALUE and _A_NAME.fullmatch(text) else HIDDEN


def _hiding(secrets: tuple[str, ...]) -> structlog.typing.Processor:
    known = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def hide(_logger: object, _method: str, fields: Fields) -> Fields:
        for name, value in fields.items():
            if isinstance(value, str):
                fields[name] = _without(value, known)
        return fields

    return hide


def _without(text: str, known: list[str]) -> str:
    for secret in known:
        text = text.replace(secret, HIDDEN)
    return _URL_PASSWORD.sub(f"{HIDDEN}@", _TELEGRAM_TOKEN.sub(HIDDEN, text))
