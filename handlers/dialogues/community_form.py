"""The form of a member's card: what is asked to join, one field afterwards, and what is sent of it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import card_words, drafts, form_review, forms, sensitive
from handlers.card_words import TAGS, WORDS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.questionnaire import place_in
from handlers.drafts import Draft, DraftForm
from handlers.effects_members import KeepProfile
from handlers.form_fields import Field
from handlers.layout import in_lines
from handlers.members import HIDDEN, PROFILE_FIELDS, PUBLIC, USUALLY_SHOWN, Profile
from handlers.messages import Reply
from handlers.understand import key

NAME = "community"
JOIN, CARD, EDIT = "join", "card", "edit"
"""What a draft is for: to be a member of a community, to have a card, to change one field."""

ASKED = ("name", "structure", "line", "domains", "offers", "seeks", "visibility")
MORE = ("etape", "forme", "commune", "quartier", "testify", "contact", "qpv")
"""What is asked to join, and what may be added afterwards (domain.md 3.3). Nothing else is ever asked."""
REPEATED = ("etape", "forme", "commune")
"""What the orientation may have said already."""
NEEDED = frozenset({"name", "visibility"})

_LONGEST: Mapping[str, int] = {
    "name": 40,
    "structure": 80,
    "line": 200,
    "offers": 200,
    "seeks": 200,
    "quartier": 60,
    "contact": 100,
}
_MOST: Mapping[str, int] = {"domains": 3, "offers": 5, "seeks": 5}


def order(context: Context) -> tuple[str, ...]:
    """The fields of the draft: one to change, or all that are asked."""
    draft = drafts.of(context, NAME)
    what, _, which = draft.what.partition(" ") if draft else ("", "", "")
    if what == EDIT:
        return (which,) if which in fields(context) else ()
    # What the orientation said is not asked, but read again with the rest, and corrected there.
    return (*ASKED, *(name for name in REPEATED if draft and name in draft.answers))


def fields(context: Context) -> tuple[str, ...]:
    """All the fields of a card here; a pack without such a fact has not all of them."""
    mapped = {str(name) for name in context.pack.community.facts}
    return tuple(name for name in (*ASKED, *MORE) if name in mapped or name not in (*REPEATED, "qpv"))


def _field(context: Context, name: str) -> Field:
    fact = card_words.fact_of(context, name)
    # A page that everybody reads is promised to nobody before there is one; who chose it keeps it.
    options = tuple(each for each in card_words.options(context, name) if (name, each.value) != ("visibility", PUBLIC))
    place = card_words.is_place(context, name)
    return Field(
        name=name,
        ask=_numbered(context, name, context.say(f"question-{fact}" if fact else f"member-ask-{name}")),
        why=context.say(f"member-why-{name}"),
        options=options,
        topic=card_words.topic(context, name),
        help=context.say("member-help-line") if name == "line" else "",
        most=_MOST.get(name, 1) if name in TAGS else 1,
        skip_label="" if name in NEEDED else context.say(_skipping(context)),
        find=(lambda text: place_in(context, text)) if place else None,
        named=context.guide.places.name_by_slug.get if place else None,
        longest=_LONGEST.get(name, 0),
        words=WORDS.get(name, ""),
        refused={"contact": _not_a_contact, "name": lambda text: _not_a_name(context, text)}.get(name),
    )


def _numbered(context: Context, name: str, ask: str) -> str:
    if len(order(context)) == 1 or name not in ASKED:
        return ask
    return context.say("member-question", number=str(ASKED.index(name) + 1), count=str(len(ASKED)), ask=ask)


def _skipping(context: Context) -> str:
    return "member-say-nothing" if len(order(context)) == 1 else "member-skip"


def _not_a_contact(text: str) -> str | None:
    return None if sensitive.is_contact(text) else "member-contact-form"


def _not_a_name(context: Context, text: str) -> str | None:
    """A « oui » or a « 1 » too many answers the question before, and names nobody."""
    wording, plain = context.guide.wording, key(text)
    answers = {key(word) for name in ("says-oui", "says-non") for word in wording.parts(name)}
    if plain in answers or not any(letter.isalpha() for letter in text):
        return "member-name-form"
    return sensitive.find(text, wording)


def _done(form: DraftForm, context: Context, noted: str) -> Turn:
    """All was asked: read it again before it is sent. One field is kept at once."""
    draft = drafts.of(context, NAME)
    if draft is not None and draft.what.startswith(EDIT):
        return _changed(context, draft)
    return form_review.show(form, context, noted)


def _changed(context: Context, draft: Draft) -> Turn:
    mine = context.world.members.profile()
    left = drafts.drop(context, NAME)
    if mine is None:
        return left.turn(Reply(left.say("member-gone")))
    kept = profile(left, draft.answers, mine)
    held = {**kept.said, "visibility": kept.visibility}
    line = card_words.line(left, draft.what.partition(" ")[2], held)
    said = left.say("member-changed" if line else "member-emptied")
    choices = (left.choice(f"{NAME}/card:show", "member-see-card"),)
    return left.turn(Reply(in_lines((said, line)), choices), KeepProfile(kept))


FORM = DraftForm(NAME, order=order, make=_field, done=_done, needed=NEEDED)


def begin(context: Context, what: str, answers: Mapping[str, str]) -> Turn:
    """The first question of a new draft, with answers already known."""
    return forms.following(FORM, drafts.begin(context, NAME, what, answers).at(NAME, ""))


def takes_text(step: str) -> bool:
    """True if nearly any text answers this field."""
    return step in _LONGEST


def profile(context: Context, answers: Mapping[str, str], former: Profile | None) -> Profile:
    """The card that these answers make, over the one there was. A value that the pack no longer has is dropped."""
    before = former or Profile(shown=USUALLY_SHOWN)
    kept = {**before.said, **answers}
    said = {name: card_words.known(context, name, kept.get(name, "")) for name in PROFILE_FIELDS}
    visibility = answers.get("visibility") or (before.visibility if former else HIDDEN)
    return Profile({name: value for name, value in said.items() if value}, before.shown, visibility)


def already_said(context: Context) -> dict[str, str]:
    """What the orientation knows of the person, that a card may repeat; nothing when it was about someone else."""
    if context.memo("other"):
        return {}
    facts = {name: card_words.fact_of(context, name) for name in REPEATED}
    given = {name: context.conversation.answers.get(fact, "") for name, fact in facts.items() if fact}
    return {name: value for name, value in given.items() if card_words.known(context, name, value)}
