"""What a form is made of: its fields as they are shown, what a dialogue says of them, and how an answer reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from handlers.context import Context
from handlers.conversation import Turn
from handlers.layout import capital
from handlers.understand import Option


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
    option already says that one does not know, or where an answer is needed.

    `longest` above 0: free text of so many characters is an answer; with options, it is kept beside them under the
    name `words`. `refused` names the sentence that refuses a text, instead of the usual look for what is personal;
    `example` names what is said besides to who answers yes or no to it."""

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
    longest: int = 0
    words: str = ""
    refused: Callable[[str], str | None] | None = None
    example: str = ""

    @property
    def is_text(self) -> bool:
        """True if the answer is a text as it was written, and nothing else."""
        return self.longest > 0 and not self.options


def of_years(field: Field, years: Sequence[str], shown: Sequence[str]) -> Field:
    """The same field, whose answer is a year: some have a button, and any of them may be typed."""
    options = tuple(Option(year, year) for year in shown)
    named = {year: year for year in years}.get
    return replace(
        field, options=options, find=lambda text: Asked(text.strip()) if named(text.strip()) else None, named=named
    )


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

    def given(self, context: Context) -> Mapping[str, str]:
        """The answers so far: several values joined by a space, none: skipped."""
        ...

    def keeping(self, context: Context, answers: Mapping[str, str]) -> Context:
        """The context with these answers instead of the former ones."""
        ...

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The context once the field holds this value (several joined by a space, none: skipped)."""
        ...

    def skipping(self, context: Context, name: str) -> Turn | None:
        """A turn of the dialogue's own when this field is skipped, or None for the usual way."""
        ...

    def going_back(self, context: Context) -> Turn | None:
        """A turn of the dialogue's own for « retour » at the question in course, or None for the usual way."""
        ...

    def finish(self, context: Context, noted: str) -> Turn:
        """The end of the questions; `noted` repeats what was understood last."""
        ...


def chosen(form: Form, context: Context, name: str) -> tuple[str, ...]:
    """The values that the person already gave to a field of options."""
    return tuple(form.given(context).get(name, "").split())


def label_of(field: Field, value: str) -> str | None:
    """The label of a value of this field, or None if it has no such value."""
    labels = {option.value: option.label for option in field.options}
    return labels.get(value) or (field.named(value) if field.named else None)


def labels_of(field: Field, values: tuple[str, ...]) -> str:
    """The labels of several values, as a list that people read."""
    return ", ".join(label_of(field, value) or value for value in values)


def answered_label(form: Form, context: Context, name: str) -> str:
    """The answer given to a field, as people read it."""
    field, given = form.field(context, name), form.given(context)
    parts = [given.get(name, "") if field.is_text else labels_of(field, chosen(form, context, name))]
    if field.words and given.get(field.words):
        parts.append(context.say("form-quoted", text=given[field.words]))
    return " ".join(part for part in parts if part) or context.say("form-not-said")


def is_answered(form: Form, context: Context, name: str) -> bool:
    """True if something was said of a field, and it was not skipped."""
    field, given = form.field(context, name), form.given(context)
    return bool(given.get(name) or (field.words and given.get(field.words)))


def summary(form: Form, context: Context, names: tuple[str, ...] | None = None) -> str:
    """The answers so far in everyday words, a line each; of all fields, or of these."""
    lines = []
    for name in form.given(context) if names is None else names:
        said = answered_label(form, context, name)
        lines.append(context.say("form-summary-line", topic=topic_of(form, context, name), label=said))
    return "\n".join(lines)


def topic_of(form: Form, context: Context, name: str) -> str:
    """The name of a field, as it opens a line."""
    topic = form.field(context, name).topic
    return capital(topic)
