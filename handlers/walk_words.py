"""What those who come to a walk are told on the way: where it is, how late, and that their stop is no more."""

from __future__ import annotations

from datetime import timedelta

from handlers.context import Context
from handlers.dates import at_hour
from handlers.gatherings import Gathering, Stop
from handlers.messages import Reply


def stop_of(gathering: Gathering, position: int) -> Stop | None:
    """One of its stops."""
    return next((each for each in gathering.stops if each.position == position), None)


def on_the_way(there: Context, gathering: Gathering, stop: Stop, late: int, joins: int) -> Reply:
    """Where the walk is, how late, and when it is at their stop. `there`: in their language."""
    lines = [there.say("walk-at", title=gathering.title, number=str(stop.position), place=stop.place)]
    lines.append(there.say("walk-late", minutes=late) if late else there.say("walk-on-time"))
    theirs = stop_of(gathering, joins)
    if theirs is not None and theirs.position > stop.position:
        hour = at_hour(theirs.at + timedelta(minutes=late), gathering.zone, there.conversation.language)
        lines.append(there.say("walk-yours", number=str(theirs.position), place=theirs.place, hour=hour))
    elif theirs is not None:
        lines.append(there.say("walk-yours-now"))
    return Reply("\n".join(lines), (there.choice(f"coming/no:{gathering.id}", "coming-no"),))


def gone(there: Context, gathering: Gathering, place: str) -> Reply:
    """Their stop is no more: they are expected at the beginning, or choose another one."""
    hour = at_hour(gathering.starts_at, gathering.zone, there.conversation.language)
    lines = [
        there.say("walk-stop-gone", title=gathering.title, place=place),
        there.say("walk-stop-gone-start", hour=hour),
    ]
    ways = (
        there.choice(f"coming/walk:{gathering.id}", "coming-walk"),
        there.choice(f"coming/no:{gathering.id}", "coming-no"),
    )
    return Reply("\n".join(lines), ways)


def moved(before: tuple[str, ...], after: tuple[str, ...]) -> dict[int, int]:
    """Where each stop went, by position from 1: the same place, else the one that took its place in a list as long;
    0 if it is no more. Those that stay where they were are not named."""
    free = dict(enumerate(after, 1))
    found: dict[int, int] = {}
    for number, place in enumerate(before, 1):
        same = number if free.get(number) == place else next((n for n, at in free.items() if at == place), None)
        if same is not None:
            found[number] = same
            del free[same]
    for number in range(1, len(before) + 1):
        if number not in found:
            renamed = len(before) == len(after) and number in free
            found[number] = number if renamed else 0
    return {old: new for old, new in found.items() if old != new}
