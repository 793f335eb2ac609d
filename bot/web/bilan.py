"""The summary in a browser: opened by a link that works once, then for an hour, a week at a time."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import partial
from hashlib import sha256

from fastapi import FastAPI, Request, Response

from bot.app import App
from bot.formats import File
from bot.formats.summary_files import FORMATS, HTML, NoPrinter
from bot.web import answers, templating
from bot.web.api import sent
from bot.web.shelf import Known, Shelf
from handlers.access import KEY_LENGTH, PATH, SITS
from storage import one_time
from storage.one_time import Reader

COOKIE = "bilan"
_READ = ["GET", "HEAD"]
_KEY = re.compile(rf"[a-z0-9]{{{KEY_LENGTH}}}")
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
_BODY, _END = b"<body>", b"</body>"
_ASKED = "semaine"


class Bilan:
    """`base`: where the pages are served; behind https, what the browser keeps never leaves it otherwise."""

    def __init__(self, app: App, shelf: Shelf, *, base: str = "") -> None:
        self._app = app
        self._shelf = shelf
        self._secure = base.startswith("https://")

    def serve_on(self, web: FastAPI) -> None:
        """Add the pages to those of the process."""
        web.add_api_route(PATH, self._home, methods=_READ)
        web.add_api_route(PATH, self._leave, methods=["POST"])
        web.add_api_route(f"{PATH}/{{name}}", self._named, methods=_READ)
        web.add_api_route(f"{PATH}/{{name}}", self._open, methods=["POST"])

    # --- The door -------------------------------------------------------------------------------

    async def _open(self, name: str) -> Response:
        """Only a button opens: who merely looks at the link, a preview of it, leaves it as it is."""
        now, draw = self._app.clock.now(), self._app.clock.draw
        secret = None
        if _KEY.fullmatch(name):
            job = partial(one_time.open_once, draw=draw, key=name, now=now)
            secret = await self._app.turns.run(job)
        if secret is None:
            return self._page(410, "gone")
        answer = Response(status_code=303, headers={**answers.WARY, "Location": PATH, "Cache-Control": "no-store"})
        self._keep(answer, secret, int(SITS.total_seconds()))
        return answer

    async def _leave(self, request: Request) -> Response:
        secret = request.cookies.get(COOKIE, "")
        await self._app.turns.run(lambda connection: one_time.close(connection, secret))
        answer = self._page(200, "left")
        self._keep(answer, "", 0)
        return answer

    def _keep(self, answer: Response, secret: str, seconds: int) -> None:
        kept = {"path": PATH, "secure": self._secure, "httponly": True}
        answer.set_cookie(COOKIE, secret, max_age=seconds, samesite="strict", **kept)  # type: ignore[arg-type]  # path is a text, the others yes or no

    async def _reader(self, request: Request) -> Reader | None:
        secret, now = request.cookies.get(COOKIE, ""), self._app.clock.now()
        if not _KEY.fullmatch(secret):
            return None
        return await self._shelf.read(lambda connection: one_time.reader_of(connection, secret, now))

    # --- The pages ------------------------------------------------------------------------------

    async def _home(self, request: Request) -> Response:
        """The last week, or the one that is asked for."""
        if await self._reader(request) is None:
            return self._page(403, "closed")
        known = await self._shelf.known()
        asked = request.query_params.get(_ASKED, known.weeks[-1])
        period = asked if asked in (*known.weeks, *known.years) else known.weeks[-1]
        return Response(status_code=303, headers={**answers.WARY, "Location": f"{PATH}/{period}"})

    async def _named(self, request: Request, name: str) -> Response:
        """`2026-W47`, `2026-W47.xlsx`, or the key of a link."""
        if _KEY.fullmatch(name):
            return await self._door(name)
        if await self._reader(request) is None:
            return self._page(403, "closed")
        period, _, form = name.partition(".")
        file = await self._file(period, form or HTML) if form in ("", *FORMATS) else None
        if file is None:
            return self._page(404, "missing")
        if form:
            return sent(request, file, **answers.WARY)
        return self._shown(request, period, file, await self._shelf.known())

    async def _door(self, key: str) -> Response:
        now = self._app.clock.now()
        opens = await self._shelf.read(lambda connection: one_time.is_open(connection, key, now))
        return self._page(200, "ready", action=f"{PATH}/{key}") if opens else self._page(410, "gone")

    async def _file(self, period: str, form: str) -> File | None:
        try:
            return await self._shelf.file(period, form)
        except NoPrinter:
            return None

    def _shown(self, request: Request, period: str, file: File, known: Known) -> Response:
        """The same page as the file, between what leads to the others."""
        ways = {"say": self._say, "name": self._name, **_ways(period, known)}
        bar, end = (templating.piece(name, **ways) for name in ("bilan_bar.html", "bilan_ways.html"))
        body = file.content.replace(_BODY, _BODY + bar, 1).replace(_END, end + _END, 1)
        styles = " ".join(f"'sha256-{b64encode(sha256(each).digest()).decode()}'" for each in _STYLE.findall(body))
        policy = answers.policy(style=styles)
        shown = File("", file.media_type, body)
        return sent(request, shown, **{**answers.WARY, "Content-Security-Policy": policy})

    def _page(self, status: int, name: str, action: str = "") -> Response:
        return answers.refused(status, self._said(name, action))

    def away(self) -> bytes:
        """What is read while the database does not answer."""
        return self._said("away")

    def _said(self, name: str, action: str = "") -> bytes:
        pack = self._app.guide.pack
        seen = {"language": pack.reference_language, "site": pack.territory.name, "style": templating.style()[0]}
        return templating.piece("bilan.html", say=self._say, name=name, action=action, **seen)

    def _name(self, period: str) -> str:
        """« Semaine 47 de 2026 »."""
        year, _, number = period.partition("-W")
        said = {"year": year, "number": number.lstrip("0")}
        return self._say("access-page-week", **said) if number else self._say("access-page-year", year=year)

    def _say(self, name: str, **values: object) -> str:
        guide = self._app.guide
        return guide.wording.say(guide.pack.reference_language, name, **values)


def _ways(period: str, known: Known) -> Mapping[str, object]:
    """Where one may go from a period: those beside it, all others, the files of this one."""
    several = known.weeks if period in known.weeks else known.years
    at = several.index(period)
    return {
        "path": PATH,
        "asked": _ASKED,
        "period": period,
        "before": several[at - 1] if at else "",
        "after": several[at + 1] if at + 1 < len(several) else "",
        "periods": tuple(reversed(known.weeks + known.years)),
        "forms": FORMATS,
    }
