"""The names of all weekly counters: one place, so that nothing is counted under two names."""

from __future__ import annotations

CONVERSATION = "conversation"
"""Question 1 was answered: once for each orientation that is begun."""

REACHED, ANSWERED, BACK = "step-reached", "step-answered", "step-back"
SKIPPED, LEFT, TIME = "step-skipped", "step-left", "step-time"
"""Each time a question is asked, of `<revision 8>/<fact>`, and how it ended: an answer, a step back to another
question, no answer wanted, or dropped (« recommencer », « oublier », or the silence after which answers go).
`TIME`, of `<fact>/<bucket>`: from the question to its answer."""

FINISHED, FINISHED_YES = "finished", "finished-yes"
"""Orientations that came to their result, whoever said what; and those that make a record in the same week, so that
the second is never more than the first (a record that comes later is `late`, below)."""

ORIENTATIONS, LATE = "orientations", "late"
FIRST_EVER, FIRST_OF_YEAR, FIRST_OF_MONTH = "holders-first-ever", "holders-first-of-year", "holders-first-of-month"
FIRST_DOOR, ANY_DOOR, UNMATCHED = "first-door", "any-door", "unmatched"
ANSWER, SKIPPED_ANSWER = "answer/", "-"
"""Counted from the records, so with a yes to statistics only: all of them, those that came in a later week than the
orientation; project holders for the first time, ever, of the ISO year, of the month (its Thursday's, so whole weeks);
doors of a scheme, first or at any rank; ends without a door, of the coded need; answers, `answer/<fact>` of a value
(two needs count twice; `-`: passed or not known). A fact that a place gives is one too."""

REVISION = "revision"
"""Of the first eight signs of what the guide was when the week was over: no counter, nobody's."""

JOINED, LEFT_COMMUNITY = "community-joined", "community-left"
INTRODUCED = "introduction-accepted"

PUBLISHED, REMINDED, COMING = "gathering-published", "gathering-reminded", "gathering-yes"
CAME, USEFUL, RATED = "gathering-came", "gathering-useful", "gathering-rated"
"""Of a series, or of a kind when it is of no series. `PUBLISHED`: those that begin in the week and are not cancelled;
`REMINDED`: reminders that left in it; `COMING`: seats asked for and had; `CAME`: there, those without a booking too;
`RATED`: said whether it was useful, of whom `USEFUL` that it was."""

HANDED_OVER, HANDOVER_ANSWERED = "handover-sent", "handover-answered"
HANDOVER_IN_TIME = "handover-answered-7d"
HANDOVER_PEOPLE, HANDOVER_SEVERAL = "handover-people", "handover-several"
HANDOVER_WITH = "handover-with-"
"""Followed by the role of a partner in the pack."""

VISIT, VISIT_FIRST = "visit", "visit-first"
VISIT_SERVICES, VISIT_PARTNER = "visit-with-services", "visit-with-partner"
VISIT_LATE = "visit-late"
"""Noted in a later week than it took place; counted in the week of the note."""
PEOPLE = "-people"
"""After one of these four: people received, not meetings."""

OUTCOME, OUTCOME_REFUSED = "outcome", "outcome-refused"
OUTCOME_DELAY = "outcome-delay"
"""`OUTCOME`, of `<days>/<answer>`; `OUTCOME_REFUSED`, of a reason; `OUTCOME_DELAY`, of a bucket of what they waited for
a rendez-vous: the words of all three are in handlers/outcomes.py."""
HUMAN_DELAY = "human-delay"
TALK_OPENED, TALK_ANSWERED = "talk-opened", "talk-answered"

DELAYS = (
    ("1h", 3600),
    ("4h", 4 * 3600),
    ("1d", 24 * 3600),
    ("2d", 48 * 3600),
    ("7d", 7 * 24 * 3600),
    ("later", None),
)
"""Buckets of the delay of a human answer: the first whose seconds are not passed."""

TIMES = (("10s", 10), ("30s", 30), ("1m", 60), ("5m", 300), ("1h", 3600), ("later", None))
"""The same for the time that a question takes."""

Buckets = tuple[tuple[str, int | None], ...]


def bucket(seconds: float, buckets: Buckets) -> str:
    """The bucket of a duration, never finer."""
    return next(name for name, most in buckets if most is None or seconds <= most)
