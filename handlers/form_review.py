"""The last step of a form that is sent: all its answers, a button to send, one to correct each, one to give up."""

from __future__ import annotations

from handlers import drafts, forms
from handlers.context import Context
from handlers.conversation import Turn
from handlers.drafts import DraftForm
from handlers.form_fields import answered_label, is_answered, summary, topic_of
from handlers.messages import Choice, Reply
from handlers.understand import Option, match

REVIEW, SEND, CANCEL = "review", "send", "cancel"


def show(form: DraftForm, context: Context, *first: str) -> Turn:
    """All that was answered, before it is sent."""
    context = context.at(form.dialogue, REVIEW)
    said = [name for name in form.names(context) if is_answered(form, context, name)]
    parts = (*first, context.say("form-review"), summary(form, context, tuple(said)), context.say("form-review-how"))
    tapped = context.inbound.replies_to if context.inbound.choice else None
    return context.turn(Reply("\n\n".join(part for part in parts if part), _choices(form, context), replaces=tapped))


def _choices(form: DraftForm, context: Context) -> tuple[Choice, ...]:
    path = f"{form.dialogue}/{REVIEW}"
    fields = (Choice(f"{path}:{name}", topic_of(form, context, name)) for name in form.names(context))
    send, cancel = context.choice(f"{path}:{SEND}", "form-send"), context.choice(f"{path}:{CANCEL}", "form-cancel")
    return (send, *fields, cancel)


def choose(form: DraftForm, context: Context, value: str) -> Turn | None:
    """A button of the review: a field to correct, or giving up. None for « envoyer », which is the dialogue's own,
    and for what does not hold: nothing is sent of a form that is not whole, or was sent already."""
    if value == CANCEL:
        return cancel(form, context)
    if value == SEND or value not in form.names(context):
        return None
    return correct(form, context, value)


def correct(form: DraftForm, context: Context, name: str) -> Turn:
    """Ask a field again, with what was answered."""
    said = was(context, answered_label(form, context, name)) if is_answered(form, context, name) else ""
    return forms.ask(form, context, name, said)


def was(context: Context, answer: str) -> str:
    """What was answered before, when it is asked again."""
    return context.say("form-answer-was", answer=answer)


def is_whole(form: DraftForm, context: Context) -> bool:
    """True if there is a draft in which every field was answered or skipped: it may be sent."""
    return bool(form.names(context)) and form.next_name(context) is None


def cancel(form: DraftForm, context: Context) -> Turn:
    """The draft is erased, and nothing was sent."""
    if drafts.of(context, form.dialogue) is None:
        return context.turn(Reply(context.say("form-nothing-to-cancel")))
    return drafts.drop(context, form.dialogue).turn(Reply(context.say("form-cancelled")))


def read(form: DraftForm, context: Context) -> str | None:
    """The button of the review that a typed text names: a number, « envoyer », the name of a field."""
    wording = context.world.guide.wording
    options = tuple(
        Option(value, choice.label, wording.parts(f"says-form-{value}"))
        for choice in _choices(form, context)
        if (value := choice.id.rpartition(":")[2])
    )
    found = match(context.inbound.text, options, context.world.guide.lexicon)
    return found.values[0] if found.found else None
