"""The door after one that stayed closed, or silent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from handlers.guide import Guide
from handlers.pack import Scheme
from handlers.requests import Request


def next_door(
    guide: Guide, answers: Mapping[str, str], request: Request, today: date, refusing: Collection[str] = ()
) -> Scheme | None:
    """The next one in rank that another network holds, but none that said no to who asked (`refusing`); None for
    answers that lead to no other, or are gone."""
    closed = {request.network, *refusing}
    if request.doors:
        # Kept with the request, since the answers may be gone when its network says no.
        kept = (guide.pack.scheme_by_id.get(each) for each in request.doors.split())
        left = (each for each in kept if each is not None and not each.is_closed(today))
        return next((each for each in left if each.network not in closed), None)
    table, known = guide.table_on(today), guide.pack.scheme_by_id
    if not answers or table.next_question(answers) is not None:
        return None
    doors = [known[found.scheme] for found in table.decide(answers).recommendations]
    names = [door.id for door in doors]
    after = doors[names.index(request.scheme) + 1 :] if request.scheme in names else doors
    return next((door for door in after if door.network not in closed), None)


def after(guide: Guide, answers: Mapping[str, str], scheme: str, today: date) -> tuple[str, ...]:
    """The schemes after one in rank, to be kept with a request: the answers may be gone when they are needed."""
    table = guide.table_on(today)
    if not answers or table.next_question(answers) is not None:
        return ()
    names = [found.scheme for found in table.decide(answers).recommendations]
    return tuple(names[names.index(scheme) + 1 :] if scheme in names else names)
