"""« Ma fiche membre »: as others read it, changed field by field, opened or closed field by field."""

from __future__ import annotations

from dataclasses import replace

from handlers import card_words, consent, drafts, form_review, forms, offers
from handlers.card_words import WORDS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.community_form import CARD, EDIT, FORM, NAME, begin, fields
from handlers.effects_members import KeepProfile, StillRight
from handlers.layout import capital, in_paragraphs
from handlers.members import CHOSEN, HIDDEN, MEMBERS, SELF, Profile, visible
from handlers.messages import Choice, Reply


def show(context: Context, argument: str = "", *first: str) -> Turn:
    """The card as the other members read it, then what they do not read."""
    mine = context.world.members.profile()
    if mine is None:
        return _none(context)
    return context.turn(_card(context, mine, *first))


def _none(context: Context) -> Turn:
    """Nobody has a card without being a member."""
    if context.world.members.mine():
        return begin(context, CARD, {})
    return context.turn(Reply(context.say("member-none"), (context.choice(f"{NAME}/open:list", "member-see-all"),)))


def _card(context: Context, mine: Profile, *first: str) -> Reply:
    seen = visible(mine, MEMBERS)
    alone = {name: value for name, value in visible(mine, SELF).items() if name not in seen}
    parts = [*first]
    if mine.visibility == HIDDEN:
        parts.append(context.say("member-card-closed"))
    else:
        parts.append("\n".join((context.say("member-card-seen"), *card_words.lines(context, seen))))
    if alone:
        parts.append("\n".join((context.say("member-card-alone"), *card_words.lines(context, alone))))
    parts.append(context.say(f"member-card-{mine.visibility}"))
    choices = [context.choice(f"{NAME}/card:edit", "member-edit")]
    if any(_is_empty(mine, name) for name in fields(context)):
        choices.append(context.choice(f"{NAME}/card:more", "member-more"))
    choices.append(context.choice(f"{NAME}/card:shown", "member-choose-shown"))
    if context.world.members.mine():
        choices.append(context.choice(f"{NAME}/leave:ask", "member-leave"))
    return Reply("\n\n".join(parts), tuple(choices))


def _is_empty(mine: Profile, name: str) -> bool:
    return name != "visibility" and not mine.said.get(name) and not mine.said.get(WORDS.get(name, ""))


def choose(context: Context, value: str) -> Turn | None:
    """A button under the card."""
    mine = context.world.members.profile()
    if mine is None or value == "show":
        return show(context)
    if value == "edit":
        names = (name for name in fields(context) if not _is_empty(mine, name))
        return _list(context, "member-edit-which", tuple(names))
    if value == "more":
        names = (name for name in fields(context) if _is_empty(mine, name))
        return _list(context, "member-more-which", tuple(names))
    if value == "shown":
        return _doors(context, mine)
    return still_right(context) if value == "right" else None


def _list(context: Context, said: str, names: tuple[str, ...]) -> Turn:
    choices = (Choice(f"{NAME}/edit:{name}", _name(context, name)) for name in names)
    back = context.choice(f"{NAME}/card:show", "member-see-card")
    return context.turn(Reply(context.say(said), (*choices, back)))


def _name(context: Context, name: str) -> str:
    topic = card_words.topic(context, name)
    return capital(topic)


def edit(context: Context, name: str) -> Turn | None:
    """Ask one field again, with what it holds."""
    mine = context.world.members.profile()
    if mine is None or name not in fields(context):
        return None
    held = mine.visibility if name == "visibility" else mine.said.get(name, "")
    words = WORDS.get(name, "")
    answers = {name: held, words: mine.said.get(words, "")} if words else {name: held}
    begun = drafts.begin(context, NAME, f"{EDIT} {name}", answers).at(NAME, "")
    said = card_words.said(begun, name, answers)
    return forms.ask(FORM, begun, name, form_review.was(begun, said) if said else "")


def edits(context: Context) -> bool:
    """True while one field is asked again."""
    draft = drafts.of(context, NAME)
    return draft is not None and draft.what.startswith(EDIT)


def unchanged(context: Context) -> Turn:
    """« retour » where one field is asked: it stays as it was."""
    left = drafts.drop(context, NAME)
    return left.turn(Reply(left.say("member-stays"), (left.choice(f"{NAME}/card:show", "member-see-card"),)))


def _doors(context: Context, mine: Profile, *first: str) -> Turn:
    """Each field that is filled, with who reads it; one touch changes it."""
    names = [name for name in CHOSEN if name in fields(context) and not _is_empty(mine, name)]
    choices = [
        context.choice(
            f"{NAME}/{'hidden' if name in mine.shown else 'shown'}:{name}",
            "member-hide" if name in mine.shown else "member-show",
            topic=card_words.topic(context, name),
        )
        for name in names
    ]
    tapped = context.inbound.replies_to if context.inbound.choice else None
    back = context.choice(f"{NAME}/card:show", "member-see-card")
    said = "\n".join((*first, context.say("member-doors")))
    return context.turn(Reply(said, (*choices, back), replaces=tapped))


def turned(context: Context, name: str, *, opened: bool) -> Turn | None:
    """A field is opened to who may read the card, or closed; twice is once."""
    mine = context.world.members.profile()
    if mine is None or name not in CHOSEN or name not in fields(context):
        return None
    also = {name, WORDS.get(name, name)}
    kept = replace(mine, shown=mine.shown | also if opened else mine.shown - also)
    turn = _doors(context, kept, context.say("member-changed"))
    return replace(turn, effects=(*turn.effects, KeepProfile(kept)))


def still_right(context: Context, argument: str = "") -> Turn:
    """« Ma fiche est juste »: asked each year."""
    if context.world.members.profile() is None:
        return _none(context)
    return context.turn(Reply(context.say("member-right")), StillRight())


def yearly(context: Context) -> Reply | None:
    """What is asked once a year; nothing of who has no card."""
    mine = context.world.members.profile()
    if mine is None:
        return None
    lines = card_words.lines(context, visible(mine, SELF))
    said = (context.say("member-check"), "\n".join(lines), context.say("member-check-how"))
    return Reply(in_paragraphs(said), _yearly_choices(context))


def _yearly_choices(context: Context) -> tuple[Choice, ...]:
    return (
        context.choice(f"{NAME}/card:right", "member-check-right"),
        context.choice(f"{NAME}/card:edit", "member-check-edit"),
        context.choice(f"{NAME}/leave:ask", "member-leave"),
    )


def awaiting(context: Context) -> Context:
    """What was asked since the person wrote last can be answered by a letter, as if it had been said here."""
    if not consent.has_yes(context, consent.COMMUNITY):
        return context
    seen = context.world.person.last_seen or context.now
    mine = context.world.members.mine()
    asked = any(each.asked_at and each.asked_at >= max(seen, each.checked_at) for each in mine)
    return offers.lettering(context, _yearly_choices(context)) if asked else context
