"""In which order the tests begin, so that two processes that share them end together.

pytest-xdist gives each process a part of the list, in order; whoever is done takes over the tail of another part. So
what is long, or waits for a server of its own, begins; what is short and needs nothing ends, and is taken over. The two
halves of this list are about as many tests: with two processes each homeserver, browser or types' run is one process's.
"""

from __future__ import annotations

from pathlib import Path

import pytest

FIRST = "test_every_name_is_typed"
HALVES = (
    ("house", "channels/matrix", "synapse", "storage", "scheduler", "bot", "test_transcripts.py"),
    ("channels", "cli", "web", "test_benchmarks.py", "fake_telegram", "broken_packs", "handlers"),
)
_PLACES = {folder: place for place, folder in enumerate(folder for half in HALVES for folder in half)}
_HERE = Path(__file__).parent


def place(path: Path) -> int:
    """Where the tests of a file stand: as the nearest folder that is named."""
    if not path.is_relative_to(_HERE):
        return len(_PLACES)
    inside = path.relative_to(_HERE)
    named = (str(folder) for folder in (inside, *inside.parents))
    return next((_PLACES[folder] for folder in named if folder in _PLACES), len(_PLACES))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order is the same in each process; inside a folder it is as it was."""
    items.sort(key=lambda item: (item.name != FIRST, place(item.path)))
