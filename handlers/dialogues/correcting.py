"""A sentence of a card written anew by its network: chosen, written, read again, sent to the administrators."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from handlers import check_words, drafts, facts, form_moves, form_review, forms, roles, sensitive
from handlers.context import Context, and_then
from handlers.conversation import Turn
from handlers.desk import LONGEST_CORRECTION
from handlers.dialogue import asking
from handlers.drafts import DraftForm
from handlers.effects import TellPerson
from handlers.effects_desk import Propose
from handlers.facts import Part
from handlers.form_fields import Field
from handlers.layout import in_paragraphs
from handlers.messages import Choice, Reply
from handlers.readers import animated
from handlers.understand import Option, match

NAME = "desk"
SENTENCE, REVIEW = "sentence", form_review.REVIEW
SEND, REWRITE, CANCEL = "send", "rewrite", "cancel"
_MOVES = (SEND, REWRITE, CANCEL)
_MARK = 8


def mine(context: Context) -> Iterator[str]:
    """The names of the cards of the networks that the person animates now."""
    for network in animated(context):
        yield from facts.cards_of(context.pack, network)


def kind_of(part: Part) -> str:
    """What names the sentences about such a part."""
    kind, _, step, field = part.path
    return f"part-{'step' if step else 'card' if kind == facts.SCHEME else 'place'}-{field.replace('_', '-')}"


def label(context: Context, part: Part) -> str:
    """What a part is called."""
    return context.say(f"desk-{kind_of(part)}-label", number=part.step + 1)


def said_now(context: Context, part: Part) -> str:
    """What a part says, in the language of the person where the pack has it."""
    kind, id, step, field = part.path
    if field == "address":
        return part.text
    if kind == facts.PLACE:
        return context.say(f"resource-{id}" if field == "text" else f"resource-{id}-{field}")
    return context.say(f"scheme-{id}-step-{step}" if step else f"scheme-{id}-{field.replace('_', '-')}")


def plainer(context: Context, text: str) -> Iterator[str]:
    """What `check` would say of a sentence that people read."""
    for name, values in check_words.advice(context.pack, text):
        yield context.say(name, **values)


def _own(context: Context, name: str) -> Part | None:
    """A part of a card of these networks, as the pack has it now."""
    part = facts.part_named(context.pack, name)
    return part if part is not None and part.card in mine(context) else None


def _mark(part: Part) -> str:
    return sha256(part.text.encode()).hexdigest()[:_MARK]


# The form: one sentence, for a part that is looked up again at each step.


def _about(context: Context) -> tuple[Part | None, str]:
    """The part being corrected, and the mark of what it said when that began."""
    draft = drafts.of(context, NAME)
    name, _, mark = draft.what.partition(" ") if draft else ("", "", "")
    return _own(context, name), mark


def _order(context: Context) -> tuple[str, ...]:
    return (SENTENCE,) if _about(context)[0] else ()


def _field(context: Context, name: str) -> Field:
    part, _ = _about(context)
    text = part.text if part else ""
    asked = context.say("desk-write", said=text, most=LONGEST_CORRECTION)

    def refused(written: str) -> str | None:
        same = written.split() == text.split()
        return "desk-same" if same else sensitive.find(written, context.guide.wording)

    topic = label(context, part) if part else ""
    return Field(name, asked, context.say("desk-write-why"), (), topic, longest=LONGEST_CORRECTION, refused=refused)


def _review(form: DraftForm, context: Context, *first: str) -> Turn:
    """Both sentences one above the other, and what would make the new one plainer."""
    part, _ = _about(context)
    if part is None:
        lost = drafts.drop(context, NAME)
        return lost.turn(Reply(lost.say("desk-lost"), (lost.choice(f"{NAME}/open:cards", "desk-others"),)))
    draft = form.given(context).get(SENTENCE, "")
    advice = (context.say("desk-advice", said=said) for said in plainer(context, draft))
    asked = context.say("desk-review-ask")
    said = (*first, context.say("desk-review", before=part.text, after=draft), *advice, asked)
    choices = tuple(context.choice(f"{NAME}/{REVIEW}:{move}", f"desk-{move}") for move in _MOVES)
    return context.at(NAME, REVIEW).turn(Reply(in_paragraphs(said), choices))


def _reread(form: DraftForm, context: Context, noted: str) -> Turn:
    """What was written is in the review: it is not repeated before."""
    return _review(form, context)


FORM = DraftForm(NAME, order=_order, make=_field, done=_reread, needed=frozenset({SENTENCE}))
MOVES = {**form_moves.moves(FORM), "modifier": lambda context, _: form_moves.resume(FORM, context)}


asks = asking(NAME, SENTENCE, REVIEW)


writes = asking(NAME, SENTENCE)


def show(context: Context, *first: str) -> Turn:
    """The question in course."""
    if context.conversation.step == REVIEW and form_review.is_whole(FORM, context):
        return _review(FORM, context, *first)
    return forms.again(FORM, context, *first)


def answer(context: Context) -> Turn | None:
    """The new sentence; or, once written, what to do with it."""
    if context.conversation.step == SENTENCE and _order(context):
        return forms.answer(FORM, context)
    wording = context.guide.wording
    options = tuple(Option(each, context.say(f"desk-{each}"), wording.parts(f"desk-{each}-says")) for each in _MOVES)
    found = match(context.inbound.text, options, context.guide.lexicon)
    return choose(context, REVIEW, found.values[0]) if found.found else None


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button of a correction."""
    if step == "change":
        return _which(context, value)
    if step == "fix":
        return _begun(context, value)
    if step != REVIEW or not asks(context.conversation):
        return None
    if value == CANCEL:
        return form_review.cancel(FORM, context)
    if value == REWRITE:
        return forms.ask(FORM, FORM.keeping(context, {}), SENTENCE) if _order(context) else _review(FORM, context)
    return _sent(context) if value == SEND and form_review.is_whole(FORM, context) else None


