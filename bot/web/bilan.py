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
from bot.web.asked import spoken
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
_LANGUAGE, _LONGEST_CODE = "lang", 8


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

    async def _open(self, request: Request, name: str) -> Response:
        """Only a button opens: who merely looks at the link, a preview of it, leaves it as it is."""
        now, draw = self._app.clock.now(), self._app.clock.draw
        secret = None
        if _KEY.fullmatch(name):
            job = partial(one_time.open_once, draw=draw, key=name, now=now)
            secret = await self._app.turns.run(job)
        if secret is None:
            return self._page(request, 410, "gone")
        headers = {**answers.WARY, "Location": f"{PATH}{_kept(request)}", "Cache-Control": "no-store"}
        answer = Response(status_code=303, headers=headers)
        self._keep(answer, secret, int(SITS.total_seconds()))
        return answer

    async def _leave(self, request: Request) -> Response:
        secret = request.cookies.get(COOKIE, "")
        await self._app.turns.run(lambda connection: one_time.close(connection, secret))
        answer = self._page(request, 200, "left")
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
            return self._page(request, 403, "closed")
        known = await self._shelf.known()
        asked = request.query_params.get(_ASKED, known.weeks[-1])
        period = asked if asked in (*known.weeks, *known.years) else known.weeks[-1]
        where = f"{PATH}/{period}{_kept(request)}"
        return Response(status_code=303, headers={**answers.WARY, "Location": where})

    async def _named(self, request: Request, name: str) -> Response:
        """`2026-W47`, `2026-W47.xlsx`, or the key of a link."""
        if _KEY.fullmatch(name):
            return await self._door(request, name)
        if await self._reader(request) is None:
            return self._page(request, 403, "closed")
        period, _, form = name.partition(".")
        file = await self._file(period, form or HTML) if form in ("", *FORMATS) else None
        if file is None:
            return self._page(request, 404, "missing")
        if form:
            return sent(request, file, **answers.WARY)
        return self._shown(request, period, file, await self._shelf.known())

    async def _door(self, request: Request, key: str) -> Response:
        now = self._app.clock.now()
        opens = await self._shelf.read(lambda connection: one_time.is_open(connection, key, now))
        if not opens:
            return self._page(request, 410, "gone")
        return self._page(request, 200, "ready", action=f"{PATH}/{key}{_kept(request)}")

    async def _file(self, period: str, form: str) -> File | None:
        try:
            return await self._shelf.file(period, form)
        except NoPrinter:
            return None

    def _shown(self, request: Request, period: str, file: File, known: Known) -> Response:
        """The same page as the file, between what leads to the others. The report is in the language of the territory,
        and says so to who reads another one."""
        language, first = self._language(request), self._app.guide.pack.reference_language
        ways = {
            "say": partial(self._say, language),
            "name": partial(self._name, language),
            "language": language,
            "lang": _LANGUAGE,
            "kept": _kept(request),
            "foreign": language != first,
            **_ways(period, known),
        }
        bar, end = (templating.piece(name, **ways) for name in ("bilan_bar.html", "bilan_ways.html"))
        body = file.content.replace(_BODY, _BODY + bar, 1).replace(_END, end + _END, 1)
        styles = " ".join(f"'sha256-{b64encode(sha256(each).digest()).decode()}'" for each in _STYLE.findall(body))
        policy = answers.policy(style=styles)
        shown = File("", file.media_type, body)
        # Of each language, a page of its own: what a browser keeps is compared with it.
        return sent(request, shown, **{**answers.WARY, "Content-Security-Policy": policy, "Vary": "Accept-Language"})

    def _language(self, request: Request) -> str:
        """That which is asked for, else the one that the browser would rather read."""
        known = self._app.guide.pack.territory.languages
        asked = request.query_params.get(_LANGUAGE, "")
        return asked if asked in known else spoken(request.headers.get("accept-language", ""), known)

    def _page(self, request: Request, status: int, name: str, action: str = "") -> Response:
        return answers.refused(status, self._said(self._language(request), name, action))

    def away(self) -> bytes:
        """What is read while the database does not answer."""
        return self._said(self._app.guide.pack.reference_language, "away")

    def _said(self, language: str, name: str, action: str = "") -> bytes:
        pack, say = self._app.guide.pack, partial(self._say, language)
        seen = {"language": language, "site": pack.territory.name, "style": templating.style()[0]}
        return templating.piece("bilan.html", say=say, name=name, action=action, **seen)

    def _name(self, language: str, period: str) -> str:
        """« Semaine 47 de 2026 »."""
        year, _, number = period.partition("-W")
        said = {"year": year, "number": number.lstrip("0")}
        named = "access-page-week" if number else "access-page-year"
        return self._say(language, named, **(said if number else {"year": year}))

    def _say(self, language: str, name: str, **values: object) -> str:
        return self._app.guide.wording.say(language, name, **values)


def _kept(request: Request) -> str:
    """The language asked for by the address, for the next one."""
    asked = request.query_params.get(_LANGUAGE, "")
    return f"?{_LANGUAGE}={asked}" if asked.isascii() and asked.isalpha() and len(asked) <= _LONGEST_CODE else ""


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
