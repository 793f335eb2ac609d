"""The date of a rendez-vous, given by who answers for the network; read back in words before it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers import drafts, form_moves, form_review, forms, moments, sensitive
from handlers.calendar import instant, wall
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dates import at_hour, in_full
from handlers.dialogue import Dialogue, asking
from handlers.dialogues.request_words import about, handled, has_date, holder_told, used, when
from handlers.drafts import DraftForm
from handlers.effects_requests import AnswerRequest
from handlers.form_fields import Asked, Field
from handlers.hours import is_working
from handlers.layout import capital
from handlers.messages import Reply
from handlers.requests import ACCEPTED, VISIT, VISITS_REMINDED, Request

NAME = "setting"
WHEN, PLACE = "when", "place"
_LONGEST = 120
_DAY = "setting_day"
_WALL = "%Y-%m-%d %H:%M"
_FOR_HOLDER = (("visit/ok", "visit-ok"), ("visit/other", "visit-other"), ("visit/cancel", "visit-cannot"))
_STEPS = (WHEN, PLACE)


def _said(context: Context, value: str) -> str | None:
    """« mardi 1er décembre 2026 à 14 h »."""
    read = moments.unwritten(value)
    return when(context, instant(read[0], context.zone)) if read is not None else None


def _find(context: Context, text: str) -> Asked | None:
    found = _read(context, text)
    if found.problem or found.start is None:
        return None
    values = tuple(moments.written(each) for each in found.others or (found.start,))
    if len(values) > 1:
        return Asked(candidates=values)
    said = _said(context, values[0]) or ""
    noted = context.say("form-noted", label=said)
    day_off = not is_working(context.pack, found.start.date())
    return Asked(values[0], f"{noted} {context.say('setting-day-off')}" if day_off else noted)


def _read(context: Context, text: str) -> moments.Moment:
    zone = context.zone
    found = moments.read(text, wall(context.now, zone), moments.words_of(context.guide.wording))
    if found.start is not None and wall(instant(found.start, zone), zone) != found.start:
        later = at_hour(instant(found.start, zone), zone, context.language)
        return moments.Moment(problem="when-skipped", values={"hour": later})
    return found


def _problem(context: Context, text: str) -> str:
    """Why a text gives no date, in words; nothing for one that does."""
    found = _read(context, text)
    if not found.problem:
        return ""
    values = dict(found.values)
    if "day" in values:
        values["day"] = in_full(datetime.fromisoformat(values["day"]).date(), context.language)
    said = context.say(found.problem, **values)
    return capital(said)


def _field(context: Context, name: str) -> Field:
    dated = name == WHEN
    return Field(
        name,
        context.say(f"setting-ask-{name}"),
        context.say(f"setting-ask-{name}-why"),
        (),
        topic=context.say(f"setting-topic-{name}"),
        skip_label="" if dated else context.say("setting-skip"),
        find=(lambda text: _find(context, text)) if dated else None,
        named=(lambda value: _said(context, value)) if dated else None,
        longest=0 if dated else _LONGEST,
        refused=lambda text: sensitive.find(text, context.guide.wording),
    )


def _target(context: Context) -> Request | None:
    """The request of the draft, as it was read when it was begun; None if it changed since, or is not theirs."""
    draft = drafts.of(context, NAME)
    id, _, version = draft.what.partition(" ") if draft else ("", "", "")
    found = handled(context, id) if id else None
    same = found is not None and str(found.version) == version and not found.is_over
    return found if same else None


def _done(form: DraftForm, context: Context, noted: str) -> Turn:
    found = _target(context)
    if found is None:
        return _changed(context)
    said = _text(context.speaking(found.language), found, form.given(context))
    return form_review.word_for_word(form, context, noted, context.say("setting-review", text=said))


def _text(there: Context, found: Request, given: Mapping[str, str]) -> str:
    """What the holder reads."""
    place = there.say("visit-place", place=given[PLACE]) if given.get(PLACE) else ""
    dated = there.say("visit-when", when=_said(there, given.get(WHEN, "")) or "", place=place)
    return there.say("visit-moved" if has_date(found) else "visit-dated", about=about(there, found), visit=dated)


FORM = DraftForm(NAME, order=lambda _: _STEPS, make=_field, done=_done, needed=frozenset({WHEN}))


def _begin(context: Context, value: str) -> Turn:
    found = handled(context, value)
    if found is None or found.is_over or found.kind != VISIT:
        return context.turn(Reply(context.say("todo-gone")))
    begun = drafts.begin(context, NAME, f"{found.id} {found.version}")
    return forms.following(FORM, begun.at(NAME, ""), context.say("setting-begin", text=found.body or ""))


def _changed(context: Context) -> Turn:
    """A colleague answered meanwhile, or the holder took it back."""
    left = drafts.drop(context, NAME)
    return left.turn(Reply(left.say("setting-changed"), (left.choice("todo/open:0", "todo-back"),)))


def _sent(context: Context) -> Turn:
    found, given = _target(context), FORM.given(context)
    read = moments.unwritten(given.get(WHEN, ""))
    if found is None or read is None:
        return _changed(context)
    at = instant(read[0], context.zone)
    if at <= context.now:
        return forms.ask(FORM, context, WHEN, context.say("setting-past"))
    place = given.get(PLACE) or found.place
    effect = AnswerRequest(found.id, ACCEPTED, "", at, read[0].strftime(_WALL), place)
    text = _text(context.speaking(found.language), found, {**given, PLACE: place})
    told = holder_told(context, found, "dated", "visit-as-said", _FOR_HOLDER, text=text)
    left = drafts.drop(context, NAME)
    said = "setting-sent" if at - context.now > VISITS_REMINDED else "setting-sent-soon"
    reply = Reply(left.say(said), (left.choice("todo/open:0", "todo-back"),))
    return left.turn(effect, told, reply, *used(left, found, "visit-date"))


asks = asking(NAME, *_STEPS, form_review.REVIEW)


def _answer(context: Context) -> Turn | None:
    return _date(context) if context.conversation.step == WHEN else form_review.answer(FORM, context, _sent)


def _date(context: Context) -> Turn | None:
    """A day and an hour; an hour alone belongs to the day that was said before."""
    text, day = context.inbound.text, context.memo(_DAY)
    if day and _read(context, text).problem and not _read(context, f"{day} {text}").problem:
        context = replace(context, inbound=replace(context.inbound, text=f"{day} {text}"))
    turn = forms.answer(FORM, context.remembering(**{_DAY: ""}))
    if turn is not None:
        return turn
    found = _read(context, text)
    said = found.values.get("day", "") if found.problem == "when-no-hour" else ""
    return forms.again(FORM, context.remembering(**{_DAY: said}), _problem(context, text))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    return _begin(context, value) if step == "begin" else form_review.choose(FORM, context, step, value, _sent)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    asks=asks,
    answer=_answer,
    show=lambda context, *first: form_moves.resume(FORM, context, *first),
    moves=form_moves.moves(FORM),
    free=lambda conversation: asks(conversation) and conversation.step == PLACE,
)
