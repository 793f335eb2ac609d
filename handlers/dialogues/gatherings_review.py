"""A gathering before it is published: as people will read it, what its date meets, and what publishing it does."""

from __future__ import annotations

from dataclasses import replace

from handlers import clashes, drafts, form_review, forms, gathering_fields, gathering_words
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import gatherings_form
from handlers.dialogues.gatherings_form import NAME, GatheringForm, networks
from handlers.drafts import DraftForm
from handlers.effects import Record
from handlers.effects_gatherings import KeepGathering, StopKept
from handlers.gathering_fields import WHEN
from handlers.gatherings import CANCELLED, DRAFT, MOVED, PUBLISHED, Gathering
from handlers.layout import capital, in_paragraphs
from handlers.messages import Choice, Reply
from handlers.roles import ANIMATOR
from handlers.understand import Option, match

REVIEW, WHICH, MORE = "review", "which", "more"
PUBLISH, CHANGE, KEEP, CANCEL = "publish", "change", "keep", "cancel"


def show(form: DraftForm, context: Context, *first: str) -> Turn:
    """The gathering as people will read it, and what to know before it is published."""
    context = context.at(NAME, REVIEW)
    before, version = gatherings_form.former(context)
    made = gathering_fields.built(context, form.given(context), before)
    if made is None:
        return forms.following(form, drafts.keep(context, NAME, {}).at(NAME, ""), context.say("form-restart"))
    if (asked := _refused(form, context, made, *first)) is not None:
        return asked
    if before is not None and before.version != version:
        return _changed_meanwhile(context, before)
    parts = [
        *first,
        context.say("gathering-preview"),
        gathering_words.details(context, _as_read(made)),
        *_told(context, made, before),
    ]
    if known := clashes.warnings(context, made):
        parts.append("\n".join((context.say("clash-intro"), *(f"• {each}" for each in known))))
    parts.append(context.say("gathering-review-how"))
    tapped = context.inbound.replies_to if context.inbound.choice else None
    return context.turn(Reply(in_paragraphs(parts), _choices(context, before), replaces=tapped))


def _as_read(made: Gathering) -> Gathering:
    return replace(made, state=PUBLISHED) if made.state == DRAFT else made


def _choices(context: Context, before: Gathering | None) -> tuple[Choice, ...]:
    path = f"{NAME}/{REVIEW}"
    out = before is not None and before.takes_place
    buttons = [
        context.choice(f"{path}:{PUBLISH}", "gathering-save" if out else "gathering-publish"),
        context.choice(f"{path}:{CHANGE}", "gathering-change"),
    ]
    if not out:
        buttons.append(context.choice(f"{path}:{KEEP}", "gathering-keep"))
    return (*buttons, context.choice(f"{path}:{CANCEL}", "gathering-give-up" if before is None else "gathering-leave"))


def _told(context: Context, made: Gathering, before: Gathering | None) -> tuple[str, ...]:
    """What those who come will be told: only what moves."""
    if before is None or not before.takes_place or not moves(made, before):
        return ()
    said = gatherings_form.told(context, before, replace(made, state=MOVED))
    hall = context.world.gatherings.claim(before.id)
    count = hall.people if hall else 0
    read = (said,) if said and count else ()
    return (context.say("gathering-moves-told", count=count), *read)


def _walked(gathering: Gathering) -> tuple[tuple[object, str], ...]:
    return tuple((each.at, each.place) for each in gathering.stops)


def moves(made: Gathering, before: Gathering) -> bool:
    """True if who comes has to know: another hour, another place."""
    hours = (made.starts_at, made.ends_at) != (before.starts_at, before.ends_at)
    names = ("place", "address", "meeting_point")
    return hours or any(made.text(name) != before.text(name) for name in names) or _walked(made) != _walked(before)


