"""What the commands about roles ask of the database: one transaction each, here or in the bot that runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.request_refused import RequestRefused
from handlers.messages import Address
from handlers.role_taken import role_taken
from handlers.roles import ROLES, refusal
from storage import roles
from storage.apply import tell
from storage.apply.turn import Context
from storage.play import Scene
from storage.questions.roles import RoleAnswers


def invite(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """A new code for `role`, on `network` if it is given."""
    role, network = texts.get("role", ""), texts.get("network", "")
    networks = tuple(each.id for each in scene.guide.pack.territory.networks)
    if refused := refusal(role, network, networks):
        known = ", ".join(networks if role in ROLES else ROLES)
        raise RequestRefused(refused, role=role, network=network, known=known)
    return {"code": roles.invite(connection, scene.draw, role, network, scene.now)}


def revoke_role(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take back the role of number `id`; who held it is told."""
    id = texts.get("id", "")
    held = RoleAnswers(connection).claim_role(int(id)) if id.isdecimal() else None
    done = _revoked(roles.revoke_role, connection, scene, texts)
    if held is not None:
        operator = Context(Address(roles.OPERATOR, ""), 0, None, f"role-{held.id}", scene.now, scene.draw, scene.zone)
        tell.write(connection, operator, role_taken(scene.guide, held, scene.now, scene.retention.answers))
    return done


def revoke_code(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take back the code of number `id`."""
    return _revoked(roles.revoke_code, connection, scene, texts)


def _revoked(
    revoke: Callable[[Connection, int, datetime], bool],
    connection: Connection,
    scene: Scene,
    texts: Mapping[str, str],
) -> Mapping[str, str]:
    id = texts.get("id", "")
    if not id.isdecimal() or not revoke(connection, int(id), scene.now):
        raise RequestRefused("cli-revoke-none", id=id)
    return {}
