"""Why the bot does not start on Matrix: a named sentence that tells the operator what to do."""

from __future__ import annotations

from bot.channels import Misconfigured
from bot.sentences import sentence


class MatrixRefused(Misconfigured):
    """Nothing is overwritten on the server once this is raised. `name` is the name of the sentence."""

    def __init__(self, name: str, /, **facts: object) -> None:
        super().__init__(sentence(name, **facts))
        self.name = name
