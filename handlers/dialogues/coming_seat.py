"""« Je viens », « nous sommes trois », « je ne viens plus »: a seat, a place in the waiting list, or neither."""

from __future__ import annotations

from dataclasses import replace

from handlers import reminders
from handlers.consent import GATHERINGS, offer
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import coming_list
from handlers.dialogues.coming_words import (
    AT,
    NAME,
    booked,
    button,
    claimed,
    found,
    is_open,
    may_have,
    number_of_people,
    second,
    short,
)
from handlers.effects import Effect, Say
from handlers.effects_gatherings import Book, CloseCalls, TakeOffer, Unbook
from handlers.gathering_words import title
from handlers.gatherings import (
    CANCELLED,
    LEFT,
    LIST_KEPT,
    MOST_OFFERS,
    MOST_SEATS,
    OFFERED,
    SEATED,
    WAITING,
    Booking,
    Gathering,
    Hall,
)
from handlers.messages import Reply
from handlers.seat_offers import offering
from handlers.waiting import has_room, in_rush, plan, seats_at_once

_SHOWN = 6


def yes(context: Context, value: str, seats: int | None = None) -> Turn | None:
    """« Je viens »; `seats`: how many in all, None if it was not said."""
    hall = claimed(context, value)
    if hall is None:
        return None
    context = context.remembering(**{AT: str(hall.gathering.id)})
    if (turn := _refused(context, hall, seats)) is not None:
        return turn
    state = hall.mine.state if hall.mine else LEFT
    answers = {SEATED: _seated, OFFERED: _offered, WAITING: _waiting, LEFT: _new}
    return answers[state](context, hall, seats)


def _refused(context: Context, hall: Hall, seats: int | None) -> Turn | None:
    gathering, others = hall.gathering, (button(context, "page", 0, "coming-others"),)
    if gathering.state == CANCELLED:
        said = context.say("coming-cancelled", title=title(context, gathering), reason=gathering.reason)
        return context.turn(Reply(said.strip(), others))
    if not is_open(context, gathering):
        begun = context.now < gathering.ends_at
        name = "coming-begun" if begun else "coming-too-late"
        return context.turn(Reply(context.say(name, title=title(context, gathering)), others))
    if gathering.text("link"):
        return context.turn(Reply(context.say("coming-link", link=gathering.text("link")), others))
    if seats is not None and not may_have(seats):
        return context.turn(Reply(context.say("coming-most", most=MOST_SEATS)))
    if not has_room(gathering, seats or 1):
        room = max((gathering.seats or 0) - gathering.aside, 0)
        return context.turn(Reply(context.say("coming-too-many", room=room), others))
    return None


def _seated(context: Context, hall: Hall, seats: int | None) -> Turn:
    mine = hall.mine
    assert mine is not None
    if seats is None or seats == mine.seats:
        return _told(context, hall, mine, "coming-already")
    more = seats - mine.seats
    if more > 0 and not _has_extra(context, hall, more):
        said = context.say("coming-no-more", free=hall.free or 0, seats=mine.seats)
        return context.turn(Reply(said, coming_list.coming(context, hall.gathering)))
    return _sat(context, hall, seats, "coming-seats-changed")


def _has_extra(context: Context, hall: Hall, more: int) -> bool:
    """Nobody who comes already goes before those who wait."""
    if hall.free is None:
        return True
    return more <= hall.free and (not hall.waiting or in_rush(hall.gathering, context.now))


def _offered(context: Context, hall: Hall, seats: int | None) -> Turn:
    mine = hall.mine
    assert mine is not None
    if seats is None or seats == mine.seats:
        return _and_said(context, hall, replace(mine, state=SEATED), "coming-noted", TakeOffer(mine.id))
    if seats > mine.seats and not _has_extra(context, hall, seats - mine.seats):
        ways = (button(context, "take", hall.gathering.id, "coming-take-button"),)
        return context.turn(Reply(context.say("coming-offer-less", seats=mine.seats), ways))
    return _sat(context, hall, seats, "coming-noted")


