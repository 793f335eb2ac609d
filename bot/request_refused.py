"""What a command is told when the running bot, or this process in its place, says no."""

from __future__ import annotations


class RequestRefused(Exception):
    """`name` is the sentence in content/common; `facts` fills it."""

    def __init__(self, name: str, /, **facts: str) -> None:
        super().__init__(name, facts)
        self.name = name
        self.facts = facts
