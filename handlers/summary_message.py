"""What is sent on Monday in the language of who reads it: the numbers of the summary as published, and no other."""

from __future__ import annotations

from handlers import weeks
from handlers.guide import Guide
from handlers.layout import capital
from handlers.summary_kinds import ROOTS
from handlers.summary_shape import Figure, Summary
from handlers.summary_words import Words

_MAIN = ROOTS[0].id
_WEEKLY = frozenset(root.id for root in ROOTS if root.weekly) - {_MAIN}
_LINES = 10


def message(guide: Guide, summary: Summary, language: str) -> tuple[str, ...]:
    """At most ten lines. In the language of the territory they are those that were published."""
    if language in ("", guide.pack.reference_language) or not weeks.is_week(summary.period):
        return summary.message
    words, period = Words(guide, language), weeks.week(summary.period)
    headline = _headline(words, summary, period)
    lines = [title(guide, summary, language), capital(headline)]
    here = [each for each in summary.figures if each.period == summary.period]
    told = [each for each in here if each.id in _WEEKLY and each.value != 0]
    lines += [words.say("message-line", label=words.label(each.id), shown=_shown(words, each)) for each in told]
    if not any(each.value != 0 for each in here):
        lines.append(words.say("message-nothing"))
    lines = lines[: _LINES - 2]
    if summary.overdue:
        lines.append(words.say("message-overdue", n=len(summary.overdue)))
    return (*lines, words.say("message-files"))


def title(guide: Guide, summary: Summary, language: str) -> str:
    """« Bilan, semaine 47 »."""
    if language in ("", guide.pack.reference_language) or not weeks.is_week(summary.period):
        return summary.title
    words = Words(guide, language)
    return words.say("title", period=words.short(weeks.week(summary.period)))


def _shown(words: Words, figure: Figure) -> str:
    return words.number(figure.value, week=True)


def _headline(words: Words, summary: Summary, period: weeks.Period) -> str:
    """The total of the week; of 1 to 4, with the closed period on which it may be said, or the one that comes."""
    main = [each for each in summary.figures if each.id.startswith(_MAIN)]
    week = next((each for each in main if each.period == summary.period), None)
    short = words.short(period)
    if week is None or week.value is not None:
        value = week.value if week is not None else 0
        return words.say("headline" if value else "headline-none", period=short, value=str(value))
    closed = next((each for each in main if each.period != summary.period and each.value is not None), None)
    if closed is None:
        then = words.say("headline-soon", period=words.short(weeks.quarter_of(summary.period)))
    else:
        then = words.say("headline-then", value=str(closed.value), period=words.short(_period(closed.period)))
    return words.say("headline-few", period=short, few=_shown(words, week), then=then)


def _period(name: str) -> weeks.Period:
    """The weeks of a closed period, by its name."""
    first, _, last = name.partition("--")
    found = [first]
    while found[-1] < (last or first):
        found.append(weeks.week_after(found[-1]))
    return weeks.Period(tuple(found))
