"""The prints of erasures in a file beside the copies, which outlives the database: whatever copy is put back, on
whatever machine, who was erased since is erased again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

Erased = Mapping[str, Mapping[str, datetime]]
"""The key of a database -> print of an address -> when it was erased."""

NAME = "erasures.json"


def read(path: Path) -> Erased:
    """What a file holds; nothing if there is none, or if it is no such file."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(key): {str(mac): datetime.fromisoformat(at) for mac, at in prints.items()}
            for key, prints in found.items()
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def together(lists: Iterable[Erased], since: datetime | None = None) -> Erased:
    """All of these, the latest hour of each print; those before `since` left out."""
    whole: dict[str, dict[str, datetime]] = {}
    for each in lists:
        for key, prints in each.items():
            mine = whole.setdefault(key, {})
            for mac, at in prints.items():
                if (since is None or at > since) and (mac not in mine or mine[mac] < at):
                    mine[mac] = at
    return {key: prints for key, prints in whole.items() if key and prints}


def write(path: Path, erased: Erased) -> bool:
    """Put this in the place of what the file held, private, on the disk; False if it held the same."""
    text = json.dumps({key: {mac: at.isoformat() for mac, at in prints.items()} for key, prints in erased.items()})
    if not erased or (path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text):
        return False
    draft = path.with_name(f".{path.name}.part")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return True
