"""Says what the proof of a table found, each defect at the line to correct."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.conditions import expanded
from handlers.decide import Table
from handlers.defects import Report
from handlers.pack import Guard, Rule
from handlers.prove import Answers, Proof, options
from handlers.source import Path, Sheet


def check_table(table: Table, proof: Proof, sheet: Sheet, report: Report) -> None:
    """Every defect of the table."""
    if proof.most_asked > table.orientation.most_questions:
        limit = table.orientation.most_questions
        answers = written(proof.longest)
        report.at(
            sheet, ("most_questions",), "check-many-questions", value=proof.most_asked, limit=limit, answers=answers
        )
    if proof.empty is not None:
        report.at(sheet, ("fallback", "when"), "check-empty-result", answers=written(proof.empty))
    _questions(table, proof, sheet, report)
    _never(table, proof, sheet, report)
    _guards(table, proof, sheet, report)
    _dead_values(table, proof, sheet, report)


def written(answers: Answers) -> str:
    """Answers as a pack's author reads them."""
    return ", ".join(f"{fact} = {value or '-'}" for fact, value in answers) or "-"


def _questions(table: Table, proof: Proof, sheet: Sheet, report: Report) -> None:
    for index, question in enumerate(table.questions):
        path: Path = ("questions", index, "fact")
        if question.fact not in proof.asked:
            report.at(sheet, path, "check-question-never", value=question.fact)
        elif question.fact in proof.useless:
            report.at(
                sheet,
                path,
                "check-question-useless",
                value=question.fact,
                answers=written(proof.useless[question.fact]),
            )
        places = {answer.value: place for place, answer in enumerate(question.answers)}
        for one, other in sorted(proof.alike.get(question.fact, ())):
            place = ("questions", index, "answers", max(places[one], places[other]), "value")
            report.at(sheet, place, "check-answers-alike", value=other, other=one)


def _never(table: Table, proof: Proof, sheet: Sheet, report: Report) -> None:
    for index, rule in enumerate(table.orientation.rules):
        if rule.id not in proof.shown:
            name = "check-rule-hidden" if rule.id in proof.matched else "check-rule-never"
            report.at(sheet, ("rules", index, "id"), name, value=rule.id)
    for index, note in enumerate(table.orientation.notes):
        if note.id not in proof.noted:
            report.at(sheet, ("notes", index, "id"), "check-note-never", value=note.id)
    for index, guard in enumerate(table.orientation.guards):
        if guard.id not in proof.met:
            report.at(sheet, ("guards", index, "id"), "check-guard-never", value=guard.id)


def _guards(table: Table, proof: Proof, sheet: Sheet, report: Report) -> None:
    guards = {guard.id: guard for guard in table.orientation.guards}
    places: dict[str, Path] = {rule.id: ("rules", index, "id") for index, rule in enumerate(table.orientation.rules)}
    for (guard, rule, scheme), answers in proof.broken.items():
        place = places.get(rule, ("fallback", "id"))
        says = guards[guard].says
        report.at(sheet, place, "check-guard-broken", value=rule, scheme=scheme, says=says, answers=written(answers))


def _dead_values(table: Table, proof: Proof, sheet: Sheet, report: Report) -> None:
    """Values listed in a rule that holds, with which it can never hold."""
    variants = dict(_variants(table, proof))
    guards = tuple(
        Guard(id=str(number), schemes=(rule.scheme,), when=rule.when.model_copy(update={"facts": facts}), says="-")
        for number, (rule, facts) in enumerate((rule, facts) for rule, facts in variants.values())
    )
    wider = Table(table.orientation.model_copy(update={"guards": guards}), table.places)
    on = reachable(wider)
    for (path, value), (when, _) in zip(variants, wider.guards, strict=True):
        if not on & when:
            report.at(sheet, path, "check-value-never", value=value)


def _variants(table: Table, proof: Proof) -> Iterator[tuple[tuple[Path, str], tuple[Rule, dict[str, tuple[str, ...]]]]]:
    groups = table.orientation.groups
    for index, rule in enumerate(table.orientation.rules):
        if rule.id not in proof.matched:
            continue
        for fact, values in rule.when.facts.items():
            for place, value in enumerate(values):
                # A group may name more than a rule can meet: its values are not judged one by one.
                meant = tuple(sorted(expanded(fact, (value,), groups)))
                if len(values) > 1:
                    path: Path = ("rules", index, "when", fact, place)
                    yield (path, value), (rule, {**rule.when.facts, fact: meant})


def reachable(table: Table) -> int:
    """Every bit that is on after some complete set of answers."""
    kept = [[table.kept(q.fact, value) for value in options(table, q)] for q in table.questions]
    seen: dict[tuple[int, int], None] = {}
    on, last = 0, len(table.questions)
    waiting = [(0, table.start())]
    while waiting:
        index, bits = waiting.pop()
        if index == last:
            on |= bits
            continue
        fact = table.questions[index].fact
        asked = bits & table.when[fact]
        after = kept[index] if asked else [table.kept(fact, table.default(fact, bits))]
        for one in after:
            step = (index + 1, bits & one)
            if step not in seen:
                seen[step] = None
                waiting.append(step)
    return on
