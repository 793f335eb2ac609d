"""How the lines of each table are counted from the counters of a week, or of several weeks added up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import counted, outcomes
from handlers.guide import Guide
from handlers.pack_summary import Split

Week = Mapping[str, Mapping[str, int]]
"""What was counted in one week: by indicator, by category."""
Cells = dict[str, int]
REST = "autres"
"""What is in a total and in no other line of its table."""


def named(week: Week, name: str, of: str = "") -> int:
    """One counter."""
    return week.get(name, {}).get(of, 0)


def whole(week: Week, *names: str) -> int:
    """Counters over all their categories."""
    return sum(sum(week.get(name, {}).values()) for name in names)


def all_of(*names: str) -> Callable[[Week], int]:
    """All categories of these counters."""
    return lambda week: whole(week, *names)


def dropped(week: Week) -> int:
    """Ways that ended without a yes to statistics: dropped, or finished."""
    return whole(week, counted.LEFT) + whole(week, counted.FINISHED) - whole(week, counted.FINISHED_YES)


def asked(days: int) -> Callable[[Week], int]:
    """What was answered after so many days, silence included."""
    return lambda week: sum(answers(week, days).values())


def two(total_of: Callable[[Week], int], *names: str) -> Callable[[Week], Cells]:
    """A part and the rest: what is counted under `names`, never more than all."""

    def cells(week: Week) -> Cells:
        found = total_of(week)
        part = min(found, whole(week, *names))
        return {"part": part, REST: found - part}

    return cells


def by(name: str, known: tuple[str, ...]) -> Callable[[Week], Cells]:
    """The categories of one counter; those that are no longer known together."""

    def cells(week: Week) -> Cells:
        found = dict.fromkeys((*known, REST), 0)
        for of, n in week.get(name, {}).items():
            found[of if of in found else REST] += n
        return found

    return cells


def holders(week: Week) -> Cells:
    """Holders for the first time ever, of the year, and the rest."""
    new = min(whole(week, counted.FIRST_EVER), whole(week, counted.ORIENTATIONS))
    year = min(max(whole(week, counted.FIRST_OF_YEAR), new), whole(week, counted.ORIENTATIONS))
    return {"nouveaux": new, "connus": year - new, REST: whole(week, counted.ORIENTATIONS) - year}


def doors(guide: Guide) -> Callable[[Week], Cells]:
    """First doors, and needs that had none."""
    schemes = tuple(scheme.id for scheme in guide.pack.schemes)

    def cells(week: Week) -> Cells:
        found = by(counted.FIRST_DOOR, schemes)(week)
        for of, n in week.get(counted.UNMATCHED, {}).items():
            found[f"sans/{of}"] = found.get(f"sans/{of}", 0) + n
        found[REST] += max(0, whole(week, counted.ORIENTATIONS) - sum(found.values()))
        return found

    return cells


def any_door(guide: Guide) -> Callable[[Week], Cells]:
    """Doors at any rank."""
    return by(counted.ANY_DOOR, tuple(scheme.id for scheme in guide.pack.schemes))


def joined_lines(split: Split) -> dict[str, str]:
    """The line of each answer that is counted with another one."""
    return {value: line for line, values in split.together.items() for value in values}


def issues(guide: Guide) -> Callable[[Week], Cells]:
    """The question at which ways were dropped, and those finished without a yes."""
    facts = tuple(question.fact for question in guide.pack.orientation.questions)

    def cells(week: Week) -> Cells:
        found = dict.fromkeys((*facts, REST, "sans_accord"), 0)
        for of, n in week.get(counted.LEFT, {}).items():
            fact = of.rpartition("/")[2]
            found[fact if fact in found else REST] += n
        found["sans_accord"] = max(0, whole(week, counted.FINISHED) - whole(week, counted.FINISHED_YES))
        return found

    return cells


def questions(guide: Guide) -> Callable[[Week], Cells]:
    """How each question ended, and the time it took."""
    facts = tuple(question.fact for question in guide.pack.orientation.questions)

    def cells(week: Week) -> Cells:
        found: Cells = {}
        for fact in facts:
            for what in (counted.ANSWERED, counted.BACK, counted.SKIPPED):
                found[f"{fact}/{what}"] = sum(
                    n for of, n in week.get(what, {}).items() if of.rpartition("/")[2] == fact
                )
            for bucket, _ in counted.TIMES:
                found[f"{fact}/{bucket}"] = named(week, counted.TIME, f"{fact}/{bucket}")
        return found

    return cells


def answers(week: Week, days: int) -> Cells:
    """What became of orientations after so many days."""
    known = (*outcomes.ANSWERS, outcomes.SILENT)
    return {answer: named(week, counted.OUTCOME, f"{days}/{answer}") for answer in known}


def series(guide: Guide) -> Callable[[Week], Cells]:
    """Those who come, by series or by kind."""
    gatherings = guide.pack.gatherings
    return by(counted.COMING, (*(each.id for each in gatherings.series), *(each.id for each in gatherings.kinds)))


def came(week: Week) -> Cells:
    """Those who came, of those who said yes, and whether it was useful."""
    yes = whole(week, counted.COMING)
    came = min(yes, whole(week, counted.CAME))
    useful = min(came, whole(week, counted.USEFUL))
    return {"utiles": useful, "venues": came - useful, REST: yes - came}


def first_visits(week: Week) -> int:
    """Meetings with who comes for the first time: people received."""
    return min(whole(week, counted.VISIT), whole(week, counted.VISIT_FIRST))


def other_visits(week: Week) -> int:
    """The other meetings."""
    return whole(week, counted.VISIT) - first_visits(week)


def other_meetings(name: str) -> Callable[[Week], Cells]:
    """Of the other meetings, those of this counter, and the rest."""

    def cells(week: Week) -> Cells:
        found = other_visits(week)
        part = min(found, max(0, whole(week, name) - min(first_visits(week), whole(week, name + counted.PEOPLE))))
        return {"part": part, REST: found - part}

    return cells
