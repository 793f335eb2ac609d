"""The public pages: the agenda, each gathering, the calendars to follow, the places. Nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fastapi import FastAPI, Request, Response

from bot.app import App
from bot.web import answers, templating
from bot.web.asked import Asked, NotThere, asked
from bot.web.kept import Away, Kept
from bot.web.making import AGENDA, PLACES, Making
from handlers.guide import Guide

_READ = ["GET", "HEAD"]
_WAIT_SECONDS = "60"
_LONGEST_NUMBER = 18
_CALENDAR = ".ics"


class PublicPages:
    """`base`: where they are served, if that is known."""

    def __init__(self, app: App, *, base: str = "") -> None:
        self._app = app
        self._kept = Kept(app)
        self._making = Making(base.rstrip("/"))

    def serve_on(self, web: FastAPI) -> None:
        """Add the pages to those of the process."""
        web.add_api_route("/", self._home, methods=_READ)
        web.add_api_route("/agenda.css", self._style, methods=_READ)
        web.add_api_route("/agenda.ics", self._whole_calendar, methods=_READ)
        web.add_api_route(AGENDA, self._list, methods=_READ)
        web.add_api_route("/agenda/{name}", self._named, methods=_READ)
        web.add_api_route(PLACES, self._places, methods=_READ)
        web.add_exception_handler(404, self._missing)
        web.add_exception_handler(NotThere, self._missing)
        web.add_exception_handler(405, self._refused)
        web.add_exception_handler(Away, self._away)

    async def _home(self) -> Response:
        return answers.elsewhere(AGENDA)

    async def _style(self) -> Response:
        return answers.lasting(templating.style()[1], answers.STYLE)

    async def _list(self, request: Request) -> Response:
        ask = self._asked(request)
        return await self._answer(request, ask, AGENDA, self._making.listing)

    async def _places(self, request: Request) -> Response:
        ask = Asked(*self._language(request))
        return await self._answer(request, ask, PLACES, self._making.places)

    async def _named(self, request: Request, name: str) -> Response:
        """`12`, or a calendar: `12.ics`, `<series>.ics`, `<network>.ics`."""
        if name.endswith(_CALENDAR):
            return await self._calendar(request, name.removesuffix(_CALENDAR))
        ask = Asked(*self._language(request))
        if not _is_number(name):
            return answers.elsewhere(_filtered(self._app.guide, ask, name).here(AGENDA))
        return await self._answer(request, ask, name, partial(self._making.gathering, id=int(name)))

    async def _whole_calendar(self, request: Request) -> Response:
        return await self._calendar(request, "")

    async def _calendar(self, request: Request, name: str) -> Response:
        ask = Asked(*self._language(request))
        number = int(name) if _is_number(name) else None
        if number is None:
            ask = _filtered(self._app.guide, ask, name)
        make = partial(self._making.calendar, ask=ask, id=number)
        body = await self._kept.feed((ask, number), make)
        return answers.answer(request, body, answers.CALENDAR, language=ask.language)

    async def _answer(self, request: Request, ask: Asked, path: str, make: Callable[..., bytes]) -> Response:
        body = await self._kept.page((path, ask), partial(make, ask=ask))
        return answers.answer(request, body, answers.HTML, language=ask.language)

    # --- What is asked, and what cannot be --------------------------------------------------

    def _asked(self, request: Request) -> Asked:
        return asked(self._app.guide.pack, request.query_params.multi_items(), _accepted(request))

    def _language(self, request: Request) -> tuple[str, bool]:
        query = [(name, value) for name, value in request.query_params.multi_items() if name == "lang"]
        found = asked(self._app.guide.pack, query, _accepted(request))
        return found.language, found.chosen

    async def _missing(self, request: Request, _error: Exception) -> Response:
        return answers.refused(404, self._refusal(request, "agenda-missing"))

    async def _refused(self, request: Request, _error: Exception) -> Response:
        return answers.refused(405, self._refusal(request, "agenda-refused"), Allow=", ".join(_READ))

    async def _away(self, request: Request, _error: Exception) -> Response:
        return answers.refused(503, self._refusal(request, "agenda-away"), Retry_After=_WAIT_SECONDS)

    def _refusal(self, request: Request, name: str) -> bytes:
        ask = Asked(*self._language(request))
        return self._making.refusal(self._app.guide, self._app.clock.now(), ask, name)


def _accepted(request: Request) -> str:
    return request.headers.get("accept-language", "")


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) < _LONGEST_NUMBER


def _filtered(guide: Guide, ask: Asked, name: str) -> Asked:
    """The list of a series or of a network by its id, or of all."""
    if name in guide.pack.gatherings.series_by_id:
        return Asked(ask.language, ask.chosen, series=name)
    if name and name not in guide.pack.network_by_id:
        raise NotThere
    return Asked(ask.language, ask.chosen, network=name)
