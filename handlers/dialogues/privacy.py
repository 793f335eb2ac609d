"""What is kept and until when; see, erase, stop."""

from __future__ import annotations

from handlers import forms
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import keeping, linking, questionnaire, roles
from handlers.dialogues.questionnaire import FORM
from handlers.effects import Forget, Say, Withdraw
from handlers.messages import Reply
from handlers.understand import Option, match

NAME, FORGET = "privacy", "forget"


def stop(context: Context, argument: str = "") -> Turn:
    """« stop »: nothing unasked is ever sent; a yes given before is taken back."""
    context = questionnaire.left(context)
    said = Reply(context.say("privacy-stopped", hours=context.world.durations.hours_without_yes))
    if context.world.person.consents.get(keeping.KEEP) == "yes":
        said_no = (Withdraw(keeping.KEEP, keeping.wording_of(context)), *roles.without_alerts(context))
        return context.turn(said, *said_no)
    return context.turn(said, *roles.without_alerts(context))


def my_data(context: Context, argument: str = "") -> Turn:
    """« mes données »: what is kept now, why, until when."""
    answers = forms.summary(FORM, context) if context.conversation.answers else context.say("privacy-no-answers")
    kept = context.world.person.consents.get(keeping.KEEP) == "yes"
    durations = context.world.durations
    held = roles.held(context)
    until = context.say(
        f"{'role' if held else 'privacy'}-until-{'days' if kept else 'hours'}",
        hours=durations.hours_without_yes,
        days=durations.days_with_keep,
        months=durations.months_with_role,
    )
    choices = (
        context.choice("orientation/result:modify", "result-modify"),
        context.choice("privacy/forget:ask", "privacy-forget-button"),
    )
    parts = (context.say("privacy-my-data"), answers, held, linking.shown(context), until)
    return context.turn(Reply("\n\n".join(part for part in parts if part), choices))


def forget(context: Context, argument: str = "") -> Turn:
    """« oublier »: asked once more, then everything is erased."""
    return show(context if asks(context.conversation) else context.leaving_for(NAME, FORGET))


def show(context: Context, *first: str) -> Turn:
    """The question whether to erase."""
    choices = (
        context.choice("privacy/forget:yes", "privacy-forget-yes"),
        context.choice("privacy/forget:no", "privacy-forget-no"),
    )
    return context.turn(Reply("\n\n".join((*first, context.say("privacy-forget"))), choices))


def asks(conversation: Conversation) -> bool:
    """True while the question whether to erase is in course."""
    return conversation.dialogue == NAME and conversation.step == FORGET


def answer(context: Context) -> Turn | None:
    """A typed yes or no."""
    wording = context.world.guide.wording
    options = (
        Option("yes", context.say("privacy-forget-yes"), wording.parts("says-oui")),
        Option("no", context.say("privacy-forget-no"), wording.parts("says-non")),
    )
    found = match(context.inbound.text, options, context.world.guide.lexicon)
    return _choose(context, FORGET, found.values[0]) if found.found else None


def _forgotten(context: Context) -> Turn:
    empty = Conversation(language=context.conversation.language)
    return Turn(empty, (Say(Reply(context.say("privacy-forgotten"))), Forget()))


def _not_forgotten(context: Context) -> Turn:
    left = context.returned() if asks(context.conversation) else context
    return left.turn(Reply(left.say("privacy-forget-kept")))


def notice(context: Context, argument: str = "") -> Turn:
    """« confidentialité »: the notice."""
    durations = context.world.durations
    said = context.say("privacy-notice", hours=durations.hours_without_yes, days=durations.days_with_keep)
    return context.turn(Reply(said, (context.choice("privacy/data:show", "privacy-data-button"),)))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "keep" and value in ("oui", "non"):
        return keeping.decided(context, value)
    if step == FORGET and value == "yes":
        return _forgotten(context) if asks(context.conversation) else forget(context)
    if step == FORGET:
        return forget(context) if value == "ask" else _not_forgotten(context)
    return my_data(context) if step == "data" else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    asks=asks,
    answer=answer,
    show=show,
    commands={
        "stop": stop,
        "garder": keeping.keep,
        "mes_donnees": my_data,
        "oublier": forget,
        "confidentialite": notice,
    },
)
