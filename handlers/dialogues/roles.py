"""A role: given by a code typed alone, shown to who holds it, unknown to anyone else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from handlers import alerts, checks, consent, drafts, offers, roles
from handlers.commands import Command
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import questionnaire
from handlers.effects import Record, Redeem, TellPerson
from handlers.messages import Choice, Reply
from handlers.pack import Community
from handlers.quiet import awake
from handlers.roles import Given, Role
from handlers.understand import letter_in

NAME = "roles"
_MOST, _REST = 12, "rest"
"""Buttons of one screen; what shows those that had no room."""

PROFILE = "profil"
_CHECKS = (("checking/after:0", "desk-checks"), ("tending/page:0", "desk-members"))
_ORGANISES = ("gatherings/open:0", "gatherings-open")
_WRITES = ("broadcasts/open:list", "broadcast-open")
_WAITING, _NOTE = ("todo/open:0", "todo-open"), ("noting/begin:new", "noting-open")
_SUMMARY, _YEARS = ("bilan/open:last", "access-open"), ("yearly/open:new", "yearly-open")
_REPORTS, _LIST = ("reports/show:0", "desk-reports"), ("enlisting/again:new", "desk-laureate")
DESK: Mapping[str, tuple[tuple[str, str], ...]] = {
    roles.ANIMATOR: (_WAITING, ("desk/open:cards", "desk-open"), _ORGANISES, _WRITES, *_CHECKS, _REPORTS),
    roles.AGENT: (_WAITING, _NOTE, _SUMMARY, _YEARS, _LIST, *_CHECKS),
    roles.ADMIN: (
        _SUMMARY,
        ("granting/open:role", "granting-open"),
        ("granting/list:0", "granting-list-open"),
        ("corrections/open:first", "corrections-open"),
        ("granting/journal:0", "journal-open"),
    ),
}
"""What « mes rôles » offers to who holds each role: a button, and the name of its label."""
_TOLD, _OFTEN = "redeem", 20
_SEE_ROLES = ("granting/list:0", "granting-list-open")
_SEE_CORRECTIONS = ("corrections/open:first", "corrections-open")


def redeem(context: Context, code: str) -> Turn | None:
    """What a code gives; None if it gives nothing. The administrators are told, but not who used it."""
    asked = context.world.roles
    found = asked.claim(code)
    if found is not None and found.role in asked.mine():
        return context.turn(Reply(context.say("role-already", role=name_of(context, found.role))))
    if found is None or not found.is_open(context.now):
        return None
    months = context.world.durations.months_of_silence
    given = context.say("role-given", role=name_of(context, found.role), months=months)
    told = [
        telling(context, each, "role-used", found.role, context.choice("granting/list:0", "granting-list-open"))
        for each in asked.holders(roles.ADMIN)
        if not each.own
    ]
    lines, aside = [given, context.say(f"role-hint-{found.role.name}")], questionnaire.set_aside(context)
    lines += [context.say("role-questions-wait")] if aside is not context and context.conversation.answers else []
    return aside.turn(Reply("\n".join(lines), _desk(context, (found.role,))), Redeem(found.id), *told)


def telling(context: Context, to: Given, name: str, about: Role, *choices: Choice) -> TellPerson:
    """Tell someone who holds a role, in their language and not at night."""
    there = context.having(language=to.language or context.language)
    return TellPerson(to.person, Reply(there.say(name, role=name_of(there, about)), choices), due=context.world.morning)


def name_of(context: Context, role: Role) -> str:
    """A role as its holder reads it."""
    return context.say(f"role-{role.name}", network=context.pack.network_name(role.network))


def held(context: Context) -> str:
    """The roles of this person, a line each; nothing for who has none."""
    lines = [context.say("role-line", role=name_of(context, role)) for role in context.world.roles.mine()]
    return "\n".join([context.say("role-mine"), *lines]) if lines else ""


def allowed(context: Context, command: Command | None) -> Command | None:
    """The command, unless it belongs to a role that this person has not: it is then an unknown word. The card of a
    member who animates nothing is their own."""
    if command is None or command.name == "" or _may(context, command.name):
        return command
    if command.name == roles.CARDS and context.world.members.mine():
        return Command(PROFILE, marked=command.marked)
    return Command("", marked=True) if command.marked else None


def opens(context: Context, dialogue: str, step: str) -> bool:
    """True if this person may go to this step of a dialogue, as things are now."""
    return _may(context, roles.opened_by(dialogue, step))


def left(context: Context) -> Context | None:
    """The conversation out of a question that the person may no longer be asked; None if they may."""
    here = context.conversation
    if not here.dialogue or opens(context, here.dialogue, here.step):
        return None
    return drafts.drop(context, here.dialogue) if drafts.of(context, here.dialogue) else context.returned()


def _may(context: Context, thing: str) -> bool:
    # Most of what is said is open to everyone: roles are not looked up for it.
    return roles.may((), thing) or roles.may(context.world.roles.mine(), thing)


def mine(context: Context, argument: str = "") -> Turn:
    """« mes rôles »: those held, what each is for, and the buttons of each."""
    own = context.world.roles.mine()
    offered = _desk(context, own)
    if len(offered) > _MOST:
        offered = (*offered[: _MOST - 1], context.choice(f"{NAME}/open:{_REST}", "members-more"))
    return context.turn(Reply("\n".join([held(context), *_words(context, own)]), offered))


def _rest(context: Context) -> Turn:
    """The buttons that had no room beside the others, for who holds many roles."""
    offered = _desk(context, context.world.roles.mine())
    if len(offered) <= _MOST:
        return mine(context)
    back = context.choice(f"{NAME}/open:mine", "role-open")
    return context.turn(Reply(held(context), (*offered[_MOST - 1 :], back)))


def words(context: Context) -> str:
    """The words that this person's roles add to « aide », a line each; nothing for who has none."""
    return "\n".join(_words(context, context.world.roles.mine()))


