"""Corrections that networks wrote, one at a time: accepted for the pack, or refused with a reason."""

from __future__ import annotations

from handlers import drafts, facts, form_moves, forms, roles
from handlers.context import Context, before
from handlers.conversation import Turn
from handlers.desk import WAITING, Correction
from handlers.dialogue import Dialogue, asking
from handlers.dialogues.correcting import label, plainer
from handlers.drafts import DraftForm
from handlers.effects import TellPerson
from handlers.effects_desk import Decide
from handlers.form_fields import Field
from handlers.messages import Reply, number_of

NAME, REASON = "corrections", "reason"
_LONGEST_REASON = 300


def first(context: Context, argument: str = "") -> Turn:
    """« corrections »: the oldest that waits, and how many there are."""
    waiting = context.world.desk.waiting()
    if not waiting:
        return context.turn(Reply(context.say("corrections-none")))
    return _shown(context, waiting[0], context.say("corrections-count", count=len(waiting)))


def _shown(context: Context, found: Correction, *said: str) -> Turn:
    """Before and after, what `check` will say, and the two answers."""
    part = facts.part_named(context.pack, found.part)
    network = context.pack.network_name(found.network)
    where = label(context, part) if part else found.part
    parts = [*said, context.say("corrections-about", network=network, card=_card(context, found), part=where)]
    parts.append(context.say("desk-review", before=found.before, after=found.after))
    if part is None or part.text != found.before:
        parts.append(context.say("corrections-stale"))
    parts += [context.say("desk-advice", said=advice) for advice in plainer(context, found.after)]
    choices = tuple(context.choice(f"{NAME}/{move}:{found.id}", f"corrections-{move}") for move in ("accept", "refuse"))
    return context.turn(Reply("\n\n".join(parts), choices))


def _card(context: Context, found: Correction) -> str:
    name = ".".join(found.part.split(".")[:2])
    card = facts.card_named(context.pack, name)
    return card.name if card is not None else name


def _claimed(context: Context, value: str) -> Correction | None:
    """The correction, if it still waits: another administrator may have answered."""
    number = number_of(value)
    found = context.world.desk.claim(number) if number is not None else None
    return found if found is not None and found.state == WAITING else None


def _settled(context: Context) -> Turn:
    return before(first(context), Reply(context.say("corrections-settled")))


def _accepted(context: Context, found: Correction) -> Turn:
    """Nothing shown changes yet: the pack does, once `check` passes."""
    said = Reply(context.say("corrections-accepted"), (context.choice(f"{NAME}/open:first", "corrections-next"),))
    return context.turn(said, Decide(found.id, accepted=True), *_told(context, found, "correction-accepted"))


def _refused(form: DraftForm, context: Context, noted: str) -> Turn:
    """With the reason, which who wrote it reads."""
    draft = drafts.of(context, NAME)
    found, reason = _claimed(context, draft.what if draft else ""), form.given(context).get(REASON, "")
    left = drafts.drop(context, NAME)
    if found is None:
        return _settled(left)
    said = Reply(left.say("corrections-refused"), (left.choice(f"{NAME}/open:first", "corrections-next"),))
    told = _told(context, found, "correction-refused", reason=reason)
    return left.turn(said, Decide(found.id, accepted=False, reason=reason), *told)


def _told(context: Context, found: Correction, name: str, **values: str) -> tuple[TellPerson, ...]:
    """Who wrote it is told, if they are still there."""
    if found.person is None:
        return ()
    there = context.having(language=found.language or context.language)
    said = there.say(name, card=_card(there, found), **values)
    return (TellPerson(found.person, Reply(said), due=context.world.morning),)


def _reason(context: Context, name: str) -> Field:
    asked = context.say("corrections-why", most=_LONGEST_REASON)
    return Field(name, asked, asked, (), longest=_LONGEST_REASON)


FORM = DraftForm(NAME, order=lambda _: (REASON,), make=_reason, done=_refused, needed=frozenset({REASON}))


asks = asking(NAME, REASON)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "open":
        return first(context)
    if step not in ("accept", "refuse"):
        return None
    found = _claimed(context, value)
    if found is None:
        return _settled(context)
    if step == "accept":
        return _accepted(context, found)
    return forms.ask(FORM, drafts.begin(context, NAME, value), REASON)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={roles.CORRECTIONS: first},
    asks=asks,
    answer=lambda context: forms.answer(FORM, context),
    show=lambda context, *first: forms.again(FORM, context, *first),
    moves=form_moves.moves(FORM),
    free=asks,
)
