"""How much memory the server takes: the one that runs, or else this process once it has loaded the same parts."""

from __future__ import annotations

import resource
from importlib import import_module
from pathlib import Path

from bot.sentences import sentence
from storage.errors import StorageRefused

MOST_MB = 512
_PARTS = (
    "bot.process",
    "bot.metrics",
    "bot.web.agenda",
    "bot.web.hook",
    "bot.web.pages",
    "bot.web.server",
    "bot.channels.telegram",
    "bot.channels.matrix",
)
_KB_IN_MB = 1024


def footprint_of(url: str) -> tuple[bool, str]:
    """Whether it is within what was promised, and what to say of it."""
    running = _running(url)
    used = running if running is not None else _loaded()
    if used > MOST_MB:
        return False, sentence("cli-doctor-footprint-high", used=used, most=MOST_MB)
    name = "cli-doctor-footprint-running" if running is not None else "cli-doctor-footprint"
    return True, sentence(name, used=used, most=MOST_MB)


def most_used() -> int:
    """The most memory that this process has held, in megabytes.

    Linux counts what the parent held before the program was loaded in `ru_maxrss`; its own page does not."""
    page = Path("/proc/self/status")
    lines = page.read_text(encoding="ascii").splitlines() if page.exists() else []
    peak = next((line.split()[1] for line in lines if line.startswith("VmHWM:")), None)
    if peak is not None:
        return int(peak) // _KB_IN_MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _KB_IN_MB


def _running(url: str) -> int | None:
    from bot.request_refused import RequestRefused
    from bot.requests import ask, socket_of

    path = socket_of(Path(url.removeprefix("sqlite:///")))
    if not url.startswith("sqlite:///") or not path.is_socket():
        return None
    try:
        return int(ask(path, "footprint")["used"])
    except (RequestRefused, StorageRefused):
        return None


def _loaded() -> int:
    for part in _PARTS:
        import_module(part)
    return most_used()
