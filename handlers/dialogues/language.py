"""The language of the conversation: chosen, else the client's; another one is offered, never taken."""

from __future__ import annotations

from dataclasses import replace

from handlers.context import Context, and_then
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue
from handlers.direction import RIGHT_TO_LEFT, bare, directed, isolated
from handlers.effects import Say, Tell
from handlers.languages import JUDGED, long_enough
from handlers.messages import Choice, Reply
from handlers.understand import key

NAME = "language"
_HEARD, _SAID, _CHOSEN = "heard", "languages_said", "language_chosen"


def spoken(context: Context) -> Context:
    """The context with a language: the one chosen, else the client's if the pack has it, else the first."""
    if context.language:
        return context
    languages = context.guide.wording.languages
    hint = (context.inbound.hint or "").partition("-")[0].casefold()
    return context.having(language=hint if hint in languages else languages[0])


def language(context: Context, argument: str = "") -> Turn:
    """« langue », « langue anglais », « English »: choose, or switch at once if named."""
    wording = context.guide.wording
    code = argument if argument in wording.languages else _named(context, argument)
    if code:
        return _switched(context, code)
    choices = tuple(
        Choice(f"{NAME}/choose:{code}", wording.say(code, f"language-{code}")) for code in wording.languages
    )
    return context.turn(Reply(context.say("language-choose"), choices))


def _named(context: Context, said: str) -> str:
    wording, plain = context.guide.wording, context.guide.commands.polite(said)
    for code in wording.languages:
        names = (*wording.parts(f"language-{code}"), *wording.parts(f"words-language-{code}"))
        if plain and plain in {key(name) for name in names}:
            return code
    return ""


def asked_for(context: Context) -> Context | None:
    """The context in the language that the whole text names (« English », « en anglais »), if it names one."""
    code = _named(context, context.inbound.text)
    return _in(context, code) if code else None


def named(context: Context) -> Turn | None:
    """The language that the whole text names, from now on; None if it names none."""
    code = _named(context, context.inbound.text)
    return _switched(context, code) if code else None


def _in(context: Context, code: str) -> Context:
    return context.having(language=code).remembering(**{_CHOSEN: "1", _HEARD: ""})


def _switched(context: Context, code: str) -> Turn:
    switched = _in(context, code)
    return switched.turn(Reply(switched.say("language-switched")))


def _kept(context: Context) -> Turn:
    return context.turn(Reply(context.say("language-kept")))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "keep":
        return _kept(context)
    return _switched(context, value) if value in context.guide.wording.languages else language(context)


def written_in(context: Context) -> str:
    """The language that the message seems to be in, or nothing: too short, or not certain."""
    guide, text = context.guide, context.inbound.text
    return guide.detect(text[:JUDGED], guide.recognised) if long_enough(text, guide.small_words) else ""


def listening(context: Context, turn: Turn) -> Turn:
    """The same turn; with the offer to go on in the language of the last two messages, once for each."""
    after = Context(turn.conversation, context.inbound, context.world)
    if after.memo(_CHOSEN) or not (found := written_in(context)):
        return turn
    if found == after.conversation.language:
        return Turn(after.remembering(**{_HEARD: ""}).conversation, turn.effects)
    twice, said = after.memo(_HEARD) == found, after.memo(_SAID).split()
    # Two notices in one turn would have the same letters: the offer waits for another message.
    taken = any(isinstance(each, Say) and each.kind == "notice" and each.reply.choices for each in turn.effects)
    if not twice or found in said or found not in after.guide.wording.languages or taken:
        return Turn(after.remembering(**{_HEARD: found}).conversation, turn.effects)
    after = after.remembering(**{_HEARD: "", _SAID: " ".join((*said, found))})
    return and_then(Turn(after.conversation, turn.effects), Say(_offer(after, found), kind="notice"))


def _offer(context: Context, code: str) -> Reply:
    wording = context.guide.wording
    choices = (
        Choice(f"{NAME}/choose:{code}", wording.say(code, "language-offer-yes")),
        Choice(f"{NAME}/keep:{context.language}", wording.say(code, "language-offer-no")),
    )
    return Reply(wording.say(code, "language-offer"), choices)


def foreign(context: Context) -> tuple[Context, str]:
    """What to say, once, to someone who writes in a language that is recognised and not spoken; else nothing."""
    found, said = written_in(context), context.memo(_SAID).split()
    wording = context.guide.wording
    if not found or found in (*wording.languages, *said):
        return context, ""
    name = f"other-language-{found}"
    names = ", ".join(isolated(wording.say(code, f"language-{code}")) for code in wording.languages)
    sentence = context.say(name if wording.has(name) else "other-language", languages=names)
    return context.remembering(**{_SAID: " ".join((*said, found))}), sentence


def shown(conversation: Conversation, reply: Reply) -> Reply:
    """The reply as it is read in the language of the conversation: from the right, if it is one of those."""
    if conversation.language not in RIGHT_TO_LEFT:
        return reply
    choices = tuple(replace(choice, label=bare(choice.label)) for choice in reply.choices)
    return replace(reply, text=directed(reply.text), choices=choices)


def written(turn: Turn) -> Turn:
    """The turn with all that it says to its own person as it is read; see `shown`."""
    if turn.conversation.language not in RIGHT_TO_LEFT:
        return turn
    said = (
        replace(each, reply=shown(turn.conversation, each.reply)) if isinstance(each, Say | Tell) else each
        for each in turn.effects
    )
    return Turn(turn.conversation, tuple(said))


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"langue": language})