def _which(context: Context, card: str) -> Turn | None:
    """What should change?"""
    known = facts.card_named(context.pack, card)
    if known is None:
        return None
    choices = tuple(Choice(f"{NAME}/fix:{part.name}", label(context, part)) for part in facts.parts_of(card, known))
    back = context.choice(f"{NAME}/card:{card}", "desk-back")
    return context.turn(Reply(context.say("desk-which"), (*choices, back)))


def _begun(context: Context, name: str) -> Turn | None:
    part = _own(context, name)
    if part is None:
        return None
    begun = drafts.begin(context, NAME, f"{part.name} {_mark(part)}")
    return forms.ask(FORM, begun, SENTENCE)


def _sent(context: Context) -> Turn:
    """What was compared must still be what the pack says."""
    part, mark = _about(context)
    if part is None:
        return _review(FORM, context)
    written = FORM.given(context)
    if mark != _mark(part):
        again = drafts.begin(context, NAME, f"{part.name} {_mark(part)}", written)
        return _review(FORM, again, context.say("desk-changed-meanwhile"))
    network = next(each for each in animated(context) if part.card in facts.cards_of(context.pack, each))
    left = drafts.drop(context, NAME)
    said = Reply(left.say("desk-sent"), (left.choice(f"{NAME}/open:cards", "desk-others"),))
    proposed = Propose(network, part.name, part.text, written[SENTENCE])
    return and_then(left.turn(said, proposed), *_told(context, network))


def _told(context: Context, network: str) -> Iterator[TellPerson]:
    """Each administrator, in their language; not at night."""
    for each in context.world.roles.holders(roles.ADMIN):
        there = context.having(language=each.language or context.language)
        said = there.say("correction-waits", network=there.pack.network_name(network))
        if not each.own:
            choices = (there.choice("corrections/open:first", "corrections-open"),)
            yield TellPerson(each.person, Reply(said, choices), due=context.world.morning)
