"""Asks the homeserver what nio has no word for: the answers are plain JSON, trouble is one of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import nio

from bot.channels import Unreachable
from bot.channels.matrix.refused import MatrixRefused

OK, UNAUTHORIZED, FORBIDDEN, TOO_MANY, FAILING = 200, 401, 403, 429, 500
PASSWORD_STEP = "m.login.password"  # noqa: S105  # a word of Matrix
API = "/_matrix/client/v3"
_NO_TOKEN = "M_MISSING_TOKEN"  # noqa: S105  # a word of Matrix


@dataclass(frozen=True, slots=True)
class Answer:
    """What the homeserver said; `code` is Matrix's own word for a refusal."""

    status: int
    body: Mapping[str, Any]

    @property
    def good(self) -> bool:
        """It did as asked."""
        return self.status == OK

    @property
    def code(self) -> str:
        """Such as M_FORBIDDEN; never a sentence of the server."""
        return str(self.body.get("errcode", self.status))


class LoginWanted(Unreachable):
    """The server keeps our device, and wants us to log in again before it says more."""


class TooFast(Unreachable):
    """The server answers, and asks us to wait for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


async def ask(
    client: nio.AsyncClient, method: str, path: str, body: object = None, *, patience: float | None = None
) -> Answer:
    """One call; Unreachable if the server is silent, failing, or asks us to slow down (TooFast); LoginWanted
    (`soft_logout`) takes the token from the client, so that everything else that asks stops too and the bot is
    opened again. `patience`: seconds to wait for what is long to answer."""
    headers = {"Content-Type": "application/json"}
    if client.access_token:
        headers["Authorization"] = f"Bearer {client.access_token}"
    data = None if body is None else json.dumps(body)
    try:
        response = await client.send(method, API + path, data, headers, timeout=patience)
        said = await client.parse_body(response)
    except (aiohttp.ClientError, OSError, TimeoutError):
        raise Unreachable from None
    if response.status == TOO_MANY:
        raise TooFast(_seconds(said))
    if response.status >= FAILING or not isinstance(said, dict):
        raise Unreachable
    if said.get("soft_logout") is True or (said.get("errcode") == _NO_TOKEN and not client.access_token):
        client.access_token = ""
        raise LoginWanted
    return Answer(response.status, said)


def _seconds(said: object) -> float:
    """What a refusal for haste tells."""
    told = said.get("retry_after_ms") if isinstance(said, dict) else None
    return told / 1000 if isinstance(told, int | float) else 0.0


async def ask_proven(
    client: nio.AsyncClient, method: str, path: str, body: Mapping[str, object], password: str
) -> Answer:
    """The same, giving the password if the server wants a proof of who asks."""
    answer = await ask(client, method, path, body)
    flows = answer.body.get("flows")
    if answer.status != UNAUTHORIZED or not isinstance(flows, list):
        return answer
    if not password:
        raise MatrixRefused("cli-matrix-password-needed")
    if not any(flow.get("stages") == [PASSWORD_STEP] for flow in flows):
        raise MatrixRefused("cli-matrix-proof-unknown")
    proof = {
        "type": PASSWORD_STEP,
        "identifier": {"type": "m.id.user", "user": client.user_id},
        "password": password,
        "session": answer.body.get("session"),
    }
    proven = await ask(client, method, path, {**body, "auth": proof})
    if proven.status == UNAUTHORIZED:
        raise MatrixRefused("cli-matrix-password-refused")
    return proven
