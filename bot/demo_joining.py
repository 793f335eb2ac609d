"""The second part of `boussole demo`: the visitor joins a community, with a name and something to offer."""

from __future__ import annotations

from bot.demo_gathering import VISITOR, Stage
from bot.sentences import sentence
from handlers.dialogues.community_form import REPEATED
from handlers.guide import Guide

_AT = "community"


async def joining(stage: Stage, guide: Guide) -> None:
    """The first community of the pack that asks for no code; nothing where there is none."""
    known = guide.pack.community
    here = next((each.id for each in known.communities if each.proof != "code"), None)
    if here is None:
        return
    await stage.types(VISITOR, guide.wording.parts("words-communaute")[0])
    # What was answered before, and may stand on a card, is offered for it.
    told = {fact for name, fact in known.facts.items() if name in REPEATED} & set(guide.pack.personas[0].answers)
    for choice in (f"join:{here}", f"consent.{here}:oui", *((f"repeat.{here}:non",) if told else ())):
        await stage.taps(VISITOR, f"{_AT}/{choice}")
    await stage.types(VISITOR, sentence("cli-demo-name"))
    skipped = (f"{name}:skip" for name in ("structure", "line", "domains"))
    for step in (*skipped, "offers:", "offers:done", "seeks:skip", "visibility:members", "review:send"):
        await stage.taps(VISITOR, f"{_AT}/{step}")
