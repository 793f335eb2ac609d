"""« Membres »: who is in, for those who look after a community, and the silence that they can set and lift."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import members, scripts
from handlers.checks import PAGE, Entrant
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import checking
from handlers.effects import Record
from handlers.effects_projects import Settle
from handlers.messages import Choice, Reply, number_of

NAME = "tending"
_LAST = 100_000


def everyone(context: Context, argument: str = "") -> Turn:
    """« membres »."""
    return _page(context, 0)


def _page(context: Context, page: int, *first: str) -> Turn:
    here = checking.communities(context)
    if not here:
        return context.turn(Reply(context.say("asks-nowhere")))
    shown, count = context.world.checks.members(here, page)
    if not shown and page:
        return _page(context, 0, *first)
    if not shown:
        return context.turn(Reply("\n\n".join((*first, context.say("members-none")))))
    numbered = [(page * PAGE + place, each) for place, each in enumerate(shown, 1)]
    lines = [context.say("members-title", count=count), *_lines(context, numbered)]
    choices = [context.choice(f"{NAME}/see:{each.id}", "members-see", number=str(number)) for number, each in numbered]
    choices += _turning(context, page, count)
    said = "\n\n".join((*first, "\n".join(lines)))
    return context.turn(Reply(said, tuple(choices)), *_used(context, shown[0], "members-list", len(shown)))


def _turning(context: Context, page: int, count: int) -> list[Choice]:
    more = [context.choice(f"{NAME}/page:{page + 1}", "members-more")] if (page + 1) * PAGE < count else []
    return more + ([context.choice(f"{NAME}/page:0", "members-first")] if page else [])


def _lines(context: Context, numbered: list[tuple[int, Entrant]]) -> Iterator[str]:
    """Each member, under the name of their community."""
    here = ""
    for number, each in numbered:
        if each.community != here:
            here = each.community
            yield context.say("members-of", community=context.say(f"community-{here}"))
        yield _line(context, number, each)


def _line(context: Context, number: int, each: Entrant) -> str:
    name = scripts.named(context, members.visible(each.profile, members.ANIMATOR)).get("name", "")
    values = {"number": str(number), "day": _since(context, each)}
    line = context.say("members-line" if name else "members-line-unnamed", **values, name=name)
    return context.say("members-muted", line=line) if each.state == members.MUTED else line


def _since(context: Context, each: Entrant) -> str:
    return context.day(each.since)


def _used(context: Context, each: Entrant, action: str, count: int = 1) -> tuple[Record, ...]:
    role = checking.role_for(context, each.community)
    return (Record(role.name, role.network, action, count),) if role else ()


def _claimed(context: Context, id: str) -> Entrant | None:
    """Someone who is in a community that the person of the turn looks after; locked."""
    number = number_of(id)
    found = context.world.checks.claim(number) if number is not None else None
    inside = found is not None and found.state in (members.MEMBER, members.MUTED)
    return found if found and inside and checking.role_for(context, found.community) else None


def _see(context: Context, id: str) -> Turn:
    found = _claimed(context, id)
    if found is None:
        return _page(context, 0, context.say("members-gone"))
    muted = found.state == members.MUTED
    about = context.say("members-about-muted" if muted else "members-about", day=_since(context, found))
    community = context.say(f"community-{found.community}")
    choices = (
        context.choice(f"{NAME}/{'lift' if muted else 'mute'}:{id}", "members-lift" if muted else "members-mute"),
        context.choice(f"{NAME}/page:0", "members-back"),
    )
    said = f"{community}\n{about}\n\n{checking.card(context, found)}"
    return context.turn(Reply(said, choices), *_used(context, found, "member-read"))


def _settled(context: Context, id: str, state: str) -> Turn:
    """Silence set or lifted; asked twice, it is done once."""
    found = _claimed(context, id)
    if found is None:
        return _page(context, 0, context.say("members-gone"))
    if found.state == state:
        return _see(context, id)
    done = "muted" if state == members.MUTED else "lifted"
    choices = (context.choice(f"{NAME}/see:{id}", "members-again"), context.choice(f"{NAME}/page:0", "members-back"))
    return context.turn(
        Reply(context.say(f"members-{done}-done"), choices),
        Settle(found.id, state),
        checking.told(context, found, f"members-{done}-you"),
        *_used(context, found, "member-mute" if state == members.MUTED else "member-lift"),
    )


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if not checking.communities(context):
        return None
    if step == "page" and (number := number_of(value)) is not None:
        return _page(context, min(number, _LAST))
    if step == "see":
        return _see(context, value)
    if step in ("mute", "lift"):
        return _settled(context, value, members.MUTED if step == "mute" else members.MEMBER)
    return None


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"membres": everyone})
