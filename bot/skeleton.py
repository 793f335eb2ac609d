"""The skeleton of a new pack: commented files in which « … » marks what is left to fill."""

from __future__ import annotations

import shutil
from pathlib import Path

SKELETON = Path(__file__).resolve().parent.parent / "content" / "common" / "skeleton"


def write_skeleton(folder: Path) -> None:
    """Copy the skeleton into `folder`, which must be empty or absent; raises OSError."""
    shutil.copytree(SKELETON, folder, dirs_exist_ok=True)
