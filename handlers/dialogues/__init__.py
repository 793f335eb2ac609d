"""The dialogues, one file each. This list is the registry: a dialogue that is not here does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.dialogue import Dialogue
from handlers.dialogues import (
    broadcasts,
    cards_desk,
    checking,
    coming,
    community,
    consenting,
    corrections,
    door,
    enlisting,
    gatherings,
    glossary,
    granting,
    handoff,
    help,
    language,
    laureates,
    linking,
    meeting,
    orientation,
    pages,
    places,
    posters,
    privacy,
    relay,
    reminding,
    reports,
    roles,
    team,
    tending,
)

DIALOGUES: tuple[Dialogue, ...] = (
    orientation.DIALOGUE,
    glossary.DIALOGUE,
    pages.DIALOGUE,
    places.DIALOGUE,
    handoff.DIALOGUE,
    privacy.DIALOGUE,
    consenting.DIALOGUE,
    language.DIALOGUE,
    roles.DIALOGUE,
    granting.DIALOGUE,
    cards_desk.DIALOGUE,
    corrections.DIALOGUE,
    linking.DIALOGUE,
    community.DIALOGUE,
    laureates.DIALOGUE,
    team.DIALOGUE,
    tending.DIALOGUE,
    enlisting.DIALOGUE,
    checking.DIALOGUE,
    meeting.DIALOGUE,
    reports.DIALOGUE,
    gatherings.DIALOGUE,
    broadcasts.DIALOGUE,
    relay.DIALOGUE,
    coming.DIALOGUE,
    reminding.DIALOGUE,
    door.DIALOGUE,
    posters.DIALOGUE,
    help.DIALOGUE,
)

BY_NAME: Mapping[str, Dialogue] = {dialogue.name: dialogue for dialogue in DIALOGUES}
COMMANDS: Mapping[str, Dialogue] = {name: dialogue for dialogue in DIALOGUES for name in dialogue.commands}
