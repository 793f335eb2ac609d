"""What an administrator does with roles: invite, see who holds what by numbers, take back, read the journal."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_time

from handlers import roles
from handlers.access import READERS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dates import in_words, local_date
from handlers.dialogue import Dialogue
from handlers.dialogues.roles import name_of, telling
from handlers.effects import Record
from handlers.effects_desk import Invite, Revoke
from handlers.messages import Choice, Reply, number_of
from handlers.roles import ADMIN, AGENT, ANIMATOR, CODE_LIVES, ROLES, Given, Role, Use, code_in, drawn_code

NAME = "granting"
_PAGE = 8
_HOUR = 3600


def open_role(context: Context, argument: str = "") -> Turn:
    """« inviter »: for which role?"""
    choices = tuple(context.choice(f"{NAME}/role:{name}", f"granting-{name}") for name in ROLES)
    return context.turn(Reply(context.say("granting-role"), choices))


def _network(context: Context) -> Turn:
    """An animator has one network."""
    networks = context.pack.territory.networks
    choices = tuple(Choice(f"{NAME}/network:{each.id}", each.name) for each in networks)
    return context.turn(Reply(context.say("granting-network"), choices))


def _code(context: Context, role: Role) -> Turn:
    """A code, shown here and never again."""
    code = drawn_code(context.world.draw)
    hours = int(CODE_LIVES.total_seconds()) // _HOUR
    said = context.say("granting-code", code=code, role=name_of(context, role), hours=hours)
    return context.turn(Reply(said), Invite(role.name, role.network, code_in(code) or ""))


def listed(context: Context, argument: str = "", after: int = 0) -> Turn:
    """« rôles donnés »: a page of the roles held, by numbers."""
    found = context.world.roles.given(after, _PAGE + 1)
    shown = found[:_PAGE]
    lines = [context.say("granting-list"), *(_line(context, each) for each in shown)]
    choices = [context.choice(f"{NAME}/take:{each.id}", "granting-take", number=each.id) for each in shown]
    if len(found) > _PAGE:
        choices.append(context.choice(f"{NAME}/list:{shown[-1].id}", "granting-more"))
    return context.turn(Reply("\n".join(lines), tuple(choices)), _read(context, "read-roles", len(shown)))


def _line(context: Context, given: Given) -> str:
    day = in_words(_day(context, given.since), context.language)
    own = context.say("granting-own") if given.own else ""
    return context.say("granting-line", number=given.id, role=name_of(context, given.role), day=day, own=own)


def _take(context: Context, number: int) -> Turn:
    """Asked once more; what it does is said."""
    given = context.world.roles.claim_role(number)
    if given is None:
        return _gone(context)
    choices = (
        context.choice(f"{NAME}/taken:{number}", "granting-take-yes"),
        context.choice(f"{NAME}/list:0", "granting-take-no"),
    )
    return context.turn(Reply(context.say("granting-sure", role=name_of(context, given.role), number=number), choices))


def _taken(context: Context, number: int) -> Turn:
    """Taken back at once; who held it is told. Someone must stay who can give roles."""
    given = context.world.roles.claim_role(number)
    if given is None:
        return _gone(context)
    if given.role.name == ADMIN and len(context.world.roles.holders(ADMIN)) == 1:
        return context.turn(Reply(context.say("granting-last")))
    told = () if given.own else (telling(context, given, "role-taken", given.role),)
    said = context.say("granting-taken", role=name_of(context, given.role), number=number)
    return context.turn(Reply(said), Revoke(number), *told)


def _gone(context: Context) -> Turn:
    return context.turn(Reply(context.say("granting-gone"), (context.choice(f"{NAME}/list:0", "granting-list-open"),)))


def journal(context: Context, argument: str = "", before: int = 0) -> Turn:
    """« journal »: a page of the last uses of roles, without anybody's name."""
    found = context.world.roles.journal(before, _PAGE + 1)
    shown = found[:_PAGE]
    if not shown:
        return context.turn(Reply(context.say("journal-none")))
    lines = [context.say("journal-intro"), *(_use(context, use) for use in shown)]
    earlier = (context.choice(f"{NAME}/journal:{shown[-1].id}", "journal-more"),) if len(found) > _PAGE else ()
    return context.turn(Reply("\n".join(lines), earlier), _read(context, "read-journal", len(shown)))


def _use(context: Context, use: Use) -> str:
    language, zone = context.language, context.zone
    return context.say(
        "journal-line",
        day=in_words(_day(context, use.at), language),
        hour=format_time(use.at.astimezone(ZoneInfo(zone)), "H:mm", locale=language),
        who=_who(context, use),
        what=_what(context, use),
        count=context.say("journal-count", count=use.count) if use.count > 1 else "",
    )


def _who(context: Context, use: Use) -> str:
    if use.number is None:
        return context.say("journal-server" if use.role not in ROLES else "journal-someone")
    return context.say(f"journal-{use.role}" if use.role in READERS else "journal-number", number=use.number)


def _what(context: Context, use: Use) -> str:
    """In words; the bare name of what is not known here."""
    name = f"journal-{use.action}"
    said = context.say(name) if context.guide.wording.has(name) else use.action
    return f"{said} ({context.pack.network_name(use.network)})" if use.network else said


def _read(context: Context, action: str, count: int) -> Record:
    """Reading is a use too."""
    role = next(role for role in context.world.roles.mine() if role.name == ADMIN)
    return Record(role.name, role.network, action, count)


def _day(context: Context, at: datetime) -> date:
    return local_date(at, context.zone)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "open":
        return open_role(context)
    if step == "role" and value in (AGENT, ADMIN):
        return _code(context, Role(value))
    if step == "role" and value == ANIMATOR:
        return _network(context)
    if step == "network" and value in context.pack.network_by_id:
        return _code(context, Role(ANIMATOR, value))
    number = number_of(value)
    if number is None:
        return None
    moves = {"list": _list_from, "take": _take, "taken": _taken, "journal": _journal_from}
    return moves[step](context, number) if step in moves else None


def _list_from(context: Context, after: int) -> Turn:
    return listed(context, after=after)


def _journal_from(context: Context, before: int) -> Turn:
    return journal(context, before=before)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={roles.INVITE: open_role, roles.GIVEN: listed, roles.JOURNAL: journal},
)
