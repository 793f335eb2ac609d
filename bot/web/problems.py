"""What a program is told when it gets nothing: `application/problem+json` (RFC 9457), for every refusal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from bot.sentences import sentence

PROBLEM = "application/problem+json"
NEVER_KEPT = "no-store"
_SERVER = 500

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


class Problem(Exception):
    """Refused: `name` is the end of the sentence that says why."""

    def __init__(self, status: int, name: str, headers: Mapping[str, str] | None = None, **values: str) -> None:
        super().__init__(name)
        self.status = status
        self.detail = sentence(f"cli-api-{name}", **values)
        self.headers = headers or {}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    body = json.dumps(said, ensure_ascii=False).encode()
    return Response(body, status, {"Cache-Control": NEVER_KEPT, **(headers or {})}, media_type=PROBLEM)


def answered_by(web: FastAPI) -> None:
    """Every refusal of this application is told so, also those of its framework."""
    web.add_exception_handler(Problem, _told)
    web.add_exception_handler(HTTPException, _refused)
    web.add_exception_handler(RequestValidationError, _misread)
    web.add_exception_handler(Exception, _failed)


async def _told(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem(error.status, error.detail, error.headers)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    known = {404: "missing", 405: "method"}
    return problem(error.status_code, sentence(f"cli-api-{known.get(error.status_code, 'refused')}"), error.headers)


async def _misread(_request: Request, error: Exception) -> Response:
    """What cannot be read is named by its place, never by what was written there."""
    assert isinstance(error, RequestValidationError)
    where = sorted({".".join(str(part) for part in fault["loc"]) for fault in error.errors()})
    return problem(422, sentence("cli-api-misread", where=", ".join(where)))


async def _failed(_request: Request, _error: Exception) -> Response:
    return problem(_SERVER, sentence("cli-api-failed"))


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These refusals as the description of the interface has them."""
    content = {"content": {PROBLEM: {"schema": SCHEMA}}}
    return {status: {"description": HTTPStatus(status).phrase, **content} for status in statuses}
