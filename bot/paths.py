"""Every path through the questions with its outcome, and the same as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.sentences import sentence
from handlers.decide import skip_value
from handlers.guide import Guide
from handlers.prove import options

_END = "fin"


def paths(guide: Guide) -> Iterator[tuple[Mapping[str, str], tuple[str, ...]]]:
    """Each set of answers that matters, with the doors it leads to, in order."""
    yield from _follow(guide, {})


def _follow(guide: Guide, answers: dict[str, str]) -> Iterator[tuple[Mapping[str, str], tuple[str, ...]]]:
    question = guide.table.next_question(answers)
    if question is None:
        found = guide.table.decide(answers).recommendations
        yield answers, tuple(f"{one.scheme}({one.rule})" for one in found)
        return
    for value in options(guide.table, question):
        yield from _follow(guide, {**answers, question.fact: value})


def path_line(answers: Mapping[str, str], doors: tuple[str, ...]) -> str:
    """One path in one line: facts and values, then the doors in order."""
    said = " ".join(f"{fact}={value.replace(' ', '+') or '-'}" for fact, value in answers.items())
    return f"{said} -> {' '.join(doors)}"


def tree(guide: Guide) -> str:
    """The questions and what leads from one to the next, as a Mermaid flowchart."""
    lines = ["flowchart TD"]
    lines += [f'  {question.fact}["{_quoted(question.ask)}"]' for question in guide.pack.orientation.questions]
    lines.append(f'  {_END}(["{_quoted(sentence("cli-tree-end"))}"])')
    for (before, after), values in _edges(guide).items():
        labels = [_quoted(_label(guide, before, value)) for value in values]
        lines.append(f'  {before} -->|"{" / ".join(labels)}"| {after}')
    return "\n".join(lines)


def _edges(guide: Guide) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    seen: set[tuple[str, int]] = set()
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        answers = waiting.pop()
        question = guide.table.next_question(answers)
        if question is None:
            continue
        for value in options(guide.table, question):
            longer = {**answers, question.fact: value}
            following = guide.table.next_question(longer)
            edge = found.setdefault((question.fact, following.fact if following else _END), [])
            if value not in edge and (question.most == 1 or not edge):
                edge.append(value)
            state = (question.fact, guide.table.walk(longer).bits)
            if state not in seen:
                seen.add(state)
                waiting.append(longer)
    return found


def _label(guide: Guide, fact: str, value: str) -> str:
    question = guide.pack.question_by_fact[fact]
    if question.most > 1:
        return question.topic
    if question.kind == "place":
        return guide.places.name_by_slug.get(value, value or skip_value(question) or "-")
    labels = {answer.value: answer.label for answer in question.answers}
    return labels.get(value, value or "-")


def _quoted(text: str) -> str:
    return text.replace('"', "#quot;")
