"""The dialogue that every bot of `turns` holds: a small pack for ours, and the same sentences for the peers."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import packs
from handlers.conversation import Conversation
from handlers.engine import respond
from handlers.guide import Guide
from handlers.messages import Address, Inbound, Reply
from handlers.reading import NoRoles
from handlers.world import Person, World

STEPS = 6
"""Taps of one person; each changes the tapped message into the next question."""

_QUESTIONS = Path(__file__).with_name("orientation.yaml")
_NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


def write(folder: Path, zone: str = "") -> None:
    """`folder/pack`, in a zone of its own if one is named, and `folder/script.json`: what our engine says of it."""
    pack = folder / "pack"
    shutil.copytree(packs.content() / "exemple", pack, ignore=shutil.ignore_patterns("personas"))
    shutil.copy(_QUESTIONS, pack / "orientation.yaml")
    if zone:
        written = (pack / "pack.yaml").read_text("utf-8")
        (pack / "pack.yaml").write_text(re.sub(r"(?m)^timezone: .*$", f"timezone: {zone}", written), "utf-8")
    (folder / "script.json").write_text(json.dumps(script(packs.read(pack))), "utf-8")


def script(guide: Guide) -> dict[str, Any]:
    """The welcome and the questions, as they are said to somebody who always takes the first answer."""
    talk, said = _turn(guide, Conversation(), 0, text="/start")
    asked = [said[-1]]
    label, noted = "", ""
    for number in range(1, STEPS + 1):
        choice = asked[-1].choices[0]
        talk, (reply,) = _turn(guide, talk, number, choice=choice.id)
        label, noted = choice.label, reply.text.partition("\n\n")[0]
        asked.append(reply)
    return {
        "welcome": said[0].text,
        "noted": noted.replace(label, "{}"),
        "questions": [{"text": each.text.rpartition("\n\n")[2], "choices": _pairs(each)} for each in asked],
    }


def _pairs(reply: Reply) -> list[tuple[str, str]]:
    return [(choice.id, choice.label) for choice in reply.choices]


def _turn(
    guide: Guide, talk: Conversation, number: int, *, text: str = "", choice: str | None = None
) -> tuple[Conversation, list[Reply]]:
    inbound = Inbound(Address("telegram", "1"), str(number), "1", text)
    if choice is not None:
        inbound = replace(inbound, choice=choice, kind="choice", replies_to="receipt:1")
    world = World(guide, _NOON, Person(is_new=number == 0, channel="telegram"), NoRoles(), lambda n: "x" * n)
    turn = respond(talk, inbound, world)
    return turn.conversation, [effect.reply for effect in turn.effects if hasattr(effect, "reply")]
