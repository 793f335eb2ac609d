"""Logs say what happened, never what was said or by whom (faults F58, goal O4)."""

from __future__ import annotations

import ast
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import structlog

from bot.logs import WRITABLE, configure_logs
from bot.settings import Logs
from tests.house.source import ROOT, called, modules

SAID = "Louche cherche un local, louche@example.org"
TOKEN = "123456789:" + "A" * 35
START = """
import sys
from bot.logs import configure_logs
from bot.settings import Logs
import structlog
configure_logs(Logs(format="{form}"), now=None)
for number in range(2000):
    structlog.get_logger().info("turn", count=number)
print("still here", file=sys.stdout)
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Logs are configured for the process: put everything back."""
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def written(secrets: tuple[str, ...] = (), level: str = "info") -> io.StringIO:
    """Where the logs of this test go."""
    stream = io.StringIO()
    configure_logs(Logs.model_validate({"level": level, "format": "json"}), stream=stream, secrets=secrets, now=None)
    return stream


def test_a_line_holds_the_step_the_ids_and_the_durations() -> None:
    """What an operator needs."""
    stream = written()
    structlog.get_logger().info("turn.committed", lane=0, turns=12, duration_ms=3.5, dialogue="orientation")
    expected = {
        "event": "turn.committed",
        "level": "info",
        "lane": 0,
        "turns": 12,
        "duration_ms": 3.5,
        "dialogue": "orientation",
    }
    assert json.loads(stream.getvalue()) == expected


@pytest.mark.row("D14")
@pytest.mark.parametrize("name", ["text", "said", "peer", "author", "handle", "commune", "answers"])
def test_a_field_that_is_not_on_the_list_is_withheld(name: str) -> None:
    """That something was withheld is said, so that the mistake is found."""
    stream = written()
    structlog.get_logger().info("turn", **{name: SAID, "turns": 1})
    assert json.loads(stream.getvalue()) == {"event": "turn", "level": "info", "turns": 1, "withheld": 1}


@pytest.mark.row("D14")
@pytest.mark.parametrize("value", [SAID, "Louche Ben", "élan", ["Louche"], {"who": "Louche"}, "a" * 500])
def test_a_value_that_could_be_a_sentence_is_hidden(value: object) -> None:
    """Even under a name that may be written, and as the name of the step."""
    stream = written()
    structlog.get_logger().warning("turn", reason=value)
    structlog.get_logger().warning(SAID)
    assert [json.loads(line).get("reason") for line in stream.getvalue().splitlines()] == ["***", None]
    assert "Louche" not in stream.getvalue()


def test_an_exception_is_its_type_and_its_place() -> None:
    """Its message may quote a person."""
    stream = written()
    try:
        raise ValueError(SAID)
    except ValueError:
        structlog.get_logger().exception("turn.failed")
    line = json.loads(stream.getvalue())
    assert line["error"] == "ValueError"
    assert "test_logs.py" in line["where"]
    assert "Louche" not in stream.getvalue()


def test_what_libraries_log_is_told_without_their_sentence() -> None:
    """Where from, and how serious."""
    stream = written()
    logging.getLogger("some.package").error("could not send %s", SAID)
    line = json.loads(stream.getvalue())
    assert (line["logger"], line["level"]) == ("some.package", "error")
    assert "Louche" not in stream.getvalue()


def test_a_token_and_a_password_are_hidden_wherever_they_appear() -> None:
    """The known secrets, and whatever has the form of one."""
    stream = written(secrets=("hunter2",))
    structlog.get_logger().info("start", file=f"bot{TOKEN}", database="sqlite://u:hunter3:x", reason="xhunter2x")
    assert "A" * 35 not in stream.getvalue()
    assert json.loads(stream.getvalue())["reason"] == "x***x"


def test_the_level_decides_what_is_told() -> None:
    """Below it: nothing."""
    stream = written(level="error")
    structlog.get_logger().warning("turn")
    assert stream.getvalue() == ""


def test_the_hour_is_the_clocks() -> None:
    """A line is dated by the clock that everything else reads."""
    stream = io.StringIO()
    hour = datetime(2026, 12, 3, 18, tzinfo=UTC)
    configure_logs(Logs(format="json"), stream=stream, now=lambda: hour)
    structlog.get_logger().info("turn")
    assert json.loads(stream.getvalue())["time"] == "2026-12-03T18:00:00.000+00:00"


@pytest.mark.row("F58")
@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("state", ["full", "closed"])
def test_a_full_or_closed_error_stream_stops_nothing(form: str, state: str) -> None:
    """What cannot be written is lost; the bot goes on."""
    source = START.format(form=form)
    if state == "closed":
        source = f"import os; os.close(2)\n{source}"
    with open(os.devnull if state == "closed" else "/dev/full", "w") as errors:  # noqa: PTH123  # a device
        done = subprocess.run(
            [sys.executable, "-c", source], cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, check=False
        )
    assert (done.stdout, done.returncode) == ("still here\n", 0)


def test_without_any_error_stream_the_logs_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service may be started with no standard error at all."""
    monkeypatch.setattr(sys, "stderr", None)
    configure_logs(Logs(), now=None)
    structlog.get_logger().info("turn")
    assert sys.stderr is None


def logged() -> Iterator[tuple[str, ast.Call]]:
    """Every line that the source logs, and where."""
    levels = {"debug", "info", "warning", "error", "exception", "critical"}
    for module in modules():
        for call, name in called(module.tree):
            if name in levels and ast.unparse(call.func).startswith("_log"):
                yield module.at(call), call


def test_every_field_that_the_source_logs_may_be_written() -> None:
    """A field that would be withheld is a line that tells less than its author thinks."""
    fields = {(where, str(given.arg)) for where, call in logged() for given in call.keywords}
    assert {field for field in fields if field[1] not in WRITABLE | {"exc_info"}} == set()


def test_the_name_of_a_step_is_written_in_the_source() -> None:
    """So that nobody's words can be one."""
    steps = [(where, call.args[0]) for where, call in logged()]
    assert steps
    assert [where for where, step in steps if not isinstance(step, ast.Constant)] == []
