"""What is served to those who read the summary: programs with a token, agents with a link."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response

from bot.app import App
from bot.web import answers
from bot.web.api import PREFIX, Api
from bot.web.bilan import Bilan
from bot.web.shelf import Away, Shelf

_WAIT_SECONDS = "60"


def serve_readers(app: App, web: FastAPI, *, base: str = "", per_minute: int = 60) -> None:
    """Add both to the pages of the process; `base`: where they are served, if that is known."""
    shelf = Shelf(app)
    web.mount(PREFIX, Api(app, shelf, base=base, per_minute=per_minute).application())
    pages = Bilan(app, shelf, base=base)
    pages.serve_on(web)

    async def away(_request: Request, _error: Exception) -> Response:
        return answers.refused(503, pages.away(), Retry_After=_WAIT_SECONDS)

    web.add_exception_handler(Away, away)