def _waiting(context: Context, hall: Hall, seats: int | None) -> Turn:
    mine = hall.mine
    assert mine is not None
    wanted = mine.seats if seats is None else seats
    if _at_once(context, hall, replace(mine, seats=wanted)):
        return _sat(context, hall, wanted, "coming-noted")
    if wanted == mine.seats:
        return _in_line(context, hall, mine, hall.ahead)
    ahead = hall.ahead if wanted < mine.seats else hall.waiting - 1
    changed = booked(hall.gathering, mine, WAITING, wanted)
    return _in_line(context, hall, replace(mine, seats=wanted), ahead, changed)


def _new(context: Context, hall: Hall, seats: int | None) -> Turn:
    wanted, former = seats or 1, hall.mine
    asked = Booking(0, None, wanted, WAITING, context.now, mine=True)
    if _at_once(context, hall, asked):
        return _sat(context, hall, wanted, "coming-noted")
    if former is not None and former.offers >= MOST_OFFERS:
        others = (button(context, "page", 0, "coming-others"),)
        return context.turn(Reply(context.say("coming-enough-offers", most=MOST_OFFERS), others))
    waits = booked(hall.gathering, former, WAITING, wanted, name="", needs="", joins=0, leaves=0)
    return _in_line(context, hall, asked, hall.waiting, waits)


def _at_once(context: Context, hall: Hall, asked: Booking) -> bool:
    gathering, now = hall.gathering, context.now
    if hall.free is not None and asked.seats > hall.free:
        return False
    # The list is read only when it may stand before.
    line = context.world.gatherings.line(gathering.id) if hall.waiting and not in_rush(gathering, now) else ()
    return seats_at_once(gathering, hall.free, line, asked, now)


def _in_line(context: Context, hall: Hall, booking: Booking, ahead: int, *effects: Book) -> Turn:
    gathering = hall.gathering
    said = [context.say("coming-line", title=title(context, gathering), place=str(ahead + 1), seats=booking.seats)]
    rush = in_rush(gathering, context.now)
    said.append(context.say("coming-line-rush" if rush else "coming-line-rule"))
    ways = (
        button(context, "no", gathering.id, "coming-leave-line"),
        button(context, "many", gathering.id, "coming-many"),
        button(context, "page", 0, "coming-others"),
    )
    return _asking(context, gathering, context.turn(*effects, Reply("\n".join(said), ways)))


def _sat(context: Context, hall: Hall, seats: int, name: str) -> Turn:
    """They come, so many of them; what is free is then for others."""
    mine = hall.mine if hall.mine is not None and hall.mine.state != LEFT else None
    book = booked(hall.gathering, mine, SEATED, seats)
    had = mine.seats if mine is not None and mine.state in (SEATED, OFFERED) else 0
    now_mine = replace(mine, seats=seats, state=SEATED) if mine else Booking(0, None, seats, SEATED, context.now)
    after = replace(hall, held=hall.held + seats - had, mine=now_mine)
    return _and_said(context, after, now_mine, name, book, *_others(context, after, freed=seats < had))


def _others(context: Context, after: Hall, *, freed: bool) -> tuple[Effect, ...]:
    """What the seats that are free now mean to those who wait."""
    gathering, now = after.gathering, context.now
    if not after.waiting:
        return ()
    if not freed:
        rush = in_rush(gathering, now) and after.free is not None
        return (CloseCalls(gathering.id, after.free or 0),) if rush else ()
    line = [each for each in context.world.gatherings.line(gathering.id) if not each.mine]
    decided = plan(gathering, after.free, line, now)
    return offering(context.guide, context.world.durations, gathering, decided, now)


def _and_said(context: Context, hall: Hall, mine: Booking, name: str, *effects: Effect) -> Turn:
    turn = _told(context, hall, mine, name, *effects)
    return _asking(context, hall.gathering, turn)


def _told(context: Context, hall: Hall, mine: Booking, name: str, *effects: Effect) -> Turn:
    """That they come, all that is useful now, and the calendar file."""
    gathering = hall.gathering
    lines = [context.say(name, seats=mine.seats), reminders.recap(context, gathering, mine.joins)]
    lines += [context.say("coming-kept", days=LIST_KEPT.days)] if name == "coming-noted" else []
    reply = Reply("\n".join(lines), coming_list.coming(context, gathering), (coming_list.recipe(gathering),))
    return context.turn(*effects, reply)


