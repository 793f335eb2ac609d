"""A rendez-vous that took place, noted in four taps for the figures of the territory: no name, no hour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from handlers import counted, drafts, form_moves, forms, moments
from handlers.calendar import wall
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dates import in_full
from handlers.dialogue import Dialogue, asking
from handlers.dialogues.request_words import handled, holder_told
from handlers.drafts import DraftForm
from handlers.effects import Effect, Record
from handlers.effects_intake import Count
from handlers.effects_requests import CloseRequest
from handlers.form_fields import Asked, Field
from handlers.messages import NO_ANSWERS, Reply
from handlers.readers import desk_of, role_for
from handlers.roles import Role
from handlers.understand import Option
from handlers.weeks import week_of

NAME = "noting"
DAY, FIRST, SERVICES, PARTNER = "day", "first", "services", "partner"
YES, NO = "oui", "non"
_NOTED, _CAME = "new", "came"
_OLDEST = timedelta(days=330)


def _role(context: Context) -> Role | None:
    """That by which the person keeps the figures of the territory."""
    pack = context.pack
    mine = context.world.roles.mine()
    return next((role for network in desk_of(pack) if (role := role_for(mine, network, pack)) is not None), None)


def _order(context: Context) -> tuple[str, ...]:
    partner = (PARTNER,) if context.pack.summary.partners else ()
    return (DAY, FIRST, SERVICES, *partner)


def _field(context: Context, name: str) -> Field:
    asked = context.say(f"noting-ask-{name}", partner=_partner(context))
    dated = name == DAY
    return Field(
        name,
        asked,
        context.say("noting-why"),
        _days(context) if dated else _choices(context, name),
        topic=context.say(f"noting-topic-{name}", partner=_partner(context)),
        find=(lambda text: _find(context, text)) if dated else None,
        named=(lambda value: _named(context, value)) if dated else None,
    )


def _partner(context: Context) -> str:
    partners = context.pack.summary.partners
    return partners[0].label if partners else ""


def _days(context: Context) -> tuple[Option, ...]:
    today = context.today
    named = (("noting-today", today), ("noting-yesterday", today - timedelta(days=1)))
    parts = context.guide.wording.parts
    return tuple(Option(day.isoformat(), context.say(name), parts(f"{name}-says")) for name, day in named)


def _choices(context: Context, name: str) -> tuple[Option, ...]:
    wording, language = context.guide.wording, context.language
    return tuple(wording.option(language, f"noting-{name}", value) for value in (YES, NO))


def _find(context: Context, text: str) -> Asked | None:
    """A day that was, at most a year ago; a weekday alone could be any."""
    if not any(letter.isdigit() for letter in text):
        return None
    today = context.today
    since = datetime.combine(today - _OLDEST, time())
    found = moments.read(text, since, moments.words_of(context.guide.wording), usual=time(9))
    if found.start is None or found.start.date() > today:
        return None
    day = found.start.date().isoformat()
    return Asked(day, context.say("form-noted", label=_named(context, day) or ""))


def _named(context: Context, value: str) -> str | None:
    try:
        return in_full(date.fromisoformat(value), context.language)
    except ValueError:
        return None


def _done(form: DraftForm, context: Context, noted: str) -> Turn:
    """The last tap sends: what was noted is read back."""
    draft, role = drafts.of(context, NAME), _role(context)
    left = drafts.drop(context, NAME)
    if draft is None or role is None:
        return left.turn(Reply(left.say("noting-not-yours")))
    said = " ; ".join(_line(context, name, draft.answers.get(name, "")) for name in _order(context))
    again = (left.choice(f"{NAME}/begin:{_NOTED}", "noting-another"), left.choice("todo/open:0", "todo-back"))
    network = role.network or desk_of(context.pack)[0]
    counts = _counts(context, draft.answers)
    ended = _ended(context, draft.what)
    reply = Reply(left.say("noting-done", said=said), again)
    return left.turn(*counts, *ended, Record(role.name, network, "visit-note"), reply)


def _line(context: Context, name: str, value: str) -> str:
    if name == DAY:
        return _named(context, value) or value
    if name == PARTNER:
        return context.say(f"noting-said-{value}", partner=_partner(context))
    return context.say(f"noting-{name}-{value}", partner=_partner(context))


def _counts(context: Context, given: Mapping[str, str]) -> list[Effect]:
    """By meetings and by people: who comes for the first time is one more person received."""
    kinds = [counted.VISIT]
    kinds += [counted.VISIT_SERVICES] if given.get(SERVICES) == YES else []
    kinds += [counted.VISIT_PARTNER] if given.get(PARTNER) == YES else []
    first = given.get(FIRST) == YES
    kinds += [counted.VISIT_FIRST] if first else []
    people = [f"{kind}{counted.PEOPLE}" for kind in kinds if first and kind != counted.VISIT_FIRST]
    zone = context.zone
    day = datetime.combine(date.fromisoformat(given[DAY]), time(12), context.now.tzinfo)
    late = [counted.VISIT_LATE] if week_of(day, zone) < week_of(context.now, zone) else []
    return [Count(name) for name in (*kinds, *people, *late)]


def _ended(context: Context, what: str) -> list[Effect]:
    """The request that this rendez-vous was for is over; its holder is told."""
    kind, _, id = what.partition(" ")
    found = handled(context, id) if kind == _CAME else None
    if found is None or found.is_over:
        return []
    return [CloseRequest(found.id), holder_told(context, found, "came", "visit-came")]


FORM = DraftForm(NAME, order=_order, make=_field, done=_done, needed=frozenset({DAY, FIRST, SERVICES, PARTNER}))


def begin(context: Context, argument: str = "") -> Turn:
    """« noter un rendez-vous »."""
    if _role(context) is None:
        return context.turn(Reply(context.say("noting-not-yours")))
    return forms.following(FORM, drafts.begin(context, NAME, _NOTED).at(NAME, ""))


def _came(context: Context, value: str) -> Turn:
    """A rendez-vous of the bot took place: its day is known."""
    found = handled(context, value)
    if found is None or found.is_over or found.visit_at is None or found.visit_at > context.now:
        return context.turn(Reply(context.say("todo-gone"), (context.choice("todo/open:0", "todo-back"),)))
    if _role(context) is None:
        told = holder_told(context, found, "came", "visit-came")
        said = Reply(context.say("todo-ended"), (context.choice("todo/open:0", "todo-back"),))
        return context.turn(CloseRequest(found.id), told, said)
    day = wall(found.visit_at, context.zone).date()
    given = {DAY: day.isoformat()} if day <= context.today else NO_ANSWERS
    return forms.following(FORM, drafts.begin(context, NAME, f"{_CAME} {found.id}", given).at(NAME, ""))


asks = asking(NAME, DAY, FIRST, SERVICES, PARTNER)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "begin":
        return begin(context)
    if step == _CAME:
        return _came(context, value)
    return forms.choose(FORM, context, step, value) if drafts.of(context, NAME) else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"noter_rdv": begin},
    asks=asks,
    answer=lambda context: forms.answer(FORM, context),
    show=lambda context, *first: form_moves.resume(FORM, context, *first),
    moves=form_moves.moves(FORM),
)
