"""Who answers for a network: its animators, and for the desk of the territory its agents."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.context import Context
from handlers.pack import Pack
from handlers.roles import AGENT, ANIMATOR, Given, Role
from handlers.world import RoleQuestions, World


def animated(context: Context) -> tuple[str, ...]:
    """The networks that the person of the turn animates now: looked up at each step."""
    held = (role.network for role in context.world.roles.mine() if role.name == ANIMATOR and role.network)
    return tuple(dict.fromkeys(held))


def desk_of(pack: Pack) -> tuple[str, ...]:
    """The networks whose requests come to agents that have no network of their own: the one that the pack names, or
    those of the entry schemes."""
    territory = pack.territory
    if territory.desk is not None:
        return (territory.desk,)
    entries = (pack.scheme_by_id[scheme].network for scheme in territory.entry_schemes)
    return tuple(dict.fromkeys(entries))


def networks_of(held: Iterable[Role], pack: Pack) -> tuple[str, ...]:
    """The networks whose requests someone with these roles answers."""
    found: list[str] = []
    for role in held:
        if role.name in (ANIMATOR, AGENT) and role.network:
            found.append(role.network)
        elif role.name == AGENT:
            found += desk_of(pack)
    return tuple(dict.fromkeys(found))


def role_for(held: Iterable[Role], network: str, pack: Pack) -> Role | None:
    """The role by which someone answers for a network; None if they do not."""
    return next((role for role in held if network in networks_of((role,), pack)), None)


def readers(world: World, network: str) -> tuple[Given, ...]:
    """Who answers for a network now, each once."""
    return answering(world.roles, world.guide.pack, network)


def answering(roles: RoleQuestions, pack: Pack, network: str) -> tuple[Given, ...]:
    """The same, without a turn."""
    found = [*roles.holders(ANIMATOR, network), *roles.holders(AGENT)]
    mine = [each for each in found if network in networks_of((each.role,), pack)]
    return tuple({each.person: each for each in reversed(mine)}.values())[::-1]
