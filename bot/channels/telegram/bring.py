"""Brings what was heard on Telegram to the inbox."""

from __future__ import annotations

from bot.channels import Inbox
from bot.channels.telegram.heard import Heard, Joined, Left, Nameless, Refused, Renamed, Replied, Said
from storage.outbox import OutboxRow


async def brought(found: Heard | None, inbox: Inbox, via: str | None) -> OutboxRow | None:
    """The row that the acknowledgement of a webhook may carry, if there is one."""
    match found:
        case Said(inbound):
            return await inbox.receive(inbound, via=via)
        case Replied(inbound, otherwise):
            relayed = await inbox.relayed(inbound.address, inbound.replies_to or "")
            said = inbound if relayed else otherwise
            return await inbox.receive(said, via=via) if said is not None else None
        case Nameless(room, reference, key) if await inbox.relayed(room, reference):
            await inbox.say_once(room, key, "telegram-nameless", private=False)
        case Joined(room, by):
            await inbox.introduce(room, by)
        case Left(room):
            await inbox.left(room)
        case Renamed(old, new):
            await inbox.moved(old, new)
        case Refused(address, refused):
            await inbox.refused(address, refused=refused)
        case _:  # a tap is already ended
            pass
    return None
