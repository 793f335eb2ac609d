"""Things that people send and a bot of words does not read: stickers, photos, voices, places, polls…"""

from __future__ import annotations

import re

from tests.fake_telegram.entities import units
from tests.fake_telegram.refusals import Json

COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(@\w+)?")
MENTION = re.compile(r"(?<!\w)@\w{4,32}")


def file(name: str, **more: object) -> Json:
    """A file as Telegram tells about it; nobody should fetch it."""
    return {"file_id": f"theirs-{name}", "file_unique_id": f"u-{name}", "file_size": 4096} | more


PHOTO = [file("small", width=90, height=60), file("large", width=900, height=600)]
PLACE = {"latitude": 50.63, "longitude": 3.06}
OPTIONS = [
    {"text": "oui", "voter_count": 0, "persistent_id": "1"},
    {"text": "non", "voter_count": 0, "persistent_id": "2"},
]

CONTENTS: dict[str, Json] = {
    "sticker": {
        "sticker": file("sticker", width=512, height=512, is_animated=False, is_video=False, type="regular", emoji="👍")
    },
    "photo": {"photo": PHOTO, "caption": "une photo"},
    "voice": {"voice": file("voice", duration=3, mime_type="audio/ogg")},
    "audio": {"audio": file("audio", duration=3, title="air")},
    "video": {"video": file("video", duration=3, width=640, height=480)},
    "video_note": {"video_note": file("note", duration=3, length=240)},
    "animation": {
        "animation": file("gif", duration=3, width=320, height=240),
        "document": file("gif", file_name="g.mp4"),
    },
    "document": {"document": file("document", file_name="plan.pdf", mime_type="application/pdf")},
    "location": {"location": PLACE},
    "venue": {"venue": {"location": PLACE, "title": "Halle", "address": "1 place"}, "location": PLACE},
    "contact": {"contact": {"phone_number": "+33000000000", "first_name": "Contact"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "1",
            "question": "?",
            "options": OPTIONS,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    },
    "game": {"game": {"title": "jeu", "description": "d", "photo": PHOTO}},
    "story": {"story": {"chat": {"id": -100500, "type": "channel", "title": "c"}, "id": 1}},
}


def spoken(text: str) -> Json:
    """A text as Telegram hands it over, with the commands and mentions that it finds."""
    found = [("bot_command", match) for match in COMMAND.finditer(text)]
    found += [("mention", match) for match in MENTION.finditer(text)]
    entities = [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())} for kind, match in found
    ]
    return {"text": text} | ({"entities": entities} if entities else {})
