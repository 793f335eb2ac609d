"""The skeleton of a new pack: commented files in which each `""` is left to fill."""

from __future__ import annotations

import shutil
from pathlib import Path

SKELETON = Path(__file__).resolve().parent.parent / "content" / "common" / "skeleton"


def write_skeleton(folder: Path) -> None:
    """Copy the skeleton into `folder`, which must be empty or absent; raises OSError."""
    # The text without its permissions: an installed skeleton may be read-only, a pack is to be written.
    shutil.copytree(SKELETON, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
