"""In a room of a network only what answers words passed on is read: it goes to who asked, in the network's name."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import talk_on
from handlers.effects import Effect, Record
from handlers.effects_talk import SpareRoom
from handlers.messages import Reply
from handlers.requests import Request
from handlers.roles import ANIMATOR
from handlers.talk_words import due_for, of_network
from handlers.talks import LONGEST_ANSWER, Posted
from handlers.understand import key


def replied(context: Context) -> Turn | None:
    """What an answer to words passed on causes; None if it answers something else."""
    reference = context.inbound.replies_to
    posted = context.world.talks.posted(context.inbound.address, reference) if reference else None
    if posted is None or _is_command(context):
        return None
    why = _refused(context, posted)
    if why is not None or posted.request is None:
        return _said(context, posted, why or "talk-room-gone")
    if _said_among(context, "talk-words-not-here"):
        return _spared(context, posted, posted.request)
    if _closes(context):
        return _closed(context, posted, posted.request)
    return _passed(context, posted, posted.request)


def _is_command(context: Context) -> bool:
    """« /aide » under a question is still for the bot; « /fermer » ends the question."""
    command = context.guide.commands.find(context.inbound.text)
    return command is not None and command.marked and not _closes(context)


def _closes(context: Context) -> bool:
    return _said_among(context, "talk-words-close")


def _said_among(context: Context, name: str) -> bool:
    said = key(context.inbound.text.lstrip("/!／").partition("@")[0])
    return context.inbound.kind == "text" and said in {key(each) for each in context.guide.wording.parts(name)}


def _refused(context: Context, posted: Posted) -> str | None:
    """Why nothing is passed on, by the name of a sentence."""
    request, inbound = posted.request, context.inbound
    if request is None:
        return "talk-room-gone"
    if request.is_over:
        return "talk-room-over"
    if inbound.address not in of_network(context.world.talks.rooms(), request.network, context.pack):
        return "talk-room-elsewhere"
    if inbound.kind not in ("text", "edit") or not inbound.text:
        return "talk-room-text-only"
    return "talk-room-too-long" if len(inbound.text) > LONGEST_ANSWER else None


def _said(context: Context, posted: Posted, name: str, *effects: Effect) -> Turn:
    number = str(posted.number)
    return context.turn(*effects, Reply(context.say(name, number=number, most=str(LONGEST_ANSWER))))


def _passed(context: Context, posted: Posted, request: Request) -> Turn:
    text, corrected = context.inbound.text, context.inbound.kind == "edit"
    used = Record(ANIMATOR, request.network, "talk-answer")
    name = "talk-room-passed-morning" if due_for(context, request) else "talk-room-passed"
    return _said(context, posted, name, *talk_on.answered(context, request, text, corrected=corrected), used)


def _spared(context: Context, posted: Posted, request: Request) -> Turn:
    """« Pas ici »: by who answers for the network only; the question goes to them in private, at the next look."""
    inbound = context.inbound
    if not context.world.talks.answers_for(inbound.author, inbound.address, request.network):
        return _said(context, posted, "talk-room-not-yours")
    used = Record(ANIMATOR, request.network, "spare-room")
    return _said(context, posted, "talk-room-spared", SpareRoom(inbound.address), used)


def _closed(context: Context, posted: Posted, request: Request) -> Turn:
    used = Record(ANIMATOR, request.network, "talk-close")
    return _said(context, posted, "talk-room-closed", *talk_on.closed_by_network(context, request), used)
