"""« Pourquoi … ? » and « Pourquoi pas … ? »: the answers that decided, the source, and one change that would
alter the result, all computed from the table."""

from __future__ import annotations

from handlers import calls, cards, explain
from handlers.context import Context
from handlers.explain import Flip, Unmet, WhyNot
from handlers.messages import Choice, Reply
from handlers.pack import Scheme
from handlers.understand import distance, key

_SHOW = "orientation/result:show"


def why(context: Context, argument: str) -> Reply | None:
    """Why the door named is proposed, or is not; without a name, the doors to choose from."""
    if not context.conversation.answers:
        return Reply(context.say("why-not-yet"))
    if not argument:
        return _which(context)
    scheme = named(context, argument)
    return of(context, scheme.id) if scheme else _unknown(context)


def why_not(context: Context, argument: str) -> Reply | None:
    """Why the door named is not proposed."""
    return why(context, argument) if argument else _which(context)


def of(context: Context, scheme: str) -> Reply | None:
    """Why this scheme is proposed, or is not; None if the pack has no such scheme."""
    if scheme not in context.pack.scheme_by_id:
        return None
    table, answers = calls.table(context), context.conversation.answers
    if not answers:
        return Reply(context.say("why-not-yet"))
    back = (context.choice(_SHOW, "result-again"),) if table.next_question(answers) is None else ()
    if found := explain.why(table, answers, scheme):
        lines = [context.say("why-because", name=cards.name_of(context, scheme)), context.say("why-answers")]
        lines += [_answer(context, fact, value) for fact, value in found.deciding if value]
        lines += [cards.reason_of(context, found.recommendation), _origin(context, scheme)]
        if found.flip:
            lines.append(_change(context, found.flip))
        return Reply("\n".join(lines), back)
    if closed := calls.line_if_closed(context, scheme):
        return Reply(f"{context.say('why-not-listed', name=cards.name_of(context, scheme))}\n{closed}", back)
    absent = explain.why_not(table, answers, scheme)
    return Reply("\n".join(_absent(context, absent)), back) if absent else None


def _absent(context: Context, absent: WhyNot) -> list[str]:
    lines = [context.say("why-not-listed", name=cards.name_of(context, absent.scheme))]
    if absent.outranked:
        lines.append(context.say("why-not-outranked"))
    if absent.note:
        lines.append(context.say(f"note-{absent.note}"))
    if absent.flip:
        topic = context.say(f"topic-{absent.flip.fact}")
        lines.append(
            context.say("why-not-change", label=_label(context, absent.flip.fact, absent.flip.value), topic=topic)
        )
    elif absent.unmet:
        lines.append(context.say("why-not-several"))
        lines += [line for each in absent.unmet if (line := _needed(context, each))]
    else:
        lines.append(context.say("why-not-never"))
    return [*lines, _origin(context, absent.scheme)]


def _needed(context: Context, unmet: Unmet) -> str:
    if unmet.fact not in context.pack.question_by_fact or not unmet.wanted:
        return ""
    labels = ", ".join(_label(context, unmet.fact, value) for value in unmet.values)
    return context.say("why-needed", topic=context.say(f"topic-{unmet.fact}"), labels=labels)


def _answer(context: Context, fact: str, value: str) -> str:
    return context.say("why-answer", topic=context.say(f"topic-{fact}"), label=_label(context, fact, value))


def _change(context: Context, flip: Flip) -> str:
    name = "why-gone" if flip.rule is None else "why-other-rule"
    topic = context.say(f"topic-{flip.fact}")
    return context.say(
        "why-change", label=_label(context, flip.fact, flip.value), topic=topic, effect=context.say(name)
    )


def _label(context: Context, fact: str, value: str) -> str:
    question = context.pack.question_by_fact[fact]
    if question.kind == "place":
        elsewhere = {place.id for place in context.pack.places.elsewhere}
        if value in elsewhere:
            return context.say(f"elsewhere-{value}")
        return context.guide.places.name_by_slug.get(value) or context.say("form-unknown")
    return ", ".join(context.label(f"answer-{fact}-{each}") for each in value.split())


def _origin(context: Context, scheme: str) -> str:
    return cards.origin(context, cards.scheme_of(context, scheme))


def _which(context: Context) -> Reply:
    found = calls.table(context).decide(context.conversation.answers)
    choices = tuple(
        Choice(f"orientation/why:{door.scheme}", cards.short(cards.name_of(context, door.scheme)))
        for door in found.recommendations
    )
    return Reply(context.say("why-which"), choices)


def _unknown(context: Context) -> Reply:
    first = context.pack.orientation.order[0]
    return Reply(context.say("why-unknown", example=cards.name_of(context, first)))


def named(context: Context, text: str) -> Scheme | None:
    """The scheme that a text names: by its name, its other names, or nearly."""
    asked = _bare(text)
    near: list[Scheme] = []
    for scheme in context.pack.schemes:
        names = {_bare(name) for name in (scheme.name, *scheme.also, context.say(f"scheme-{scheme.id}"), scheme.id)}
        if asked in names:
            return scheme
        if len(asked) > 3 and any(distance(asked, name, 1) <= 1 or name.startswith(asked + " ") for name in names):
            near.append(scheme)
    return near[0] if len(near) == 1 and not _is_answer(context, asked) else None


def _is_answer(context: Context, asked: str) -> bool:
    """« Association » is a form that a project may have, not the beginning of the name of one association."""
    questions = context.pack.orientation.questions
    return any(asked == _bare(context.label(f"answer-{q.fact}-{a.value}")) for q in questions for a in q.answers)


def _bare(text: str) -> str:
    words = key(text.replace("_", " ")).split()
    while len(words) > 1 and words[0] in ("le", "la", "les", "l", "un", "une", "de", "du", "the", "pas"):
        words = words[1:]
    return " ".join(words)
