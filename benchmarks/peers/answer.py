"""What every peer on Matrix answers: a question of ours as we write it, so that all messages weigh the same."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

SERVER = os.environ["BENCH_SERVER"]
USER = os.environ["BENCH_USER"]
PASSWORD = os.environ["BENCH_TOKEN"]
FOLDER = Path(os.environ["BENCH_FOLDER"])
ANSWER: dict[str, Any] = json.loads((FOLDER / "answer.json").read_text("utf-8"))
