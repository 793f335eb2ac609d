"""Being there: the short code of a gathering typed alone, or « je suis là »."""

from __future__ import annotations

import re

from handlers import roles
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import coming_list
from handlers.dialogues.coming_organise import AFTER, BEFORE
from handlers.dialogues.coming_words import booked, found
from handlers.effects_gatherings import CheckIn
from handlers.gathering_codes import LENGTH
from handlers.gathering_words import title
from handlers.gatherings import LEFT, SEATED, Gathering
from handlers.messages import Reply

_CODE = re.compile(rf"[{roles.ALPHABET}]{{{LENGTH}}}")
_AROUND = " \t\n.,;:!?()«»“”\"'`*"
_LINK = re.compile(r"^(?:[/!]?start\s+)?evt[_ -](\d{1,18})$", re.IGNORECASE)


def read(context: Context) -> Turn | None:
    """What a short code or a link to a gathering opens; None for any other text."""
    return linked(context) or typed(context)


def linked(context: Context) -> Turn | None:
    """« evt_12 », typed or brought by a link of a poster."""
    meant = _LINK.match(context.inbound.text.strip())
    if meant is None:
        return None
    gathering = found(context, meant[1])
    if gathering is None:
        return coming_list.page(context, "0", context.say("coming-link-unknown"))
    return coming_list.show(context, meant[1])


def typed(context: Context) -> Turn | None:
    """A short code, around the hours of its gathering."""
    code = context.inbound.text.strip(_AROUND).upper()
    gathering = context.world.gatherings.by_code(code) if _CODE.fullmatch(code) else None
    if gathering is not None:
        return _there(context, gathering)
    looks = _CODE.fullmatch(code) and not code.isalpha() and not code.isdecimal()
    # « 5ans » looks like one too: only who is expected somewhere now can have mistyped a code.
    return context.turn(Reply(context.say("there-unknown"))) if looks and _expected(context) else None


def said(context: Context, argument: str = "") -> Turn | None:
    """« je suis là », of the gathering that is on and to which they come."""
    here = _expected(context)
    if len(here) == 1:
        return _there(context, here[0])
    return context.turn(Reply(context.say("there-which" if here else "there-type-code")))


def _expected(context: Context) -> list[Gathering]:
    """Where the person is expected at this hour."""
    now = context.now
    held = [each for each, _ in context.world.gatherings.mine(now - AFTER) if each.takes_place]
    return [each for each in held if each.starts_at - BEFORE <= now < each.ends_at + AFTER]


def _there(context: Context, gathering: Gathering) -> Turn | None:
    hall = context.world.gatherings.claim(gathering.id)
    if hall is None:
        return None
    what = title(context, gathering)
    if not hall.gathering.takes_place:
        return context.turn(Reply(context.say("coming-cancelled", title=what, reason=hall.gathering.reason).strip()))
    mine = hall.mine
    if mine is not None and mine.checked_in_at is not None:
        return context.turn(Reply(context.say("there-already", title=what)))
    # Who is there is there, whether they had said so or waited for a seat.
    known = mine is not None and mine.state == SEATED
    kept = mine if mine is not None and mine.state != LEFT else None
    came = () if known else (booked(gathering, kept, SEATED),)
    over = context.now >= hall.gathering.ends_at
    said = context.say("there-after" if over else "there-welcome", title=what)
    return context.turn(*came, CheckIn(gathering.id), Reply(said))
