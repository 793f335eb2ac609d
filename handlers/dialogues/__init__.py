"""The dialogues, one file each. This list is the registry: a dialogue that is not here does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.dialogue import Dialogue
from handlers.dialogues import glossary, handoff, help, language, linking, orientation, pages, places, privacy, roles

DIALOGUES: tuple[Dialogue, ...] = (
    orientation.DIALOGUE,
    glossary.DIALOGUE,
    pages.DIALOGUE,
    places.DIALOGUE,
    handoff.DIALOGUE,
    privacy.DIALOGUE,
    language.DIALOGUE,
    roles.DIALOGUE,
    linking.DIALOGUE,
    help.DIALOGUE,
)

BY_NAME: Mapping[str, Dialogue] = {dialogue.name: dialogue for dialogue in DIALOGUES}
COMMANDS: Mapping[str, Dialogue] = {name: dialogue for dialogue in DIALOGUES for name in dialogue.commands}
