"""The fourth part of `boussole demo`: an animator writes to who follows the network, and sees what became of it."""

from __future__ import annotations

from datetime import timedelta

from bot.demo_gathering import ANIMATOR, Stage
from bot.sentences import sentence
from handlers.broadcasts import UNDO
from handlers.guide import Guide

_AT = "broadcasts"


async def broadcast(stage: Stage, guide: Guide) -> None:
    """Written, read again, tried on oneself, confirmed by a number, and reported."""
    network = guide.pack.territory.networks[0].id
    languages = guide.pack.territory.languages
    await stage.types(ANIMATOR, guide.wording.parts("words-diffuser")[0])
    await stage.taps(ANIMATOR, f"{_AT}/new:")
    await stage.types(ANIMATOR, sentence("cli-demo-broadcast"))
    steps = [*(f"text-{language}:skip" for language in languages[1:]), "joined:skip", f"who:network/{network}"]
    for step in (*steps, "narrow:skip", "when:now", "review:try", "review:send"):
        await stage.taps(ANIMATOR, f"{_AT}/{step}")
    if len(languages) > 1:
        await stage.taps(ANIMATOR, f"{_AT}/lacking:anyway")
    await stage.types(ANIMATOR, "1")
    await stage.waits_until(stage.today + UNDO + timedelta(minutes=1))
