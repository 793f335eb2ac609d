"""Who may read over the interface for programs: a token that was made, of the right scope, not too often."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.app import App
from bot.web.problems import Problem
from bot.web.shelf import Shelf
from handlers.dates import local_date
from storage import tokens
from storage.tokens import Token

_MINUTE = 60.0
_MOST_BUCKETS = 1_000
_bearer = HTTPBearer(auto_error=False, scheme_name="token")
Shown = Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]


class Gate:
    """`per_minute`: how often one token may ask, and all that is no token together."""

    def __init__(self, app: App, shelf: Shelf, per_minute: int) -> None:
        self._app = app
        self._shelf = shelf
        self._per_minute = per_minute
        self._buckets: dict[int, tuple[float, float]] = {}
        self._noted: set[tuple[int, str]] = set()

    def opened_by(self, scope: str) -> Any:
        """What a route depends on to be opened by this scope alone."""

        async def admitted(shown: Shown) -> None:
            token = await self._token(shown.credentials if shown is not None else "")
            if scope not in token.scopes:
                error = ", ".join(('Bearer error="insufficient_scope"', f'scope="{scope}"'))
                raise Problem(403, "scope", {"WWW-Authenticate": error}, scope=scope)

        admit: Callable[..., Any] = admitted
        return Depends(admit)

    async def _token(self, shown: str) -> Token:
        now = self._app.clock.now()
        token = None
        if tokens.looks_like_one(shown):
            token = await self._shelf.read(lambda connection: tokens.holder(connection, shown, now))
        self._count(token.id if token is not None else 0)
        if token is None:
            raise Problem(401, "token", {"WWW-Authenticate": "Bearer"})
        await self._note(token)
        return token

    def _count(self, who: int) -> None:
        """A bucket that fills by the minute; one for all that is no token."""
        at = time.monotonic()
        left, since = self._buckets.get(who, (float(self._per_minute), at))
        left = min(float(self._per_minute), left + (at - since) * self._per_minute / _MINUTE)
        if left < 1.0:
            wait = max(1, round((1.0 - left) * _MINUTE / self._per_minute))
            raise Problem(429, "haste", {"Retry-After": str(wait)})
        if len(self._buckets) >= _MOST_BUCKETS:
            self._buckets.clear()
        self._buckets[who] = (left - 1.0, at)

    async def _note(self, token: Token) -> None:
        """That it was used, once a day."""
        now = self._app.clock.now()
        day = local_date(now, self._app.guide.zone).isoformat()
        if token.used_on == day or (token.id, day) in self._noted:
            return
        self._noted = {(token.id, day)} | {each for each in self._noted if each[1] == day}
        await self._app.turns.run(lambda connection: tokens.used(connection, token.id, day, now))
