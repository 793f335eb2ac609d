"""Writes files that only their owner may read, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_private(path: Path, content: str | bytes) -> None:
    """Put `content` in the place of what the file held; nobody else could read it at any moment. What is no file (a
    device, a pipe) is written to, never replaced: who runs as root would take it from everybody."""
    held = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(held)
        return
    path = path.resolve()
    draft = path.with_name(f".{path.name}.draft")
    with suppress(FileNotFoundError):
        draft.unlink()
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(held)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        # A full disk, or a folder of that name: nothing is left behind.
        draft.unlink(missing_ok=True)
        raise
