"""What the bot says of the messenger itself, taken back so that one transcript holds on every channel."""

from __future__ import annotations

from handlers.guide import Guide


def as_everywhere(guide: Guide, channel: str, text: str) -> str:
    """The text without what names this channel, and with the usual words on what stays there."""
    wording = guide.wording
    for language in wording.languages:
        for name in (f"welcome-{channel}", f"notice-through-{channel}"):
            if wording.has(name):
                text = text.replace(f"\n{wording.say(language, name)}", "")
        if wording.has(f"there-{channel}"):
            text = text.replace(wording.say(language, f"there-{channel}"), wording.say(language, "there-any"))
    return text