def _refused(form: DraftForm, context: Context, made: Gathering, *first: str) -> Turn | None:
    """What cannot be published is asked again, with its reason."""
    if made.network not in networks(context):
        return _drop(context, "gathering-not-yours")
    before, _ = gatherings_form.former(context)
    same = before is not None and (before.starts_at, before.ends_at) == (made.starts_at, made.ends_at)
    if not same:
        found = gathering_fields.settled(context, form.given(context).get(WHEN, ""))
        if found.problem:
            return forms.ask(form, context, WHEN, *first, found.problem)
    if made.stops and made.stops[0].at < made.starts_at:
        return forms.ask(form, context, gathering_fields.STOPS, *first, context.say("stops-before-start"))
    twin = _twin(context, made)
    if twin is not None:
        line = gathering_words.line(context, twin)
        return forms.ask(form, context, WHEN, *first, context.say("gathering-twice", line=line))
    return None


def _twin(context: Context, made: Gathering) -> Gathering | None:
    """The same gathering, already there."""
    held = context.world.gatherings.of_network((made.network,), context.now)
    return next((each for each in held if each.state != CANCELLED and gathering_fields.is_same(made, each)), None)


def _drop(context: Context, name: str) -> Turn:
    left = drafts.drop(context, NAME)
    return left.turn(Reply(left.say(name), (left.choice(f"{NAME}/open:0", "gatherings-open"),)))


def _changed_meanwhile(context: Context, before: Gathering) -> Turn:
    """Somebody else wrote it since: theirs stays, and ours begins again from it."""
    left = drafts.drop(context, NAME)
    if before.state == CANCELLED:
        said = left.say("gathering-cancelled-meanwhile", line=gathering_words.line(left, before))
        return left.turn(Reply(said, (left.choice(f"{NAME}/open:0", "gatherings-open"),)))
    said = "\n\n".join((left.say("gathering-changed-meanwhile"), gathering_words.details(left, before)))
    choices = (
        left.choice(f"{NAME}/edit:{before.id}", "gathering-edit"),
        left.choice(f"{NAME}/open:0", "gatherings-open"),
    )
    return left.turn(Reply(said, choices))


def choose(context: Context, value: str) -> Turn | None:
    """A button under the preview."""
    if context.conversation.dialogue != NAME or not form_review.is_whole(FORM, context):
        return None
    if value in (PUBLISH, KEEP):
        return _sent(context, publish=value == PUBLISH)
    if value == CHANGE:
        return which(context)
    return cancel(context) if value == CANCEL else None


def cancel(context: Context) -> Turn:
    """The draft is erased; what is published stays as it is."""
    return form_review.cancel(FORM, context)


def read(context: Context) -> Turn | None:
    """A typed word under the preview: a button, or the name of a field to change."""
    parts = context.guide.wording.parts
    before, _ = gatherings_form.former(context)
    buttons = ((each.id.rpartition(":")[2], each.label) for each in _choices(context, before))
    options = tuple(Option(value, label, parts(f"says-gathering-{value}")) for value, label in buttons)
    found = match(context.inbound.text, options, context.guide.lexicon)
    if found.found:
        return choose(context, found.values[0])
    named = match(context.inbound.text, _fields(context), context.guide.lexicon)
    return correct(context, named.values[0]) if named.found and named.exact else None


def _fields(context: Context) -> tuple[Option, ...]:
    parts, answers = context.guide.wording.parts, FORM.given(context)
    names = (*FORM.names(context), *gatherings_form.details(context, answers))
    topics = ((name, context.say(f"gathering-topic-{name}")) for name in dict.fromkeys(names))
    return tuple(Option(name, capital(topic), parts(f"lines-{name}")) for name, topic in topics)


def which(context: Context, *first: str, more: bool = False) -> Turn:
    """All that was asked, a button each; or, with `more`, all that may be said besides."""
    context = context.at(NAME, f"{WHICH}.{MORE}" if more else WHICH)
    return context.turn(Reply("\n\n".join((*first, context.say("gathering-which"))), _listed(context)))


def which_again(context: Context, *first: str) -> Turn:
    """The same list as before."""
    return which(context, *first, more=context.conversation.step.endswith(MORE))


