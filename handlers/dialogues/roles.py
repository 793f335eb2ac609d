"""A role: given by a code typed alone, shown to who holds it, unknown to anyone else."""

from __future__ import annotations

from hashlib import sha256

from handlers import alerts, roles
from handlers.commands import Command
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.effects import Agree, Record, Redeem, Withdraw
from handlers.messages import Reply
from handlers.roles import Role


def redeem(context: Context, code: str) -> Turn | None:
    """What a code gives; None if it gives nothing."""
    asked = context.world.roles
    found = asked.claim(code)
    if found is not None and found.role in asked.mine():
        return context.turn(Reply(context.say("role-already", role=name_of(context, found.role))))
    if found is None or not found.is_open(context.world.now):
        return None
    months = context.world.durations.months_with_role
    given = context.say("role-given", role=name_of(context, found.role), months=months)
    return context.turn(Reply(f"{given}\n{context.say(f'role-hint-{found.role.name}')}"), Redeem(found.id))


def name_of(context: Context, role: Role) -> str:
    """A role as its holder reads it."""
    networks = {network.id: network.name for network in context.world.guide.pack.territory.networks}
    return context.say(f"role-{role.name}", network=networks.get(role.network, role.network))


def held(context: Context) -> str:
    """The roles of this person, a line each; nothing for who has none."""
    lines = [context.say("role-line", role=name_of(context, role)) for role in context.world.roles.mine()]
    return "\n".join([context.say("role-mine"), *lines]) if lines else ""


def allowed(context: Context, command: Command | None) -> Command | None:
    """The command, unless it belongs to a role that this person has not: it is then an unknown word."""
    if command is None or command.name not in roles.RESTRICTED:
        return command
    if roles.may(context.world.roles.mine(), command.name):
        return command
    return Command("", marked=True) if command.marked else None


def mine(context: Context, argument: str = "") -> Turn:
    """« mes rôles »."""
    return context.turn(Reply(held(context)))


def toggle_alerts(context: Context, argument: str = "") -> Turn:
    """« alertes »: be told when something fails, or no longer."""
    role = next(role for role in context.world.roles.mine() if roles.may((role,), roles.ALERTS))
    used = Record(role.name, role.network, roles.ALERTS)
    if context.world.person.consents.get(alerts.PURPOSE) == "yes":
        return context.turn(Reply(context.say("alerts-off")), Withdraw(alerts.PURPOSE, _wording(context)), used)
    return context.turn(Reply(context.say("alerts-on")), Agree(alerts.PURPOSE, _wording(context)), used)


def without_alerts(context: Context) -> tuple[Withdraw, ...]:
    """« stop » takes back a yes to alerts as any other."""
    asked = context.world.person.consents.get(alerts.PURPOSE) == "yes"
    return (Withdraw(alerts.PURPOSE, _wording(context)),) if asked else ()


def _wording(context: Context) -> str:
    digest = sha256(context.say("alerts-on").encode()).hexdigest()[:8]
    return f"alerts-on/{context.conversation.language}/{digest}"


def _choose(context: Context, step: str, value: str) -> Turn | None:
    return None


DIALOGUE = Dialogue(name="roles", choose=_choose, commands={roles.MINE: mine, roles.ALERTS: toggle_alerts})
