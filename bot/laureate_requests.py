"""What the commands about laureates ask of the database: one transaction each, here or in the bot that runs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from bot.request_refused import RequestRefused
from handlers.projects import LONGEST_NAME, MOST_PLACES
from handlers.roles import drawn_code
from storage import projects
from storage.play import Scene
from storage.roles import OPERATOR, record


def add(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Add the projects of `rows` that a community does not have; a code for each of those, nothing for the others."""
    community = scene.guide.pack.community.by_id.get(texts.get("community", ""))
    if community is None:
        raise RequestRefused("cli-laureates-community", known="")
    codes = []
    for name, call, year, places in _rows(texts.get("rows", "")):
        codes.append("")
        if projects.find(connection, community.id, name, call, year) is None:
            id = projects.add(connection, community.id, name, call, year, scene.now, places)
            codes[-1] = _code(connection, scene, id)
    made = sum(map(bool, codes))
    if made:
        record(connection, scene.now, OPERATOR, community.network, "laureates-import", made)
    return {"codes": json.dumps(codes)}


def _rows(text: str) -> list[tuple[str, str, int, int]]:
    """What the command read, held to the same bounds again."""
    try:
        rows = [(str(name), str(call), int(year), int(places)) for name, call, year, places in json.loads(text)]
    except (TypeError, ValueError) as error:
        raise RequestRefused("cli-request-unknown") from error
    if not all(0 < len(name) <= LONGEST_NAME and 0 <= places <= MOST_PLACES for name, _, _, places in rows):
        raise RequestRefused("cli-request-unknown")
    return rows


def renew(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """A new first code for the project of number `id`; those that nobody used are taken back."""
    project = projects.claimed(connection, _number(texts))
    if project is None or project.revoked:
        raise RequestRefused("cli-laureates-none-such", id=texts.get("id", ""))
    record(connection, scene.now, OPERATOR, _network(scene, project.community), "laureates-code")
    return {"code": _code(connection, scene, project.id), "project": project.name}


def revoke(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take the project of number `id` off the list, with all who came in for it."""
    project = projects.claimed(connection, _number(texts))
    if project is None or not projects.take_back_project(connection, project.id, scene.now):
        raise RequestRefused("cli-laureates-none-such", id=texts.get("id", ""))
    record(connection, scene.now, OPERATOR, _network(scene, project.community), "laureates-revoke")
    return {}


def revoke_pass(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take back the laureate's code of number `id`; who came in with it leaves at once."""
    if not projects.take_back(connection, _number(texts), scene.now):
        raise RequestRefused("cli-revoke-none", id=texts.get("id", ""))
    record(connection, scene.now, OPERATOR, "", "laureates-code-revoke")
    return {}


def _code(connection: Connection, scene: Scene, project: int) -> str:
    code = drawn_code(scene.draw)
    projects.let_in(connection, scene.draw, project, code, scene.now, first=True)
    return code


def _number(texts: Mapping[str, str]) -> int:
    id = texts.get("id", "")
    return int(id) if id.isdecimal() else 0


def _network(scene: Scene, community: str) -> str:
    known = scene.guide.pack.community.by_id.get(community)
    return known.network if known is not None else ""
