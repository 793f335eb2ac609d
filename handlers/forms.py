"""The one way in which questions are asked one after the other: ask, understand, take several answers,
go back, skip, say why, and finish. A dialogue that collects answers describes its fields; the rest is here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from handlers.context import Context
from handlers.conversation import Turn
from handlers.messages import Choice, Reply
from handlers.understand import Match, Option, match

DONE, SKIP, BACK = "done", "skip", "back"


@dataclass(frozen=True, slots=True)
class Asked:
    """Free text understood by the field itself: its value and a word of confirmation, or the
    values among which the person must choose."""

    value: str = ""
    confirmation: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One question as it is shown. `find` reads what no option says (a place), and `named`
    gives the label of such a value, or None if there is no such value. `skip_label` is empty where an
    option already says that one does not know."""

    name: str
    ask: str
    why: str
    options: tuple[Option, ...]
    topic: str = ""
    help: str = ""
    most: int = 1
    skip_label: str = ""
    find: Callable[[str], Asked | None] | None = None
    named: Callable[[str], str | None] | None = None


class Form(Protocol):
    """What a dialogue says of its questions. Answers are in the order of `names`."""

    @property
    def dialogue(self) -> str:
        """The name of the dialogue, first part of every choice id."""
        ...

    def names(self, context: Context) -> tuple[str, ...]:
        """The fields that the answers so far lead to, in order."""
        ...

    def next_name(self, context: Context) -> str | None:
        """The first field of `names` still without an answer."""
        ...

    def field(self, context: Context, name: str) -> Field:
        """How a field is asked now."""
        ...

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The context once the field holds this value (several joined by a space, none: skipped)."""
        ...

    def skipping(self, context: Context, name: str) -> Turn | None:
        """A turn of the dialogue's own when this field is skipped, or None for the usual way."""
        ...

    def finish(self, context: Context, noted: str) -> Turn:
        """The end of the questions; `noted` repeats what was understood last."""
        ...


def chosen(context: Context, name: str) -> tuple[str, ...]:
    """The values that the person already gave to a field."""
    return tuple(context.conversation.answers.get(name, "").split())


def ask(form: Form, context: Context, name: str, *first: str) -> Turn:
    """Show the field `name`, after the lines `first`; it becomes the question in course."""
    context = context.at(form.dialogue, name)
    return context.turn(question(form, context, *first))


def question(form: Form, context: Context, *first: str) -> Reply:
    """The question in course, as a message."""
    field = form.field(context, context.conversation.step)
    lines = [line for line in first if line]
    asked = field.ask
    if field.most > 1:
        asked = f"{asked} {context.say('form-several', most=field.most)}"
    if field.help:
        asked = f"{asked}\n{field.help}"
    tapped = context.inbound.replies_to if context.inbound.choice else None
    return Reply("\n\n".join([*lines, asked]), _choices(form, context, field), replaces=tapped)


def _choices(form: Form, context: Context, field: Field) -> tuple[Choice, ...]:
    path = f"{form.dialogue}/{field.name}"
    already = chosen(context, field.name) if field.most > 1 else ()
    shown = [
        Choice(f"{path}:{o.value}", context.say("form-chosen", label=o.label) if o.value in already else o.label)
        for o in (*_candidates(context, field), *field.options)
    ]
    if already:
        shown.append(context.choice(f"{path}:{DONE}", "form-done"))
    elif field.skip_label:
        shown.append(Choice(f"{path}:{SKIP}", field.skip_label))
    if _before(form, context):
        shown.append(context.choice(f"{path}:{BACK}", "form-back"))
    return tuple(shown)


def _candidates(context: Context, field: Field) -> tuple[Option, ...]:
    """What the person was asked to choose from, while the question is in course."""
    name, *values = context.memo("candidates").split() or [""]
    shown = {option.value for option in field.options}
    known = ((value, label_of(field, value)) for value in values if name == field.name and value not in shown)
    return tuple(Option(value, label) for value, label in known if label)


def _before(form: Form, context: Context) -> str | None:
    names = form.names(context)
    step = context.conversation.step
    place = names.index(step) if step in names else len(names)
    return names[place - 1] if place > 0 else None


def choose(form: Form, context: Context, name: str, value: str) -> Turn:
    """A tap: an answer to the question in course, a way back to an older one, or nothing that holds."""
    step = context.conversation.step
    if name not in form.names(context):
        return again(form, context, context.say("form-closed"))
    if name != step:
        return _older(form, context, name, value)
    if value == BACK:
        return back(form, context)
    if value == SKIP:
        return skip(form, context)
    if value == DONE:
        return done(form, context)
    field = form.field(context, name)
    if label_of(field, value) is None:
        return again(form, context, context.say("form-unknown-choice"))
    return take(form, context, field, (value,))


def _older(form: Form, context: Context, name: str, value: str) -> Turn:
    """A tap on a button of another question. The same answer again is a double tap: nothing changes."""
    given = context.conversation.answers.get(name)
    if given is None:
        return again(form, context, context.say("form-later"))
    if value in (DONE, SKIP) or value in given.split():
        return again(form, context)
    said = context.say("form-answered-before", topic=form.field(context, name).topic) if given else ""
    return ask(form, context, name, said)


