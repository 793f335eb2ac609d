"""What a holder says to be met: when they are free, and what about; the exact text that leaves is read before."""

from __future__ import annotations

from handlers import drafts, form_review, sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.drafts import DraftForm
from handlers.form_fields import Field
from handlers.understand import Option

NAME = "visit"
NEW, AGAIN = "new", "again"
"""What a draft is for: a rendez-vous for a scheme, or another date for a request, by its number."""
WHEN, WHY = "when", "why"
WORDS = "when-words"
_LONGEST = {WHEN: 120, WHY: 300}
_TIMES = ("morning", "afternoon", "any")


def purpose(context: Context) -> tuple[str, str]:
    """What the draft is for, and for which scheme or request."""
    draft = drafts.of(context, NAME)
    what, _, of = draft.what.partition(" ") if draft else ("", "", "")
    return what, of


def _order(context: Context) -> tuple[str, ...]:
    return (WHEN,) if purpose(context)[0] == AGAIN else (WHEN, WHY)


def _field(context: Context, name: str) -> Field:
    options = tuple(context.guide.wording.option(context.language, "visit", v) for v in _TIMES)
    return Field(
        name,
        context.say(f"visit-ask-{name}"),
        context.say(f"visit-ask-{name}-why"),
        options if name == WHEN else (),
        topic=context.say(f"visit-topic-{name}"),
        skip_label=context.say("visit-skip") if name == WHY else "",
        longest=_LONGEST[name],
        words=WORDS if name == WHEN else "",
        example=f"visit-example-{name}",
        refused=lambda text: sensitive.find(text, context.guide.wording),
    )


def body(context: Context) -> str:
    """The text that leaves, word for word."""
    given = FORM.given(context)
    labels: tuple[Option, ...] = FORM.field(context, WHEN).options
    free = given.get(WORDS) or ", ".join(each.label for each in labels if each.value in given.get(WHEN, "").split())
    lines = [context.say("visit-body-when", said=free)]
    if given.get(WHY):
        lines.append(context.say("visit-body-why", said=given[WHY]))
    return "\n".join(lines)


def _done(form: DraftForm, context: Context, noted: str) -> Turn:
    text = context.say("visit-review", network=context.pack.network_name(network_of(context)), text=body(context))
    return form_review.word_for_word(form, context, noted, text)


def network_of(context: Context) -> str:
    """The network that the draft is for."""
    what, of = purpose(context)
    if what == AGAIN:
        found = context.world.requests.claim(int(of)) if of.isdecimal() else None
        return found.network if found is not None else ""
    scheme = context.pack.scheme_by_id.get(of)
    return scheme.network if scheme is not None else ""


FORM = DraftForm(NAME, order=_order, make=_field, done=_done, needed=frozenset({WHEN}))
