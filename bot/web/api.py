"""The summaries for other programs: read only, by a token of one scope, under /api/v1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Path, Query, Request, Response

from bot.app import App
from bot.formats import File
from bot.formats.lists import CSV_TYPE
from bot.formats.open_data import TEXT_TYPE
from bot.formats.printed import HTML_TYPE, PDF_TYPE
from bot.formats.summary_files import JSON_TYPE, XLSX_TYPE, NoPrinter
from bot.sentences import sentence
from bot.web import linked_data
from bot.web.gate import Gate
from bot.web.problems import Problem, answered_by, documented, problem
from bot.web.shelf import Away, Shelf
from bot.web.shown import Shown, speaker
from storage import agenda
from storage.tokens import GATHERINGS, SUMMARIES

PREFIX = "/api/v1"
_WEEK, _YEAR = r"^[0-9]{4}-W[0-9]{2}$", r"^[0-9]{4}$"
_PRIVATE = "private, no-cache"
_TAGGED = {"headers": {"ETag": {"schema": {"type": "string"}}}}

Form = Literal["json", "csv", "xlsx", "pdf", "html"]
WeekPath = Annotated[str, Path(pattern=_WEEK, description="ISO 8601: 2026-W47")]
YearPath = Annotated[str, Path(pattern=_YEAR, description="ISO 8601: 2026")]
Name = Literal["bilans.csv", "schema.json", "datapackage.json", "LISEZ-MOI.md", "LICENCE.md"]
NamePath = Annotated[Name, Path()]
FormQuery = Annotated[Form, Query(alias="format")]

_REFUSALS = documented(401, 403, 404, 422, 429, 503)
_OBJECT = {"schema": {"type": "object"}}
_BYTES = {"schema": {"type": "string", "format": "binary"}}


def _found(*media_types: str) -> dict[int | str, dict[str, Any]]:
    plain = [each.partition(";")[0] for each in media_types]
    content = {each: _OBJECT if each.endswith("json") else _BYTES for each in plain}
    same = {"description": "Not Modified"}
    return {200: {"description": "OK", "content": content, **_TAGGED}, 304: same, **_REFUSALS}


_FILES = _found(JSON_TYPE, CSV_TYPE, XLSX_TYPE, PDF_TYPE, HTML_TYPE)
_DATA = _found(JSON_TYPE)
_OPEN = _found(CSV_TYPE, JSON_TYPE, TEXT_TYPE)


class Api:
    """`base`: where the pages are served, if that is known."""

    def __init__(self, app: App, shelf: Shelf, *, base: str = "", per_minute: int = 60) -> None:
        self._app = app
        self._shelf = shelf
        self._base = base.rstrip("/")
        self._gate = Gate(app, shelf, per_minute)

    def application(self) -> FastAPI:
        """To be mounted at PREFIX."""
        web = FastAPI(title="Boussole", version="1", openapi_url="/openapi.json", docs_url=None, redoc_url=None)
        summaries, gatherings = self._gate.opened_by(SUMMARIES), self._gate.opened_by(GATHERINGS)
        for path, answer, needs, responses in (
            ("/summaries", self._list, summaries, _DATA),
            ("/summaries/{week}", self._week, summaries, _FILES),
            ("/years/{year}", self._year, summaries, _FILES),
            ("/open-data/{name}", self._open, summaries, _OPEN),
            ("/gatherings", self._gatherings, gatherings, _DATA),
        ):
            routed: dict[str, Any] = {"dependencies": [needs], "response_class": Response}
            web.add_api_route(path, answer, methods=["GET"], responses=responses, **routed)
            web.add_api_route(path, answer, methods=["HEAD"], include_in_schema=False, **routed)
        answered_by(web)
        web.add_exception_handler(Away, _away)
        return web

    async def _list(self, request: Request) -> Response:
        """The weeks and the years that can be read, oldest first."""
        known = await self._shelf.known()
        return _data(request, {"weeks": known.weeks, "years": known.years})

    async def _week(self, request: Request, week: WeekPath, form: FormQuery = "json") -> Response:
        """The summary of a week that is over."""
        return await self._file(request, week, form)

    async def _year(self, request: Request, year: YearPath, form: FormQuery = "json") -> Response:
        """The report of a year that is over."""
        return await self._file(request, year, form)

    async def _open(self, request: Request, name: NamePath) -> Response:
        """The figures of all closed periods as open data: the table, its schema, its dictionary, its licence."""
        file = await self._shelf.open_data(name)
        if file is None:
            raise Problem(404, "no-period")
        return sent(request, file)

    async def _file(self, request: Request, period: str, form: str) -> Response:
        try:
            file = await self._shelf.file(period, form)
        except NoPrinter as error:
            raise Problem(404, "no-printer") from error
        if file is None:
            raise Problem(404, "no-period")
        return sent(request, file)

    async def _gatherings(self, request: Request) -> Response:
        """The gatherings announced that are not over, in the words of schema.org."""
        now, guide = self._app.clock.now(), self._app.guide
        found = await self._shelf.read(lambda connection: agenda.read(connection, now))
        said = speaker(guide, guide.pack.reference_language, now)
        ahead = [Shown(each, said, each.id in found.full) for each in found.gatherings if each.ends_at > now]
        return _data(request, linked_data.graph(ahead, self._base))


async def _away(_request: Request, _error: Exception) -> Response:
    return problem(503, sentence("cli-api-away"), {"Retry-After": "60"})


def _data(request: Request, said: Mapping[str, Any]) -> Response:
    body = (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
    return sent(request, File("", JSON_TYPE, body))


def sent(request: Request, file: File, **headers: str) -> Response:
    """A file for one reader, who may have it already."""
    tag = f'"{sha256(file.content).hexdigest()[:32]}"'
    said = {"ETag": tag, "Cache-Control": _PRIVATE, "X-Content-Type-Options": "nosniff", **headers}
    if file.name and "Content-Disposition" not in said:
        said["Content-Disposition"] = f'attachment; filename="{file.name}"'
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in known or "*" in known:
        return Response(status_code=304, headers=said)
    return Response(file.content, headers=said, media_type=file.media_type)