def _listed(context: Context) -> tuple[Choice, ...]:
    step, said = context.conversation.step, frozenset(FORM.names(context))
    more = step.endswith(MORE)
    shown = [each for each in _fields(context) if (each.value in said) != more]
    ways = ((forms.BACK, "form-back"),) if more else ((MORE, "gathering-which-more"), (forms.BACK, "form-back"))
    fields = (Choice(f"{NAME}/{step}:{each.value}", each.label) for each in shown)
    return (*fields, *(context.choice(f"{NAME}/{step}:{value}", label) for value, label in ways))


def read_which(context: Context) -> Turn | None:
    """A typed name of a field, or its number in the list."""
    parts, says = context.guide.wording.parts, {each.value: each.says for each in _fields(context)}
    listed = ((each.id.rpartition(":")[2], each.label) for each in _listed(context))
    options = tuple(Option(value, label, says.get(value) or parts(f"says-{value}")) for value, label in listed)
    found = match(context.inbound.text, options, context.guide.lexicon)
    if not found.found:
        found = match(context.inbound.text, _fields(context), context.guide.lexicon)
    return correct(context, found.values[0]) if found.found else None


def correct(context: Context, name: str) -> Turn | None:
    """One field asked again, with what was said; the preview comes back after it."""
    if name == forms.BACK:
        return show(FORM, context)
    if name == MORE:
        return which(context, more=True)
    if name not in {each.value for each in _fields(context)} or not form_review.is_whole(FORM, context):
        return None
    was = FORM.given(context).get(name, "")
    field = FORM.field(context, name)
    label = (field.named(was) if field.named else None) or was
    return forms.ask(FORM, context, name, form_review.was(context, label) if was else "")


def _sent(context: Context, *, publish: bool) -> Turn:
    """What was read is checked again, and written."""
    before, version = gatherings_form.former(context)
    if before is not None:
        hall = context.world.gatherings.claim(before.id)
        before = hall.gathering if hall else None
        if before is None:
            return _drop(context, "gathering-gone")
        if before.version != version or before.state == CANCELLED:
            return _changed_meanwhile(context, before)
    made = gathering_fields.built(context, FORM.given(context), before)
    if made is None:
        return show(FORM, context)
    if (refused := _refused(FORM, context, made)) is not None:
        return refused
    state = _state(made, before, publish=publish)
    left = drafts.drop(context, NAME)
    out = before is not None and before.takes_place
    action = "gathering-change" if out else "gathering-publish" if publish else "gathering-draft"
    said = left.say(_said(state, before), line=gathering_words.line(left, replace(made, state=PUBLISHED)))
    choices = (left.choice(f"{NAME}/open:0", "gatherings-open"), left.choice(f"{NAME}/new:{NAME}", "gatherings-new"))
    return left.turn(Reply(said, choices), _kept(made, before, state), Record(ANIMATOR, made.network, action))


def _state(made: Gathering, before: Gathering | None, *, publish: bool) -> str:
    if before is not None and before.takes_place:
        return MOVED if moves(made, before) else before.state
    return PUBLISHED if publish else DRAFT


def _said(state: str, before: Gathering | None) -> str:
    if before is not None and before.takes_place:
        return "gathering-saved"
    return "gathering-published" if state == PUBLISHED else "gathering-kept"


def _kept(made: Gathering, before: Gathering | None, state: str) -> KeepGathering:
    return KeepGathering(
        id=before.id if before else None,
        network=made.network,
        kind=made.kind,
        starts_at=made.starts_at,
        ends_at=made.ends_at,
        zone=made.zone,
        state=state,
        texts=made.texts,
        seats=made.seats,
        stops=tuple(StopKept(each.at, each.place, each.minutes_on_foot, each.access) for each in made.stops),
        series=made.series,
        version=before.version if before else 0,
    )


FORM = GatheringForm(
    NAME, order=gatherings_form.order, make=gatherings_form.field, done=show, needed=gatherings_form.NEEDED
)
