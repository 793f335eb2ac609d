"""What takes place: pages of what is to come, the details of one, and what the person comes to."""

from __future__ import annotations

from handlers import gathering_words
from handlers.consent import GATHERINGS, has_yes
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import coming_organise, handoff
from handlers.dialogues.coming_words import AT, button, claimed, found, is_open, short
from handlers.gatherings import LEFT, OFFERED, PAGE, SEATED, WAITING, Booking, Gathering, Hall
from handlers.layout import in_lines
from handlers.messages import Choice, Reply, number_of
from handlers.places import Found
from handlers.understand import key

_FAR, _ASCII = 200, 128
_MAP = "https://www.openstreetmap.org/search?query="


def listed(context: Context, argument: str = "") -> Turn:
    """« rencontres »; with the name of a commune or of a network, only those there."""
    wanted, unknown = _meant(context, argument)
    first = (context.say("coming-unknown-filter"),) if unknown else ()
    return page(context, f"0{wanted}", *first) or context.turn(Reply(context.say("coming-none")))


def _meant(context: Context, argument: str) -> tuple[str, bool]:
    """The end of the value of a page for a network or a commune; and whether it was not understood."""
    said = " ".join(word for word in key(argument).split() if word not in _small(context))
    if not said:
        return "", False
    for network in context.pack.territory.networks:
        if said in (key(network.id), key(network.name)):
            return f".n-{network.id}", False
    place = context.guide.places.find(said)
    return (f".c-{place.slug}", False) if isinstance(place, Found) else ("", True)


def _small(context: Context) -> frozenset[str]:
    lexicon, wording = context.guide.lexicon, context.guide.wording
    return lexicon.articles | lexicon.joining | {key(word) for word in wording.parts("says-coming-small")}


def page(context: Context, value: str, *first: str) -> Turn | None:
    """Five of those that come, after so many."""
    start, _, wanted = value.partition(".")
    skipped = number_of(start)
    if skipped is None or skipped > _FAR:
        return None
    kind, _, what = wanted.partition("-")
    networks = (what,) if kind == "n" else ()
    limit = _FAR if kind == "c" else skipped + PAGE + 1
    coming = context.world.gatherings.coming(context.now, limit, networks)
    kept = [each for each in coming if kind != "c" or each.text("commune") == what]
    shown, more = kept[skipped : skipped + PAGE], len(kept) > skipped + PAGE
    if not shown:
        return _nothing(context, wanted, *first)
    return _shown(context, shown, f"{skipped + PAGE}.{wanted}" if wanted else f"{skipped + PAGE}", *first, more=more)


def _nothing(context: Context, wanted: str, *first: str) -> Turn:
    said = [*first, context.say("coming-none-there" if wanted else "coming-none")]
    others = (button(context, "page", 0, "coming-all"),) if wanted else ()
    ways = (*others, *to_mine(context), *coming_organise.ways(context))
    return context.turn(Reply("\n".join([*said, handoff.contacts(context)] if not wanted else said), ways))


def _shown(context: Context, shown: list[Gathering], following: str, *first: str, more: bool) -> Turn:
    lines = [f"{number}. {gathering_words.line(context, each)}" for number, each in enumerate(shown, 1)]
    ways: list[Choice] = [button(context, "show", each.id, "coming-see", title=short(context, each)) for each in shown]
    if more:
        ways.append(button(context, "page", following, "coming-more"))
    ways += [*to_mine(context), *coming_organise.ways(context)]
    head = [each for each in (*first, context.say("coming-list")) if each]
    return context.turn(Reply("\n".join([*head, *lines]), tuple(ways)))


def to_mine(context: Context) -> tuple[Choice, ...]:
    """The way to what the person comes to, if there is any."""
    mine = context.world.gatherings.mine(context.now)
    return (button(context, "mine", "list", "coming-mine-button"),) if mine else ()


def show(context: Context, value: str, *first: str) -> Turn | None:
    """All that is known of one, and whether there is room."""
    hall = claimed(context, value, lock=False)
    if hall is None:
        return None
    gathering = hall.gathering
    lines = [*first, gathering_words.details(context, gathering), *_map(context, gathering), _room(context, hall)]
    said = in_lines(lines)
    return context.remembering(**{AT: str(gathering.id)}).turn(Reply(said, _choices(context, hall)))


def _map(context: Context, gathering: Gathering) -> tuple[str, ...]:
    where = gathering.text("address")
    if not where:
        return ()
    names = context.guide.places.name_by_slug
    commune = names.get(gathering.text("commune"), "")
    full = where if not commune or key(commune) in key(where) else f"{where}, {commune}"
    return (context.say("coming-map", link=f"{_MAP}{_in_link(full)}"),)


def _in_link(text: str) -> str:
    """As an address of the web carries it."""
    plain = (chr(byte) if byte < _ASCII and chr(byte).isalnum() else f"%{byte:02X}" for byte in text.encode())
    return "".join(plain)


