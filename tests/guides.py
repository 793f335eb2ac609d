"""Plays the examples of a guide: what it says to write is written, and what it quotes is compared with what is said."""

from __future__ import annotations

import re
from pathlib import Path

from tests.house.source import ROOT
from tests.players import by_terminal, play
from tests.transcript import Exchange, read

EXAMPLE = re.compile(r"^```text\n(VOUS.*?|UNE PERSONNE.*?|HEURE.*?)^```$", re.MULTILINE | re.DOTALL)
CODES = {"K7QM-2HXD-9RTA": "{code1}", "K7QM": "{code2}"}
AS_WRITTEN = {
    "VOUS touchez > ": "MOI + ",
    "VOUS > ": "MOI > ",
    "UNE PERSONNE touche > ": "MOI [u2] + ",
    "UNE PERSONNE > ": "MOI [u2] > ",
    "BOUSSOLE lui dit > ": "BOT [u2] > ",
    "BOUSSOLE > ": "BOT > ",
}
LEFT_OUT = "…"


def text_of(guide: str) -> str:
    """A guide of docs/."""
    return (ROOT / "docs" / guide).read_text(encoding="utf-8")


def exchanges(guide: str, role: str) -> tuple[str, tuple[Exchange, ...]]:
    """Its examples one after the other, as one conversation of who holds this role."""
    text = f"# Le guide.\n## avec: base\n\nCODE > {role}\n\n" + "\n".join(EXAMPLE.findall(text_of(guide)))
    for names in (CODES, AS_WRITTEN):
        for shown, meant in names.items():
            text = text.replace(shown, meant)
    return text, read(text).exchanges


def untrue(guide: str, role: str, folder: Path) -> list[str]:
    """What is not said as the guide says it: the line, and what was heard."""
    text, expected = exchanges(guide, role)
    heard = play(read(text), by_terminal, folder)
    pairs = zip(expected, heard, strict=True)
    return [f"{each.line}\n{said}" for each, said in pairs if not holds(each.expected, said)]


def holds(expected: str, heard: str) -> bool:
    """True if what was heard is what is written, whatever stands where something is left out."""
    parts = [part.strip() for part in re.split(rf"^\s*{LEFT_OUT}$", _bare(expected), flags=re.MULTILINE)]
    return re.fullmatch(".*".join(re.escape(part) for part in parts), _bare(heard), re.DOTALL) is not None


def _bare(said: str) -> str:
    return "\n".join(line.strip() for line in said.splitlines())
