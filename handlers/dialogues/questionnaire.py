"""The questions of the pack as a form: what is asked next, what an answer changes, what stays true of it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import forms
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogues import handoff, keeping, result
from handlers.forms import Asked, Field
from handlers.pack import Question
from handlers.places import Found, Several
from handlers.understand import Option, key

NAME = "orientation"
PAUSED, RESULT = "paused", "result"


@dataclass(frozen=True, slots=True)
class OrientationForm:
    """The questions of the pack, as a form."""

    dialogue: str = NAME

    def names(self, context: Context) -> tuple[str, ...]:
        """The facts asked, given the answers so far."""
        return tuple(context.world.guide.table.asked(context.conversation.answers))

    def next_name(self, context: Context) -> str | None:
        """The first fact asked and not answered."""
        question = context.world.guide.table.next_question(context.conversation.answers)
        return question.fact if question else None

    def field(self, context: Context, name: str) -> Field:
        """A question of the pack, as a field."""
        question = context.world.guide.pack.question_by_fact[name]
        other = "-other" if context.memo("other") else ""
        number = self.names(context).index(name) + 1 if name in self.names(context) else 1
        place = question.kind == "place"
        options = _elsewhere(context) if place else _options(context, question)
        unknown = context.say("form-unknown")
        return Field(
            name=name,
            ask=context.say("orientation-question", number=number, ask=context.say(f"question-{name}{other}")),
            why=context.say(f"question-{name}-why"),
            help=context.say(f"question-{name}-help") if question.help else "",
            topic=context.say(f"topic-{name}"),
            options=options,
            most=question.most,
            skip_label="" if any(key(option.label) == key(unknown) for option in options) else unknown,
            find=(lambda text: _place(context, text)) if place else None,
            named=context.world.guide.places.name_by_slug.get if place else None,
        )

    def answered(self, context: Context, name: str, value: str) -> Context:
        """The answer kept; those that are no longer asked are dropped."""
        answers = {**context.conversation.answers, name: value}
        return context.answering(_still_asked(context, answers)).remembering(insisted="")

    def skipping(self, context: Context, name: str) -> Turn | None:
        """A question that must be answered is asked once more, then a human is offered."""
        if not context.world.guide.pack.question_by_fact[name].if_skipped.insist:
            return None
        if not context.memo("insisted"):
            return forms.ask(self, context.remembering(insisted=name), name, context.say("orientation-insist"))
        return forms.ask(self, context, name, handoff.contacts(context))

    def finish(self, context: Context, noted: str) -> Turn:
        """The result, and once the offer to keep the answers."""
        turn = result.show(context.at(NAME, RESULT), noted)
        return keeping.offering(Context(turn.conversation, context.inbound, context.world), turn)


FORM = OrientationForm()


def _still_asked(context: Context, answers: dict[str, str]) -> dict[str, str]:
    """The answers whose question is asked. Those after a question still open wait for its answer."""
    table = context.world.guide.table
    waiting = table.next_question(answers)
    facts = [question.fact for question in table.questions]
    later = facts[facts.index(waiting.fact) + 1 :] if waiting else []
    asked = (*table.asked(answers), *later)
    return {fact: answers[fact] for fact in facts if fact in answers and fact in asked}


def _options(context: Context, question: Question) -> tuple[Option, ...]:
    wording, language = context.world.guide.wording, context.conversation.language
    prefix = f"answer-{question.fact}"
    return tuple(wording.option(language, prefix, answer.value, answer.says) for answer in question.answers)


def _elsewhere(context: Context) -> tuple[Option, ...]:
    wording, language = context.world.guide.wording, context.conversation.language
    places = context.world.guide.pack.places.elsewhere
    return tuple(wording.option(language, "elsewhere", place.id, place.says) for place in places)


def _place(context: Context, text: str) -> Asked | None:
    found = context.world.guide.places.find(text)
    if isinstance(found, Found):
        said = context.say("orientation-so", said=found.said, name=found.name) if found.said else ""
        return Asked(found.slug, said)
    if isinstance(found, Several):
        return Asked("", context.say("form-which"), tuple(Option(f.slug, f.name) for f in found.candidates))
    return None


def asks(conversation: Conversation) -> bool:
    """True while a question of the pack is in course."""
    return conversation.dialogue == NAME and conversation.step not in ("", PAUSED, RESULT)


def settle(context: Context) -> Context:
    """The conversation under a changed pack: answers that still exist are kept, others asked again."""
    guide = context.world.guide
    answers = {
        name: value
        for name, value in context.conversation.answers.items()
        if name in guide.pack.question_by_fact and _still_known(context, name, value)
    }
    answers = _still_asked(context, answers)
    step = context.conversation.step
    gone = asks(context.conversation) and step not in FORM.names(context.answering(answers))
    return context.answering(answers).having(step="" if gone else step)


def _still_known(context: Context, name: str, value: str) -> bool:
    field = FORM.field(context, name)
    return all(forms.label_of(field, each) is not None for each in value.split())
