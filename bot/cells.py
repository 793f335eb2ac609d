"""A cell of a table that spreadsheets open: what people wrote is never taken for a formula."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def no_formula(said: str) -> str:
    """The text, behind a quote mark where a spreadsheet would reckon with it."""
    return f"'{said}" if said.startswith(_FORMULA) else said