def _room(context: Context, hall: Hall) -> str:
    mine = standing(context, hall.mine, hall.ahead) if hall.mine else ""
    if mine or not is_open(context, hall.gathering):
        over = hall.gathering.takes_place and context.now >= hall.gathering.ends_at
        return mine or (context.say("coming-over") if over else "")
    if hall.gathering.text("link") or hall.free is None:
        return ""
    if hall.free == 0:
        return context.say("coming-full", waiting=hall.waiting)
    return context.say("coming-queue") if hall.waiting else context.say("coming-free", free=hall.free)


def standing(context: Context, booking: Booking, ahead: int = -1) -> str:
    """Where the person is: they come, they wait, seats are kept for them; nothing for who left."""
    if booking.state == LEFT:
        return ""
    place = {"place": str(ahead + 1)} if booking.state == WAITING and ahead >= 0 else {}
    name = f"coming-you-{booking.state}" if booking.state != WAITING or place else "coming-you-wait"
    return context.say(name, seats=booking.seats, **place)


def _choices(context: Context, hall: Hall) -> tuple[Choice, ...]:
    id, state = hall.gathering.id, hall.mine.state if hall.mine else LEFT
    again = button(context, "page", 0, "coming-others")
    ways = coming_organise.ways_of(context, hall.gathering)
    if not is_open(context, hall.gathering) or hall.gathering.text("link"):
        left = (button(context, "no", id, "coming-no"),) if state != LEFT and hall.gathering.takes_place else ()
        return (*left, *_after(context, hall.gathering), *ways, again)
    if state == LEFT:
        yes = "coming-yes" if hall.free != 0 else "coming-wait"
        mine: tuple[Choice, ...] = (button(context, "yes", id, yes), button(context, "many", id, "coming-many"))
    elif state == OFFERED:
        mine = (button(context, "take", id, "coming-take-button"), button(context, "no", id, "coming-leave-line"))
    elif state == WAITING:
        mine = (button(context, "no", id, "coming-leave-line"), button(context, "many", id, "coming-many"))
    else:
        mine = coming(context, hall.gathering)
    return (*mine, *_after(context, hall.gathering), *ways, again)


def coming(context: Context, gathering: Gathering) -> tuple[Choice, ...]:
    """What one who comes may still do."""
    walk = (button(context, "walk", gathering.id, "coming-walk"),) if gathering.stops else ()
    return (
        button(context, "no", gathering.id, "coming-no"),
        button(context, "many", gathering.id, "coming-many"),
        *walk,
        button(context, "list", gathering.id, "coming-for-list"),
    )


def _after(context: Context, gathering: Gathering) -> tuple[Choice, ...]:
    if not gathering.takes_place:
        return (button(context, "ics", gathering.id, "coming-ics"),)
    follows = subject_of(gathering) in context.world.gatherings.follows() and has_yes(context, GATHERINGS)
    follow = button(context, "unfollow" if follows else "follow", gathering.id, _FOLLOW[follows])
    return (button(context, "ics", gathering.id, "coming-ics"), follow)


_FOLLOW = {False: "coming-follow", True: "coming-unfollow"}


def subject_of(gathering: Gathering) -> str:
    """What one follows with it: its series, or its network."""
    return f"series/{gathering.series}" if gathering.series else f"network/{gathering.network}"


def mine(context: Context, *first: str) -> Turn:
    """« mes rencontres »: a line for each, with a button to give it up. None of them is meant more than another."""
    held, context = context.world.gatherings.mine(context.now), context.remembering(**{AT: ""})
    if not held:
        return context.turn(Reply(context.say("coming-mine-none"), (button(context, "page", 0, "coming-all"),)))
    lines = [*(first or (context.say("coming-mine"),))]
    ways: list[Choice] = []
    for number, (gathering, booking) in enumerate(held[:_MOST_MINE], 1):
        said = context.say(f"coming-mine-{booking.state}", seats=booking.seats)
        lines.append(f"{number}. {gathering_words.line(context, gathering)}. {said}")
        ways.append(button(context, "show", gathering.id, "coming-see", title=short(context, gathering)))
    ways += [_drop(context, each, booking) for each, booking in held[:_MOST_MINE] if each.takes_place]
    return context.turn(Reply("\n".join(lines), tuple(ways)))


_MOST_MINE = 8


def _drop(context: Context, gathering: Gathering, booking: Booking) -> Choice:
    name = "coming-drop" if booking.state == SEATED else "coming-drop-line"
    return button(context, "no", gathering.id, name, title=short(context, gathering))


def calendar(context: Context, value: str) -> Turn | None:
    """The calendar file of one."""
    gathering = found(context, value)
    if gathering is None:
        return None
    return context.turn(Reply(context.say("coming-ics-said"), attachments=(recipe(gathering),)))


def recipe(gathering: Gathering) -> str:
    """The file of a gathering as it is now."""
    return f"ics:{gathering.id}@{gathering.sequence}"