def _words(context: Context, own: Collection[Role]) -> Iterator[str]:
    """What each kind of role types; of a community, only who looks after one."""
    for name in dict.fromkeys(role.name for role in own):
        here = _communities(context, [role for role in own if role.name == name])
        if name == roles.AGENT and here and not _keeps_list(here):
            yield context.say("role-words-agent-checks")
        elif name == roles.ADMIN or here:
            yield context.say(f"role-words-{name}")
        else:
            yield context.say(f"role-words-{name}-alone")


def _communities(context: Context, own: Collection[Role]) -> tuple[Community, ...]:
    return checks.looked_after(own, context.pack.community)


def _keeps_list(here: Collection[Community]) -> bool:
    return any(each.proof == "code" for each in here)


def menu(context: Context) -> tuple[Choice, ...]:
    """What « menu » offers besides to who holds a role."""
    own = context.world.roles.mine()
    organises = any(role.name == roles.ANIMATOR for role in own) and context.pack.gatherings.kinds
    desk = (context.choice("gatherings/open:0", "gatherings-open"),) if organises else ()
    return (*desk, context.choice("roles/open:mine", "role-open")) if own else ()


def _desk(context: Context, own: Collection[Role]) -> tuple[Choice, ...]:
    here = _communities(context, own)
    closed = {*(() if here else (*_CHECKS, _REPORTS)), *(() if _keeps_list(here) else (_LIST,))}
    offered = dict.fromkeys(each for role in own for each in DESK.get(role.name, ()) if each not in closed)
    return tuple(context.choice(id, label) for id, label in offered)


def awaiting(context: Context) -> Context:
    """What an administrator was told last can be answered by its letter, as if it had been said here."""
    if letter_in(context.inbound.text) is None or not _may(context, roles.GIVEN):
        return context
    world = context.world
    used = (each.at for each in world.roles.journal(0, _OFTEN) if each.action == _TOLD)
    last = max(used, default=None), max((each.at for each in world.desk.waiting()), default=None)
    at = max((each for each in last if each), default=None)
    seen = world.person.last_seen or world.now
    if at is None or awake(at, world.night) < seen:
        return context
    button = _SEE_CORRECTIONS if at == last[1] else _SEE_ROLES
    return offers.lettering(context, (context.choice(*button),))


def toggle_alerts(context: Context, argument: str = "") -> Turn:
    """« alertes »: be told when something fails, or no longer."""
    role = next(role for role in context.world.roles.mine() if roles.may((role,), roles.ALERTS))
    used = Record(role.name, role.network, roles.ALERTS)
    off = consent.has_yes(context, alerts.PURPOSE)
    said = Reply(context.say("alerts-off" if off else "alerts-on"))
    return context.turn(said, consent.decided(context, alerts.PURPOSE, yes=not off), used)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step != "open":
        return None
    return _rest(context) if value == _REST else mine(context)


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={roles.MINE: mine, roles.ALERTS: toggle_alerts})
