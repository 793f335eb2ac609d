"""What is kept and until when; see it, take it away, erase it, stop."""

from __future__ import annotations

from handlers import calls, consent, drafts, form_fields
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dates import in_full, local_date
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import consenting, informing, keeping, linking, roles, stopping
from handlers.dialogues.questionnaire import FORM
from handlers.effects import Effect, Forget, Say
from handlers.gatherings import LIST_KEPT
from handlers.layout import in_paragraphs
from handlers.messages import Reply
from handlers.requests import RECORD_KEPT
from handlers.understand import Option
from handlers.understand import match as matching

NAME, FORGET = "privacy", "forget"


def my_data(context: Context, argument: str = "") -> Turn:
    """« mes données »: what is kept now, why, until when."""
    answers = form_fields.summary(FORM, context) if context.conversation.answers else context.say("privacy-no-answers")
    said = "\n".join(consenting.listed(context))
    shown = (answers, roles.held(context), _kept(context), linking.shown(context), said)
    parts = (context.say("privacy-my-data"), *shown, f"{context.say('privacy-why')}\n{_until(context)}")
    choices = (
        context.choice("orientation/result:modify", "result-modify"),
        context.choice("privacy/file:send", "privacy-file-button"),
        context.choice("consent/list:show", "accords-button"),
        context.choice("privacy/forget:ask", "privacy-forget-button"),
        context.choice("privacy/notice:complain", "privacy-complain-button"),
    )
    return context.turn(Reply(in_paragraphs(parts), choices))


def _kept(context: Context) -> str:
    """A line for each kind of thing kept beside the conversation."""
    counts, wording = context.world.rights.counts(), context.guide.wording
    lines = [context.say(f"kept-{name}", count=count) for name, count in counts.items() if wording.has(f"kept-{name}")]
    if drafts.begun(context.conversation):
        lines.append(context.say("privacy-draft", hours=context.world.durations.hours_without_yes))
    return "\n".join(lines)


def _until(context: Context) -> str:
    durations = context.world.durations
    staying = _staying(context)
    who = "known" if is_known(context) else "staying" if staying else "privacy"
    first = context.say(
        f"{who}-until-{'days' if _keeps(context) else 'hours'}",
        hours=durations.hours_without_yes,
        days=durations.days_with_keep,
        months=durations.months_of_silence,
    )
    last = (context.say("staying-last"),) if who == "staying" else ()
    return " ".join((first, *staying, *last))


def _staying(context: Context) -> tuple[str, ...]:
    """What silence alone does not erase (storage/staying.py), a sentence each, with its own end."""
    gatherings, counts = context.world.gatherings, context.world.rights.counts()
    ends = [(each.ends_at, each.zone) for each, _ in gatherings.mine(context.now - LIST_KEPT)]
    said = []
    if ends:
        end, zone = max(ends)
        day = in_full(local_date(end + LIST_KEPT, zone), context.language)
        said.append(context.say("staying-gatherings", days=LIST_KEPT.days, day=day))
    if counts.get("requests"):
        said.append(context.say("staying-requests", days=RECORD_KEPT.days))
    if any(each.startswith(f"{calls.SUBJECT}/") for each in gatherings.follows()):
        said.append(context.say("staying-calls", months=context.world.durations.months_of_silence))
    return tuple(said)


def is_known(context: Context) -> bool:
    """True for someone whom a day of silence does not erase."""
    return stopping.is_known(context) or any(consent.has_yes(context, purpose) for purpose in consent.LASTING)


def _keeps(context: Context) -> bool:
    return consent.has_yes(context, consent.KEEP)


def send_file(context: Context, argument: str = "") -> Turn:
    """« recevoir mes données »: all of it, to read and to take elsewhere."""
    recipes = context.world.rights.file()
    if not recipes:
        return context.turn(Reply(context.say("privacy-forgotten-already")))
    return context.turn(Reply(context.say("privacy-file"), attachments=recipes))


def forget(context: Context, argument: str = "") -> Turn:
    """« oublier »: asked once more, then everything is erased."""
    return show(context if asks(context.conversation) else context.leaving_for(NAME, FORGET))


def unknown(context: Context) -> Turn:
    """« oublier » from someone of whom nothing is kept: nothing of this message is kept either."""
    empty = Conversation(language=context.language)
    return Turn(empty, (Say(Reply(context.say("privacy-forgotten-already"))), Forget()))


def show(context: Context, *first: str) -> Turn:
    """The question whether to erase."""
    choices = (
        context.choice("privacy/forget:yes", "privacy-forget-yes"),
        context.choice("privacy/forget:no", "privacy-forget-no"),
    )
    asked = context.say("privacy-forget-known" if is_known(context) else "privacy-forget")
    return context.turn(Reply("\n\n".join((*first, asked)), choices))


asks = asking(NAME, FORGET)


def answer(context: Context) -> Turn | None:
    """A typed yes or no."""
    wording = context.guide.wording
    options = (
        Option("yes", context.say("privacy-forget-yes"), wording.parts("says-oui")),
        Option("no", context.say("privacy-forget-no"), wording.parts("says-non")),
    )
    found = matching(context.inbound.text, options, context.guide.lexicon)
    return _choose(context, FORGET, found.values[0]) if found.found else None


def _forgotten(context: Context) -> Turn:
    """What is erased, what is not yet, and what cannot be from here."""
    copies = context.say("privacy-forgotten-copies", days=context.world.durations.days_of_backups)
    said = (f"{context.say('privacy-forgotten')} {copies}", _there(context))
    empty = Conversation(language=context.language)
    effects: tuple[Effect, ...] = (Say(Reply("\n".join(said))), Forget())
    return Turn(empty, effects)


def _there(context: Context) -> str:
    """What stays on the side of the messenger, and how to clear it there."""
    name = f"there-{context.world.person.channel}"
    return context.say(name if context.guide.wording.has(name) else "there-any")


def _not_forgotten(context: Context) -> Turn:
    left = context.returned() if asks(context.conversation) else context
    return left.turn(Reply(left.say("privacy-forget-kept")))


def _stayed(context: Context) -> Turn:
    return context.turn(Reply(context.say("ending-kept", months=context.world.durations.months_of_silence)))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    match step:
        case "keep":
            return keeping.decided(context, value) if value in (consent.YES, consent.NO) else None
        case "forget":
            return _about_forgetting(context, value)
        case "data":
            return my_data(context)
        case "file":
            return send_file(context)
        case "stay":
            return _stayed(context)
        case "notice":
            return informing.part(context, value) or informing.notice(context)
        case _:
            return None


def _about_forgetting(context: Context, value: str) -> Turn:
    if value == "yes":
        return _forgotten(context) if asks(context.conversation) else forget(context)
    return forget(context) if value == "ask" else _not_forgotten(context)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    asks=asks,
    answer=answer,
    show=show,
    commands={
        "stop": stopping.stop,
        "arreter": stopping.pause,
        "annuler": stopping.pause,
        "garder": keeping.keep,
        "mes_donnees": my_data,
        "fichier": send_file,
        "oublier": forget,
        "confidentialite": informing.notice,
    },
)
