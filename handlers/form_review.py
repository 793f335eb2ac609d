"""The last step of a form that is sent: all its answers, a button to send, one to correct each, one to give up."""

from __future__ import annotations

from collections.abc import Callable

from handlers import drafts, forms
from handlers.context import Context
from handlers.conversation import Turn
from handlers.drafts import DraftForm
from handlers.form_fields import answered_label, is_answered, summary, topic_of
from handlers.layout import in_paragraphs
from handlers.messages import Choice, Reply
from handlers.understand import Option, match

REVIEW, SEND, CANCEL = "review", "send", "cancel"


def show(form: DraftForm, context: Context, *first: str) -> Turn:
    """All that was answered, before it is sent."""
    context = context.at(form.dialogue, REVIEW)
    said = [name for name in form.names(context) if is_answered(form, context, name)]
    parts = (*first, context.say("form-review"), summary(form, context, tuple(said)))
    return _shown(form, context, parts, context.inbound.replies_to if context.inbound.choice else None)


def word_for_word(form: DraftForm, context: Context, *parts: str) -> Turn:
    """The text that somebody will read, as it will leave, instead of the answers."""
    return _shown(form, context.at(form.dialogue, REVIEW), parts)


def _shown(form: DraftForm, context: Context, parts: tuple[str, ...], replaces: str | None = None) -> Turn:
    said = in_paragraphs((*parts, context.say("form-review-how")))
    return context.turn(Reply(said, _choices(form, context), replaces=replaces))


def _choices(form: DraftForm, context: Context) -> tuple[Choice, ...]:
    path = f"{form.dialogue}/{REVIEW}"
    fields = (Choice(f"{path}:{name}", topic_of(form, context, name)) for name in form.names(context))
    send, cancel = context.choice(f"{path}:{SEND}", "form-send"), context.choice(f"{path}:{CANCEL}", "form-cancel")
    return (send, *fields, cancel)


Sent = Callable[[Context], Turn | None]
"""What a dialogue does of a form that is sent."""


def answer(form: DraftForm, context: Context, sent: Sent) -> Turn | None:
    """A typed text: a word of the review while it is read, else the answer to a question."""
    if context.conversation.step != REVIEW:
        return forms.answer(form, context)
    value = read(form, context)
    return choose(form, context, REVIEW, value, sent) if value else None


def choose(form: DraftForm, context: Context, step: str, value: str, sent: Sent) -> Turn | None:
    """A button of a question or of the review: send, correct a field, give up. None for what does not hold:
    nothing is sent of a form that is not whole, or was sent already."""
    if step != REVIEW:
        return forms.choose(form, context, step, value) if drafts.of(context, form.dialogue) else None
    if value == CANCEL:
        return cancel(form, context)
    if value == SEND:
        return sent(context) if is_whole(form, context) else None
    return correct(form, context, value) if value in form.names(context) else None


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
    wording = context.guide.wording
    options = tuple(
        Option(value, choice.label, wording.parts(f"says-form-{value}"))
        for choice in _choices(form, context)
        if (value := choice.id.rpartition(":")[2])
    )
    found = match(context.inbound.text, options, context.guide.lexicon)
    return found.values[0] if found.found else None
