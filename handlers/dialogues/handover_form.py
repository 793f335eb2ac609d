"""What a holder hands over: to whom, in which words, with which contact; the exact text is read before it leaves."""

from __future__ import annotations

from handlers import calls, consent, drafts, form_review, forms, sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import questionnaire
from handlers.dialogues.handover_words import NAME, called, is_read, short_name
from handlers.drafts import DraftForm
from handlers.form_fields import Field, summary
from handlers.handovers import LONGEST_CONTACT, LONGEST_WORDS, MOST_TOGETHER
from handlers.layout import in_lines
from handlers.pack import Scheme
from handlers.requests import HANDOVER
from handlers.understand import Option

TO, WORDS, CONTACT, FACTS = "to", "words", "contact", "facts"
YES, NO = "oui", "non"
_READ = "handover_read"
_MOST_OFFERED = 6


def begin(context: Context, scheme: str) -> Context:
    """A draft for this door, with what the orientation said in it; both may be changed before it leaves."""
    given = {TO: scheme} | ({FACTS: YES} if _facts(context) else {})
    return drafts.begin(context, NAME, scheme, given)


def ranked(context: Context) -> tuple[str, ...]:
    """The doors of the result, in their rank; none without one."""
    table, answers = calls.table(context), context.conversation.answers
    if not answers or table.next_question(answers) is not None:
        return ()
    return tuple(found.scheme for found in table.decide(answers).recommendations)


def possible(context: Context, *also: str) -> tuple[Scheme, ...]:
    """The doors whose network may be given a request now, one for each network."""
    held = {each.network for each in context.world.requests.mine(HANDOVER)}
    known = context.pack.scheme_by_id
    doors = (known[each] for each in dict.fromkeys((*also, *ranked(context))) if each in known)
    by_network: dict[str, Scheme] = {}
    for door in doors:
        if door.network not in held and door.network not in by_network and is_read(context, door.network):
            by_network[door.network] = door
    return tuple(by_network.values())[:_MOST_OFFERED]


def chosen(context: Context) -> tuple[Scheme, ...]:
    """The doors of the draft, as the pack has them."""
    known = context.pack.scheme_by_id
    return tuple(known[each] for each in FORM.given(context).get(TO, "").split() if each in known)


def _about(context: Context) -> str:
    draft = drafts.of(context, NAME)
    return draft.what if draft else ""


def _order(context: Context) -> tuple[str, ...]:
    several = (TO,) if len(possible(context, _about(context))) > 1 else ()
    return (*several, WORDS, CONTACT, *((FACTS,) if _facts(context) else ()))


def _facts(context: Context) -> str:
    """What the orientation knows, in words; nothing of what was answered for somebody else."""
    return summary(questionnaire.FORM, context) if context.conversation.answers else ""


def _field(context: Context, name: str) -> Field:
    longest = {WORDS: LONGEST_WORDS, CONTACT: LONGEST_CONTACT}.get(name, 0)
    return Field(
        name,
        context.say(f"handover-ask-{name}"),
        context.say(f"handover-why-{name}"),
        _options(context, name),
        topic=context.say(f"handover-topic-{name}"),
        most=MOST_TOGETHER if name == TO else 1,
        skip_label=context.say(f"handover-skip-{name}") if name in (WORDS, CONTACT) else "",
        longest=longest,
        example=f"handover-example-{name}",
        refused=_not_a_contact if name == CONTACT else (lambda text: sensitive.find(text, context.guide.wording)),
    )


def _options(context: Context, name: str) -> tuple[Option, ...]:
    if name == TO:
        doors = possible(context, _about(context))
        return tuple(Option(each.id, short_name(context, each.network)) for each in doors)
    if name == FACTS:
        parts = context.guide.wording.parts
        return tuple(Option(each, context.say(f"handover-facts-{each}"), parts(f"says-{each}")) for each in (YES, NO))
    return ()


def _not_a_contact(text: str) -> str | None:
    return None if sensitive.is_contact(text) else "handover-contact-form"


def body(context: Context) -> str:
    """The text that leaves, word for word; nothing if nothing was said."""
    given = FORM.given(context)
    facts = _facts(context) if given.get(FACTS) == YES else ""
    words = context.say("handover-body-words", said=given[WORDS]) if given.get(WORDS) else ""
    said = in_lines((facts, words))
    if not said:
        return ""
    contact = given.get(CONTACT)
    last = context.say("handover-body-contact", said=contact) if contact else context.say("handover-body-no-contact")
    return f"{said}\n{last}"


def networks(context: Context) -> str:
    """The networks of the draft, in words."""
    return ", ".join(called(context, each.network) for each in chosen(context))


def wording(context: Context) -> str:
    """What the person agrees to by sending: this text, to these networks."""
    return consent.wording_of(context, "handover-review", network=networks(context), text=body(context))


def was_read(context: Context) -> bool:
    """True if what would leave is what was shown last."""
    return context.memo(_READ) == wording(context)


def review(form: DraftForm, context: Context, noted: str) -> Turn:
    """The exact text, before it leaves; without any word there is nothing to send."""
    if not body(context):
        return forms.ask(form, context, WORDS, noted, context.say("handover-empty"))
    shown = context.remembering(**{_READ: wording(context)})
    said = shown.say("handover-review", network=networks(shown), text=body(shown))
    return form_review.word_for_word(form, shown, noted, said)


def dropped(context: Context) -> Context:
    """The draft erased."""
    return drafts.drop(context, NAME).remembering(**{_READ: ""})


FORM = DraftForm(NAME, order=_order, make=_field, done=review, needed=frozenset({TO, FACTS}))
