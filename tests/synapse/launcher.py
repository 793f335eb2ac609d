"""Runs Synapse in its own environment, and ends it when whoever started it has gone, killed or not."""

from __future__ import annotations

import os
import runpy
import sys
import threading


def _end_with_the_parent() -> None:
    """The parent holds the other end of our standard input: it closes when the parent dies, however it dies."""
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    sys.path.pop(0)  # this folder, whose name is also that of the homeserver's package
    runpy.run_module("synapse.app.homeserver", run_name="__main__")
