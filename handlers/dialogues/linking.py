"""One person on two messengers: a code given on one and typed on the other; a yes on both where a role is at stake."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers import offers
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import questionnaire
from handlers.effects import DropLink, Guess, HoldLink, Link, OfferLink, Say, Tell, Unlink
from handlers.links import LINK_LIVES, Offer
from handlers.messages import Choice, Reply
from handlers.roles import code_in, drawn_code

NAME = "linking"
AGREE, CONFIRM, YES = "agree", "confirm", "oui"
_MEMO = "linking"
_MINUTE = 60


def offer(context: Context, argument: str = "") -> Turn:
    """« lier »: a code, to be typed on the other messenger."""
    code = drawn_code(context.world.draw)
    minutes = int(LINK_LIVES.total_seconds()) // _MINUTE
    # A yes may be asked for here until then.
    until = context.now + 2 * LINK_LIVES
    said = Reply(context.say("link-code", code=code, minutes=minutes))
    return context.remembering(**{_MEMO: until.isoformat()}).turn(said, OfferLink(code_in(code) or ""))


def typed(context: Context, code: str) -> Turn | None:
    """What a code given on another messenger does here; None if no messenger gave it."""
    found = context.world.links.claim(code)
    if found is None:
        return None
    if found.own:
        return context.turn(Reply(context.say("link-own-code")))
    if not found.is_open(context.now):
        return context.turn(Reply(context.say("link-code-refused")), Guess())
    if context.world.roles.mine():
        return _asked_here(context, found)
    return _asked_there(context, found) if found.with_role else _joined(context, found)


def _asked_here(context: Context, found: Offer) -> Turn:
    """Whoever holds a role here may have been given the code by someone who wants it."""
    said = context.say("link-agree", channel=_name(context, found.channel))
    return context.turn(HoldLink(found.owner, agreed=False), Say(Reply(said, _yes_or_no(context, AGREE)), "notice"))


def _asked_there(context: Context, found: Offer) -> Turn:
    """Whoever gave the code is asked whether they typed it here."""
    there = replace(context, conversation=found.conversation)
    said = there.say("link-confirm", channel=_name(there, context.world.person.channel))
    return context.turn(
        Reply(context.say("link-waits", channel=_name(context, found.channel))),
        HoldLink(found.owner, agreed=True),
        Tell(found.address, Reply(said, _yes_or_no(there, CONFIRM))),
    )


def _joined(context: Context, found: Offer) -> Turn:
    """From here on the conversation is that of who gave the code; the one that was here is erased."""
    there = questionnaire.arriving(replace(context, conversation=found.conversation)).remembering(**{_MEMO: ""})
    lost = there.say("link-answers-lost") if context.conversation.answers else ""
    said = " ".join(part for part in (there.say("link-done", channel=_name(there, found.channel)), lost) if part)
    told = there.say("link-told", channel=_name(there, context.world.person.channel))
    menu = () if questionnaire.asks(there.conversation) else (there.choice("help/open:menu", "link-menu"),)
    return there.turn(Reply(said, menu), Link(found.owner), Tell(found.address, Reply(told)))


def awaiting(context: Context) -> Context:
    """While a yes is awaited here, its choices can be typed: who asks them could not write them here."""
    until = context.memo(_MEMO)
    if not until:
        return context
    if context.now >= datetime.fromisoformat(until):
        return context.remembering(**{_MEMO: ""})
    found = context.world.links.awaited()
    waits = found is not None and found.waits(context.now, agreed=True)
    return offers.lettering(context, _yes_or_no(context, CONFIRM)) if waits else context


def _agreed(context: Context, value: str) -> Turn | None:
    """The yes or the no of who typed the code, and holds a role."""
    found = context.world.links.typed()
    if found is None or not found.waits(context.now, agreed=False):
        return None
    if value != YES:
        return context.turn(Reply(context.say("link-refused")), DropLink(found.owner))
    return _asked_there(context, found)


def _confirmed(context: Context, value: str) -> Turn | None:
    """The yes or the no of who gave the code."""
    found = context.world.links.awaited()
    if found is None or found.typed_by is None or not found.waits(context.now, agreed=True):
        return None
    context = context.remembering(**{_MEMO: ""})
    said, told = ("link-told", "link-go-on") if value == YES else ("link-refused", "link-refused-there")
    settled = Link(found.owner) if value == YES else DropLink(found.owner)
    there = _name(context, found.typed_on)
    return context.turn(
        Reply(context.say(said, channel=there)),
        settled,
        Tell(found.typed_by, Reply(context.say(told, channel=_name(context, found.channel)))),
    )


def unlink(context: Context, argument: str = "") -> Turn:
    """« délier »: everything stays with the first messenger; the others start from nothing."""
    mine = context.world.links.mine()
    first = next((each for each in mine if each.first), None)
    if first is None or len(mine) == 1:
        return context.turn(Reply(context.say("link-none")))
    stays = _name(context, first.channel)
    told = [
        Tell(each.address, Reply(context.say("link-undone" if each.first else "link-left", channel=stays)))
        for each in mine
        if not each.here
    ]
    said = Reply(context.say("link-undone" if first.here else "link-left", channel=stays))
    return context.turn(said, Unlink(here=not first.here), *told)


def shown(context: Context) -> str:
    """The messengers of this person, if there are several."""
    names = [_name(context, each.channel) for each in context.world.links.mine()]
    return context.say("link-mine", channels=", ".join(names)) if len(names) > 1 else ""


def _yes_or_no(context: Context, step: str) -> tuple[Choice, ...]:
    return tuple(context.choice(f"{NAME}/{step}:{value}", f"link-{value}") for value in (YES, "non"))


def _name(context: Context, channel: str) -> str:
    name = f"channel-{channel}"
    return context.say(name) if context.guide.wording.has(name) else channel.capitalize()


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == CONFIRM:
        return _confirmed(context, value)
    if step == AGREE:
        return _agreed(context, value)
    return offer(context) if step == "open" else None


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"lier": offer, "delier": unlink})
