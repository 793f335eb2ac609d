"""The dialogues, one file each. This list is the registry: a dialogue that is not here does not exist.

May be touched here: a subject of conversation, one file, and its line in this list.
Never here: a sentence (content/), a table of rules (the pack), anything of another dialogue.
"""

from __future__ import annotations

from collections.abc import Mapping

from handlers.dialogue import Dialogue
from handlers.dialogues import (
    asked,
    bilan,
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
    handover,
    help,
    language,
    laureates,
    linking,
    meeting,
    noting,
    orientation,
    outcome,
    pages,
    places,
    posters,
    privacy,
    relay,
    reminding,
    reports,
    roles,
    setting,
    talk,
    team,
    tending,
    todo,
    visit,
    yearly,
)

DIALOGUES: tuple[Dialogue, ...] = (
    orientation.DIALOGUE,
    glossary.DIALOGUE,
    pages.DIALOGUE,
    places.DIALOGUE,
    talk.DIALOGUE,
    talk.HUMAN,
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
    outcome.DIALOGUE,
    handover.DIALOGUE,
    door.DIALOGUE,
    posters.DIALOGUE,
    bilan.DIALOGUE,
    yearly.DIALOGUE,
    visit.DIALOGUE,
    asked.DIALOGUE,
    todo.DIALOGUE,
    setting.DIALOGUE,
    noting.DIALOGUE,
    help.DIALOGUE,
)

BY_NAME: Mapping[str, Dialogue] = {dialogue.name: dialogue for dialogue in DIALOGUES}
COMMANDS: Mapping[str, Dialogue] = {name: dialogue for dialogue in DIALOGUES for name in dialogue.commands}
