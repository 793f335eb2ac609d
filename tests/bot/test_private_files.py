"""Files of one owner: what is no file is written to and stays what it is, a link stays a link."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bot.private_files import write_private


def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    """As a device would be: root who replaces one takes it from everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_private(pipe, "à lire")
        assert os.read(reading, 100).decode() == "à lire"
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_what_a_link_leads_to_is_replaced_and_not_the_link(tmp_path: Path) -> None:
    """Nor does a draft stay in either folder; only the owner may read what is new."""
    kept = tmp_path / "kept"
    kept.mkdir()
    file, link = kept / "file", tmp_path / "link"
    file.write_text("before", encoding="utf-8")
    link.symlink_to(file)
    write_private(link, "after")
    assert (link.is_symlink(), file.read_text(encoding="utf-8")) == (True, "after")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (sorted(tmp_path.iterdir()), list(kept.iterdir())) == ([kept, link], [file])
