"""A message as plain text, its choices typed by number or letter; cut where a reader would when it is too long."""

from __future__ import annotations

from handlers.messages import Choice, Reply

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERED = ("notice", "broadcast")
"""Kinds that nobody asked for: a question may be open, whose numbers are its own."""
_BREAKS = ("\n\n", "\n", ". ", " ")


def numbered(kind: str, choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    """Each choice with what to type for it: a number, or a letter under what nobody asked for."""
    signs = _LETTERS if kind in LETTERED else [str(number) for number in range(1, len(choices) + 1)]
    return [(sign, choice.label) for sign, choice in zip(signs, choices, strict=False)]


def plain(kind: str, reply: Reply) -> str:
    """A message as plain text: all that it says, with its choices typed by number or letter."""
    lines = [reply.text]
    if reply.choices:
        lines.append("\n".join(f"  {sign}. {label}" for sign, label in numbered(kind, reply.choices)))
    return "\n".join(lines)


def pieces(text: str, longest: int) -> list[str]:
    """The text in pieces of at most `longest` characters, cut between paragraphs where it can be."""
    found: list[str] = []
    while len(text) > longest:
        at = _cut(text, longest)
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text] if text or not found else found


def _cut(text: str, longest: int) -> int:
    """Where to cut: after the last paragraph that fits, else line, sentence, word, else anywhere. A piece
    is never less than half full, or a long list would become a message for each of its lines."""
    for mark in _BREAKS:
        at = text.rfind(mark, longest // 2, longest)
        if at >= 0:
            return at + len(mark)
    # Marks that join emoji must not be torn from what they join.
    at = longest
    while at > longest - 16 and (text[at] in "\u200d\ufe0f" or text[at - 1] == "\u200d"):
        at -= 1
    return at
