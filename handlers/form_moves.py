"""The words that mean the form while one of its questions is in course: retour, passer, annuler, reprendre."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import drafts, form_review, forms
from handlers.context import Context
from handlers.conversation import Turn
from handlers.drafts import DraftForm
from handlers.messages import Reply

Move = Callable[[Context, str], Turn | None]


def moves(form: DraftForm) -> Mapping[str, Move]:
    """What the commands do in a form whose answers are a draft; each takes the context and the command's argument."""
    return {
        "retour": lambda context, _: back(form, context),
        "passer": lambda context, _: skip(form, context),
        "pourquoi": lambda context, argument: None if argument else why(form, context),
        "modifier": lambda context, argument: None if argument else review(form, context),
        "annuler": lambda context, _: form_review.cancel(form, context),
        "arreter": lambda context, _: pause(form, context),
        "recommencer": lambda context, _: restart(form, context),
        "reprendre": lambda context, _: resume(form, context),
        "start": lambda context, _: resume(form, context, context.say("form-back-again")),
    }


def on_field(form: DraftForm, context: Context) -> bool:
    """True if the question in course is a field of this form."""
    return context.conversation.dialogue == form.dialogue and context.conversation.step in form.names(context)


def resume(form: DraftForm, context: Context, *first: str) -> Turn:
    """The question in course again, or the next one, or the review."""
    return forms.again(form, context, *first) if on_field(form, context) else forms.following(form, context, *first)


def back(form: DraftForm, context: Context) -> Turn:
    """The question before; from the review, the last question."""
    if on_field(form, context):
        return forms.back(form, context)
    names = form.names(context)
    return forms.ask(form, context, names[-1], context.say("form-back-to")) if names else resume(form, context)


def skip(form: DraftForm, context: Context) -> Turn:
    """Pass the question in course."""
    return forms.skip(form, context) if on_field(form, context) else resume(form, context)


def why(form: DraftForm, context: Context) -> Turn:
    """Why the question in course is asked."""
    return forms.why(form, context) if on_field(form, context) else resume(form, context)


def review(form: DraftForm, context: Context) -> Turn:
    """All the answers, once there are all."""
    if form_review.is_whole(form, context):
        return form_review.show(form, context)
    return resume(form, context, context.say("form-review-later"))


def pause(form: DraftForm, context: Context) -> Turn:
    """« arrêter »: nothing is sent, and the draft waits for a day."""
    said = context.say("form-paused", hours=context.world.durations.hours_without_yes)
    return drafts.leave(context, form.dialogue).turn(Reply(said))


def restart(form: DraftForm, context: Context) -> Turn:
    """The first question again, the answers dropped."""
    emptied = form.keeping(context, {})
    return forms.following(form, emptied.at(form.dialogue, ""), context.say("form-restart"))
