"""« Quitter la communauté »: which one, then once whether it is meant; what is erased is said."""

from __future__ import annotations

from handlers import card_words, consent, drafts
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.community_ask import LEAVE, ask
from handlers.dialogues.community_form import NAME
from handlers.dialogues.community_list import name_of
from handlers.effects_members import Leave
from handlers.messages import Choice, Reply


def leave(context: Context, argument: str = "") -> Turn:
    """Ask whether it is meant; of several communities, first which one."""
    mine = context.world.members.mine()
    if not mine:
        return context.turn(Reply(context.say("member-none")))
    if len(mine) == 1:
        return chosen(context, mine[0].community) or context.turn()
    choices = (Choice(f"{NAME}/leave:{each.community}", name_of(context, each.community)) for each in mine)
    return context.turn(Reply(context.say("member-leave-which"), tuple(choices)))


def chosen(context: Context, id: str) -> Turn | None:
    """Ask whether it is meant; None for who is not in this community."""
    if all(each.community != id for each in context.world.members.mine()):
        return None
    return ask(drafts.leave(context, NAME).leaving_for(NAME, ""), LEAVE, id)


def decided(context: Context, id: str, value: str) -> Turn | None:
    """The yes or the no, asked once."""
    if value not in (card_words.YES, card_words.NO):
        return None
    mine, back = context.world.members.mine(), context.returned()
    if value == card_words.NO or all(each.community != id for each in mine):
        return back.turn(Reply(back.say("member-stays")))
    if len(mine) > 1:
        return back.turn(Reply(back.say("member-left-one", community=name_of(back, id))), Leave(id))
    withdrawn = consent.decided(back, consent.COMMUNITY, yes=False)
    return back.turn(Reply(back.say("member-left", community=name_of(back, id))), Leave(id), withdrawn)