def answer(form: Form, context: Context) -> Turn | None:
    """A typed answer to the question in course, or None if it was not understood."""
    field = form.field(context, context.conversation.step)
    text = context.inbound.text
    found = match(text, _as_shown(form, context, field), context.world.guide.lexicon, field.most)
    # A part of a name is looked for among all the places, not only among the few that have a button.
    if field.find and not (found.exact or found.numbered) and (asked := field.find(text)):
        return _found(form, context, field, asked)
    if len(found.values) == 1 and found.values[0] in (DONE, SKIP, BACK) and found.found:
        return choose(form, context, field.name, found.values[0])
    if found.unsure:
        return _which(form, context, field, found)
    return take(form, context, field, found.values) if found.found else None


def _as_shown(form: Form, context: Context, field: Field) -> tuple[Option, ...]:
    """The options in the order of the buttons, so that a number means the same for all."""
    known = {option.value: option for option in field.options}
    wording = context.world.guide.wording
    shown = ((choice.id.partition(":")[2], choice.label) for choice in _choices(form, context, field))
    return tuple(known.get(value) or Option(value, label, wording.parts(f"says-{value}")) for value, label in shown)


def _found(form: Form, context: Context, field: Field, asked: Asked) -> Turn:
    if asked.value:
        return take(form, context, field, (asked.value,), asked.confirmation)
    # Kept while the question is in course, so that a number means what is shown.
    context = context.remembering(candidates=" ".join((field.name, *asked.candidates)))
    return context.turn(question(form, context, asked.confirmation or context.say("form-which")))


def _which(form: Form, context: Context, field: Field, found: Match) -> Turn:
    labels = [option.label for option in field.options if option.value in found.values]
    several = "form-too-many" if field.most > 1 else "form-which-of"
    name = several if len(labels) > field.most else "form-denied"
    return again(form, context, context.say(name, labels=", ".join(labels), most=field.most))


def take(form: Form, context: Context, field: Field, values: tuple[str, ...], confirmation: str = "") -> Turn:
    """Keep these values of the question in course, then ask what follows."""
    noted = confirmation or context.say("form-noted", label=_labels(field, values))
    context, already = context.remembering(candidates=""), chosen(context, field.name)
    if field.most > 1 and len(values) == 1 and len(already) >= field.most and values[0] not in already:
        return again(form, context, context.say("form-full", most=field.most, labels=_labels(field, already)))
    if field.most > 1:
        if len(values) == 1 and values[0] in already:
            noted = context.say("form-taken-back")
        values, ended = _several(already, values, field.most)
        if not ended:
            context = form.answered(context, field.name, " ".join(values)) if values else _emptied(context, field.name)
            more = context.say("form-another") if len(values) > len(already) else ""
            return ask(form, context, field.name, f"{noted} {more}".strip())
    return following(form, form.answered(context, field.name, " ".join(values)), noted)


def _several(already: tuple[str, ...], new: tuple[str, ...], most: int) -> tuple[tuple[str, ...], bool]:
    """The values after `new`, and whether the question ends: a chosen one is taken back."""
    if len(new) == 1 and new[0] in already:
        return tuple(value for value in already if value != new[0]), False
    values = tuple(dict.fromkeys((*already, *new)))
    if len(new) > 1:
        values = tuple(dict.fromkeys(new))
    return values[:most], len(values) >= most


def _emptied(context: Context, name: str) -> Context:
    return context.answering({fact: value for fact, value in context.conversation.answers.items() if fact != name})


def label_of(field: Field, value: str) -> str | None:
    """The label of a value of this field, or None if it has no such value."""
    labels = {option.value: option.label for option in field.options}
    return labels.get(value) or (field.named(value) if field.named else None)


def _labels(field: Field, values: tuple[str, ...]) -> str:
    return ", ".join(label_of(field, value) or value for value in values)


def done(form: Form, context: Context) -> Turn:
    """The end of a question that takes several answers; with none, it is skipped."""
    name = context.conversation.step
    values = chosen(context, name)
    if not values:
        return skip(form, context)
    return following(form, form.answered(context, name, " ".join(values)), "")


def skip(form: Form, context: Context) -> Turn:
    """Pass the question in course."""
    name = context.conversation.step
    return form.skipping(context, name) or following(
        form, form.answered(context, name, ""), context.say("form-skipped")
    )


def back(form: Form, context: Context) -> Turn:
    """Show the question before; at the first one, say so."""
    earlier = _before(form, context)
    if earlier is None:
        return again(form, context, context.say("form-first"))
    return ask(form, context, earlier, context.say("form-back-to"))


def why(form: Form, context: Context) -> Turn:
    """Why the question in course is asked, then the question again."""
    return again(form, context, form.field(context, context.conversation.step).why)


def again(form: Form, context: Context, *first: str) -> Turn:
    """The question in course once more, or the end if there is none."""
    if context.conversation.step in form.names(context):
        return ask(form, context, context.conversation.step, *first)
    return following(form, context, *first)


def following(form: Form, context: Context, *noted: str) -> Turn:
    """What comes after the answers so far: the next question or the end."""
    name = form.next_name(context)
    if name is None:
        return form.finish(context, "\n\n".join(line for line in noted if line))
    return ask(form, context, name, *noted)


def answered_label(form: Form, context: Context, name: str) -> str:
    """The answer given to a field, as people read it."""
    values = chosen(context, name)
    return _labels(form.field(context, name), values) if values else context.say("form-not-said")


def summary(form: Form, context: Context) -> str:
    """The answers so far in everyday words, a line each."""
    lines = []
    for name in context.conversation.answers:
        field, said = form.field(context, name), answered_label(form, context, name)
        lines.append(context.say("form-summary-line", topic=field.topic[:1].upper() + field.topic[1:], label=said))
    return "\n".join(lines)
