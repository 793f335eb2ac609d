"""Someone who joins a community, by the engine alone."""

from __future__ import annotations

from handlers.effects import Effect
from tests.conversation import Talk, guide
from tests.transcript import Message

JOIN = "community/join:metropole"
YES, NO = "community/consent.metropole:oui", "community/consent.metropole:non"


def asked(pack: str = "lille") -> Talk:
    """A person who said yes to the purpose, and is asked their name."""
    talk = Talk(guide(pack))
    community = "metropole" if pack == "lille" else "equipage"
    talk.say("communauté")
    talk.tap(f"community/join:{community}")
    talk.tap(f"community/consent.{community}:oui")
    return talk


def reviewed(pack: str = "lille", name: str = "Aiguille") -> Talk:
    """The same, with every question answered or passed."""
    talk = asked(pack)
    for said in (name, *["passer"] * 5, "les membres"):
        talk.say(said)
    return talk


def effects(talk: Talk, message: Message) -> list[Effect]:
    """What one message causes, besides what is heard."""
    caused: list[Effect] = []
    written = talk.members.written

    def noted(who: str, effect: Effect, now: object) -> None:
        caused.append(effect)
        written(who, effect, talk.now)

    talk.members.written = noted  # type: ignore[method-assign]  # looks at what the shell is given
    talk.send(message)
    talk.members.written = written  # type: ignore[method-assign]  # as before
    return caused
