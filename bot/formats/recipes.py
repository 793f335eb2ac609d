"""Every recipe of a file, by its kind: one explicit list."""

from __future__ import annotations

from collections.abc import Mapping

from bot.formats import Maker
from bot.formats.personal import file_of, sheet_of
from storage.questions.rights import EXPORT, SHEET

MAKERS: Mapping[str, Maker] = {EXPORT: file_of, SHEET: sheet_of}
