"""The answers to a form until they are sent: strings of the conversation's memo, erased when sent or given up, and
after a day without a word to the form.

A dialogue that collects answers (a member's card, a gathering, a broadcast) declares its form so:

    FORM = DraftForm("gathering", order=lambda context: ("title", "day", "seats"), make=_field, done=form_review.show,
                     needed=frozenset({"title", "day"}))

`make(context, name)` gives the Field (form_fields.py: options, free text with `longest`, or both); `done` is called
when every field was answered or skipped, and usually shows the review (form_review.py), whose button sends.
`begin(context, FORM.dialogue, "new")` opens the draft (its second word tells what it is for) and remembers where the
person was; then `forms.following(FORM, context)`. `drop(context, FORM.dialogue)` erases it and goes back there.
The dialogue routes its buttons to `form_review.choose` and its typed answers to `form_review.answer`, each given what
sends, and takes `form_moves.moves(FORM)` as its `moves`, so that retour, passer, pourquoi, annuler, arrêter,
recommencer mean the form.
Everything a draft holds was typed by a person: `done` and what sends check roles and ownership again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.form_fields import Field
from handlers.forms import ask
from handlers.messages import NO_ANSWERS

_PREFIX = "draft-"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was answered so far, for what (`what`), since when nothing was added (`at`), and where the person was."""

    what: str
    at: datetime
    back: str = ""
    answers: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)


def of(context: Context, dialogue: str) -> Draft | None:
    """The draft of a dialogue, if one is begun."""
    return _read(context.memo(_PREFIX + dialogue))


def _read(kept: str) -> Draft | None:
    if not kept:
        return None
    plain = json.loads(kept)
    return Draft(plain["what"], datetime.fromisoformat(plain["at"]), plain["back"], plain["answers"])


def _write(context: Context, dialogue: str, draft: Draft) -> Context:
    plain = {"what": draft.what, "at": draft.at.isoformat(), "back": draft.back, "answers": dict(draft.answers)}
    return context.remembering(**{_PREFIX + dialogue: json.dumps(plain, ensure_ascii=False)})


def begin(context: Context, dialogue: str, what: str, answers: Mapping[str, str] = NO_ANSWERS) -> Context:
    """A new draft, instead of a former one of the same dialogue."""
    here, former = context.conversation, of(context, dialogue)
    back = f"{here.dialogue}/{here.step}"
    if here.dialogue == dialogue:
        back = former.back if former else ""
    return _write(context, dialogue, Draft(what, context.now, back, answers))


def keep(context: Context, dialogue: str, answers: Mapping[str, str]) -> Context:
    """The draft with these answers instead of the former ones."""
    draft = of(context, dialogue)
    if draft is None:
        return context
    return _write(context, dialogue, Draft(draft.what, context.now, draft.back, answers))


def drop(context: Context, dialogue: str) -> Context:
    """The draft erased, and the conversation where it was before, if a question of the form was in course."""
    return leave(context, dialogue).remembering(**{_PREFIX + dialogue: ""})


def leave(context: Context, dialogue: str) -> Context:
    """The question of the form left, and its draft kept; the conversation is where it was before."""
    if context.conversation.dialogue != dialogue:
        return context
    draft = of(context, dialogue)
    before, _, step = (draft.back if draft else "").partition("/")
    return context.at(before, step)


def begun(conversation: Conversation) -> tuple[str, ...]:
    """The dialogues that have a draft."""
    return tuple(name.removeprefix(_PREFIX) for name in conversation.memo if name.startswith(_PREFIX))


def arriving(context: Context) -> Context:
    """The conversation as a new message finds it: without the drafts that were left for too long."""
    for dialogue in begun(context.conversation):
        draft = of(context, dialogue)
        if draft and context.now - draft.at >= timedelta(hours=context.world.durations.hours_without_yes):
            context = drop(context, dialogue)
    return context


def without(conversation: Conversation) -> Conversation:
    """The conversation once every draft is erased: what retention does after a day of silence."""
    dialogue, step = conversation.dialogue, conversation.step
    for name in begun(conversation):
        draft = _read(conversation.memo[_PREFIX + name])
        if name == dialogue and draft is not None:
            dialogue, _, step = draft.back.partition("/")
    memo = {name: kept for name, kept in conversation.memo.items() if not name.startswith(_PREFIX)}
    return replace(conversation, dialogue=dialogue, step=step, memo=memo)


@dataclass(frozen=True, slots=True)
class DraftForm:
    """A form (form_fields.Form) whose answers wait in a draft; see the head of this module."""

    dialogue: str
    order: Callable[[Context], tuple[str, ...]]
    make: Callable[[Context, str], Field]
    done: Callable[[DraftForm, Context, str], Turn]
    needed: frozenset[str] = frozenset()

    def names(self, context: Context) -> tuple[str, ...]:
        """The fields, in order; none without a draft."""
        return self.order(context) if of(context, self.dialogue) else ()

    def next_name(self, context: Context) -> str | None:
        """The first field that was neither answered nor skipped."""
        given = self.given(context)
        return next((name for name in self.names(context) if name not in given), None)

    def field(self, context: Context, name: str) -> Field:
        """How a field is asked now."""
        return self.make(context, name)

    def given(self, context: Context) -> Mapping[str, str]:
        """The answers of the draft."""
        draft = of(context, self.dialogue)
        return draft.answers if draft else NO_ANSWERS

    def keeping(self, context: Context, answers: Mapping[str, str]) -> Context:
        """The draft with these answers."""
        return keep(context, self.dialogue, answers)

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The draft with one more answer."""
        return self.keeping(context, {**self.given(context), name: value})

    def skipping(self, context: Context, name: str) -> Turn | None:
        """A field that is needed is asked again."""
        return ask(self, context, name, context.say("form-needed")) if name in self.needed else None

    def going_back(self, context: Context) -> Turn | None:
        """From a field that is being corrected, back to what follows the questions."""
        return self.finish(context, "") if self.next_name(context) is None else None

    def finish(self, context: Context, noted: str) -> Turn:
        """What follows the last question."""
        return self.done(self, context, noted)
