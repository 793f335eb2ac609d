"""The questions about a gathering: begun, answered one by one, or all at once by lines that are pasted."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import drafts, forms, gathering_fields, gathering_lines
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import gatherings_form
from handlers.dialogues.gatherings_form import NAME, NEW
from handlers.dialogues.gatherings_review import FORM
from handlers.gathering_fields import NETWORK, WHAT, WHEN
from handlers.messages import LONGEST_TEXT, NO_ANSWERS, Reply
from handlers.understand import Option, key, match

_BELOW_NOTHING = ("-", "−")
_DAY = "gathering-day"
"""A day that was said without an hour, until the hour is said."""
_FIRST = (WHAT, WHEN)
"""What other lines are read after: how long it lasts and whether it has stops depend on the first."""


def begin(context: Context, what: str, answers: Mapping[str, str] = NO_ANSWERS) -> Turn:
    """A new draft, and its first question, or all that is known already."""
    return forms.following(FORM, drafts.begin(context, NAME, what, answers).at(NAME, ""))


def answer(context: Context) -> Turn | None:
    """A typed answer to a field: a button, lines of several fields, or a text that the field reads."""
    step, text = context.conversation.step, context.inbound.text
    if key(text) in {key(word) for word in context.guide.wording.parts("says-gathering-quit")}:
        return _ask_to_quit(context)
    if is_pasted(context) or is_walked(context):
        return paste(context)
    if step in (WHAT, NETWORK) or _names_a_button(context):
        return forms.answer(FORM, context)
    if _says_nothing(context, step):
        return forms.skip(FORM, context)
    found = _read(context, step, text)
    if found.problem:
        day = found.day or context.memo(_DAY) if step == WHEN else ""
        return forms.again(FORM, context.remembering(**{_DAY: day}), found.problem)
    if found.others:
        # Kept while the question is in course, so that a number means what is shown.
        return forms.answer(FORM, context)
    return _taken(context, step, found)


def _ask_to_quit(context: Context) -> Turn:
    """« annuler la rencontre », while it is being written: the form is meant. Nothing is lost before the answer."""
    before, _ = gatherings_form.former(context)
    left = drafts.leave(context, NAME)
    choices = [left.choice(f"{NAME}/quit:0", "gathering-quit-yes"), left.choice(f"{NAME}/resume:0", "gathering-resume")]
    if before is not None and before.takes_place:
        choices.append(left.choice(f"{NAME}/cancel:{before.id}", "gathering-cancel"))
    return left.turn(Reply(left.say("gathering-quit"), tuple(choices)))


def _says_nothing(context: Context, step: str) -> bool:
    """« rien », or « non » where one may say nothing; of a price, « non » may be yes or no."""
    parts, field = context.guide.wording.parts, FORM.field(context, step)
    words = (*parts("says-form-nothing"), *(() if step == gatherings_form.PRICE else parts("says-non")))
    return bool(field.skip_label) and key(context.inbound.text) in {key(word) for word in words}


def _read(context: Context, step: str, text: str) -> gathering_fields.Read:
    """What a text says of a field; an hour alone belongs to the day that was said before."""
    found = gathering_fields.read(context, step, text, FORM.given(context))
    if step != WHEN or not found.problem or not context.memo(_DAY):
        return found
    both = gathering_fields.read(context, step, f"{context.memo(_DAY)} {text}", FORM.given(context))
    return found if both.problem else both


def _taken(context: Context, step: str, found: gathering_fields.Read) -> Turn:
    context = context.remembering(candidates="", **{_DAY: ""})
    return forms.following(FORM, FORM.answered(context, step, found.value), found.noted)


def chose(context: Context, step: str, value: str) -> Turn | None:
    """A button of a field. Hours that were offered may be past by now."""
    if step != WHEN or value in (forms.SKIP, forms.BACK, forms.DONE):
        return forms.choose(FORM, context, step, value)
    if step != context.conversation.step:
        return None
    found = gathering_fields.settled(context, value)
    return forms.again(FORM, context, found.problem) if found.problem else _taken(context, step, found)


def _names_a_button(context: Context) -> bool:
    """True for the number of a button that is shown, or its whole label."""
    if context.inbound.text.startswith(_BELOW_NOTHING):
        return False  # « -1 » is no number of a button
    parts, shown = context.guide.wording.parts, forms.question(FORM, context).choices
    values = ((each.id.partition(":")[2], each.label) for each in shown)
    options = tuple(Option(value, label, parts(f"says-{value}")) for value, label in values)
    found = match(context.inbound.text, options, context.guide.lexicon)
    return found.found and (found.exact or found.numbered)


def is_pasted(context: Context) -> bool:
    """True for a text in which at least one line names a field."""
    return gathering_lines.is_pasted(context.inbound.text, context.guide.wording, gatherings_form.ALL)


def is_walked(context: Context) -> bool:
    """True for the stops of a walk, whatever is asked: several lines that each begin with an hour."""
    lines = context.inbound.text.splitlines()
    found, mistakes = gathering_lines.stops(context.inbound.text)
    walk = gathering_fields.STOPS in FORM.names(context)
    return walk and len(lines) > 1 and bool(found) and not mistakes


def paste(context: Context) -> Turn:
    """Lines of fields, taken as far as they can be read; each mistake is named with its line."""
    if drafts.of(context, NAME) is None:
        context = drafts.begin(context, NAME, NEW)
    pasted = gathering_lines.read(context.inbound.text, context.guide.wording, gatherings_form.ALL)
    mistakes = [(each.line, gathering_fields.mistake(context, each)) for each in pasted.mistakes]
    for name in (*(each for each in _FIRST if each in pasted.said), *(e for e in pasted.said if e not in _FIRST)):
        line = pasted.lines[name]
        if name == gathering_fields.STOPS:
            stops, wrong = gathering_lines.stops(pasted.said[name], line)
            mistakes += [(each.line, gathering_fields.mistake(context, each)) for each in wrong]
            if stops:
                context = FORM.answered(context, name, "\n".join(gathering_lines.stop_lines(stops)))
            continue
        context, problem = _line(context, name, pasted.said[name])
        if problem:
            mistakes.append((line, context.say("lines-mistake", line=line, reason=problem)))
    said = [said for _, said in sorted(mistakes)]
    if len(context.inbound.text) >= LONGEST_TEXT:
        said.append(context.say("lines-cut", most=LONGEST_TEXT))
    noted = context.say("lines-read", count=len(pasted.said)) if pasted.said else ""
    return forms.following(
        FORM, context.remembering(candidates=""), *(each for each in (noted, "\n".join(said)) if each)
    )


def _line(context: Context, name: str, text: str) -> tuple[Context, str]:
    """The draft with what a line says; or the same, and what is wrong."""
    found = gathering_fields.read(context, name, text, FORM.given(context))
    if found.problem:
        return context, found.problem
    if name == WHAT and found.value not in {each.value for each in gatherings_form.field(context, WHAT).options}:
        return context, context.say("gathering-what-unknown")
    value = found.value or (found.others[0] if found.others else "")
    if not found.value and len(found.others) > 1:
        return context, context.say("lines-several")
    return FORM.answered(context, name, value), ""