def _asking(context: Context, gathering: Gathering, turn: Turn) -> Turn:
    """After the first yes, the one question whether they want to hear of others; it can stay without answer."""
    if GATHERINGS in context.world.person.consents or context.memo("coming_asked"):
        return turn
    question = Say(offer(context, GATHERINGS, f"{NAME}/heard-{gathering.id}"), "notice")
    asked = Context(turn.conversation, context.inbound, context.world).remembering(coming_asked="1")
    return Turn(asked.conversation, (*turn.effects, question))


def no(context: Context, value: str) -> Turn | None:
    """« Je ne viens plus », or out of the waiting list."""
    hall = claimed(context, value)
    if hall is None:
        return None
    gathering, mine, others = hall.gathering, hall.mine, (button(context, "page", 0, "coming-others"),)
    what = title(context, gathering)
    context = context.remembering(**{AT: str(gathering.id)})
    if mine is None or mine.state == LEFT:
        ways = (*coming_list.to_mine(context), *others)
        return context.turn(Reply(context.say("coming-not-there", title=what), ways))
    if not gathering.takes_place:
        return context.turn(Reply(context.say("coming-cancelled", title=what, reason=gathering.reason).strip(), others))
    if context.now >= gathering.ends_at:
        return context.turn(Reply(context.say("coming-too-late", title=what), others))
    had = mine.seats if mine.state in (SEATED, OFFERED) else 0
    after = replace(hall, held=hall.held - had, mine=None, waiting=hall.waiting - (mine.state == WAITING))
    told = _others(context, after, freed=had > 0)
    name = "coming-left" if mine.state == SEATED else "coming-left-line"
    back = (button(context, "yes", gathering.id, "coming-yes-again"), *others)
    return context.turn(Unbook(gathering.id), *told, Reply(context.say(name, title=what), back))


def many(context: Context, value: str) -> Turn | None:
    """How many they are: the button of a number is also its number."""
    gathering = found(context, value)
    if gathering is None:
        return None
    context = context.remembering(**{AT: str(gathering.id)})
    ways = tuple(
        button(context, "seats", f"{gathering.id}.{number}", "coming-people", count=number)
        for number in range(1, _SHOWN + 1)
    )
    said = context.say("coming-how-many", title=short(context, gathering), most=MOST_SEATS)
    return context.turn(Reply(said, ways))


def seats(context: Context, value: str) -> Turn | None:
    """So many seats in all."""
    number = second(value)
    return yes(context, value.partition(".")[0], number) if number is not None else None


def take(context: Context, value: str) -> Turn | None:
    """« Je prends la place »: if it is still free."""
    hall = claimed(context, value)
    if hall is None or hall.mine is None or (hall.mine.state == LEFT and is_open(context, hall.gathering)):
        return coming_list.show(context, value, context.say("coming-offer-gone")) if hall is not None else None
    if hall.mine.state == WAITING and not _at_once(context, hall, hall.mine) and is_open(context, hall.gathering):
        turn = _in_line(context, hall, hall.mine, hall.ahead)
        return Turn(turn.conversation, (Say(Reply(context.say("coming-offer-taken"))), *turn.effects))
    return yes(context, value)


# What is typed


def said_yes(context: Context, argument: str = "") -> Turn | None:
    """« je viens », of what was shown last, or of the one seat that is offered to them."""
    shown = _shown(context)
    if shown is not None:
        return yes(context, str(shown.id))
    mine = context.world.gatherings.mine(context.now)
    offered = [each for each, booking in mine if booking.state == OFFERED or booking.offered_until is not None]
    return take(context, str(offered[0].id)) if len(offered) == 1 else coming_list.listed(context)


def said_no(context: Context, argument: str = "") -> Turn | None:
    """« je ne viens plus »: to what was shown last, or to the only one that they come to. Said twice, it is once."""
    shown = _shown(context)
    if shown is not None:
        return no(context, str(shown.id))
    held = context.world.gatherings.mine(context.now)
    if len(held) == 1:
        return no(context, str(held[0][0].id))
    return coming_list.mine(context, *([context.say("coming-which")] if held else []))


def said_many(context: Context, argument: str = "") -> Turn | None:
    """« nous sommes trois », of what was shown last; any other sentence that begins so is no word of ours."""
    number, shown = number_of_people(context, argument), _shown(context)
    return yes(context, str(shown.id), number) if number is not None and shown is not None else None


def _shown(context: Context) -> Gathering | None:
    return found(context, context.memo(AT)) if context.memo(AT) else None
