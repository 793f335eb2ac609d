"""What the conversations about coming share: buttons, numbers, and a gathering as a button names it."""

from __future__ import annotations

from handlers.context import Context
from handlers.effects_gatherings import Book
from handlers.gathering_words import title
from handlers.gatherings import DRAFT, MOST_SEATS, Booking, Gathering, Hall
from handlers.layout import cut
from handlers.messages import Choice, number_of
from handlers.understand import key

NAME = "coming"
AT = "coming"
"""The memo of the gathering that was shown last."""
_LONGEST_TITLE = 40


def button(context: Context, step: str, value: object, name: str, /, **values: object) -> Choice:
    """A button of this dialogue."""
    return context.choice(f"{NAME}/{step}:{value}", name, **values)


def short(context: Context, gathering: Gathering) -> str:
    """Its title, cut for a button."""
    return cut(title(context, gathering), _LONGEST_TITLE)


def found(context: Context, value: str) -> Gathering | None:
    """The gathering that a button names, unless it is still a draft."""
    number = number_of(value)
    gathering = context.world.gatherings.find(number) if number is not None else None
    return gathering if gathering is not None and gathering.state != DRAFT else None


def claimed(context: Context, value: str, *, lock: bool = True) -> Hall | None:
    """The same with its sums, locked until the commit."""
    number = number_of(value)
    hall = context.world.gatherings.claim(number, lock=lock) if number is not None else None
    return hall if hall is not None and hall.gathering.state != DRAFT else None


def second(value: str) -> int | None:
    """The number after the dot of `12.3`."""
    return number_of(value.partition(".")[2])


def is_of(context: Context, gathering: Gathering, form: str) -> bool:
    """True if its kind has this form."""
    kind = context.pack.gatherings.kind_by_id.get(gathering.kind)
    return kind is not None and kind.form == form


def is_open(context: Context, gathering: Gathering) -> bool:
    """True as long as one may still say that one comes: until the start, or the end of what one joins on the way."""
    lasting = bool(gathering.stops) or is_of(context, gathering, "programme")
    return gathering.takes_place and context.now < (gathering.ends_at if lasting else gathering.starts_at)


def booked(gathering: Gathering, mine: Booking | None, state: str, seats: int | None = None, **changes: object) -> Book:
    """The booking of the person as it was, changed."""
    kept = mine or Booking(0, None, 1, state, gathering.starts_at)
    values: dict[str, object] = {
        "seats": kept.seats if seats is None else seats,
        "joins": kept.joins,
        "leaves": kept.leaves,
        "name": kept.name,
        "needs": kept.needs,
        **changes,
    }
    return Book(gathering.id, state=state, **values)  # type: ignore[arg-type]  # the names of Book


def number_of_people(context: Context, text: str) -> int | None:
    """« trois », « 3 », « à trois », « 3 personnes »: how many come; None if that is not what is said."""
    words = key(text).split()
    lexicon = context.guide.lexicon
    people = {key(word) for word in context.guide.wording.parts("says-coming-people")}
    left = [word for word in words if word not in people]
    if len(left) != 1:
        return None
    if left[0].isdecimal() and left[0].isascii() and len(left[0]) <= 3:
        return int(left[0])
    for numbers in lexicon.numbers:
        if left[0] in numbers:
            return numbers.index(left[0]) + 1
    return None


def may_have(seats: int) -> bool:
    """True for a number of seats that one person may book."""
    return 1 <= seats <= MOST_SEATS
