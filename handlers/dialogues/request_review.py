"""The last step of a form about a request: the text that somebody will read, word for word, before it leaves."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.drafts import DraftForm
from handlers.form_fields import topic_of
from handlers.form_review import CANCEL, REVIEW, SEND
from handlers.messages import Choice, Reply


def shown(form: DraftForm, context: Context, *first: str) -> Turn:
    """The text, then the buttons: send it, correct an answer, give up."""
    context = context.at(form.dialogue, REVIEW)
    path = f"{form.dialogue}/{REVIEW}"
    fields = (Choice(f"{path}:{name}", topic_of(form, context, name)) for name in form.names(context))
    choices = (
        context.choice(f"{path}:{SEND}", "form-send"),
        *fields,
        context.choice(f"{path}:{CANCEL}", "form-cancel"),
    )
    parts = (*first, context.say("form-review-how"))
    return context.turn(Reply("\n\n".join(part for part in parts if part), choices))
