"""Answers of the public pages: what a browser may do with them, and « you have it already »."""

from __future__ import annotations

from hashlib import sha256

from fastapi import Request, Response

HTML, CALENDAR, STYLE = "text/html; charset=utf-8", "text/calendar; charset=utf-8", "text/css; charset=utf-8"
_A_MINUTE, _A_YEAR = "public, max-age=60", "public, max-age=31536000, immutable"
_ALLOWED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def policy(**allowed: str) -> str:
    """What a page may load, with these changes: `style` for `style-src`."""
    changed = {f"{what}-src": where for what, where in allowed.items()}
    return "; ".join(f"{what} {where}" for what, where in {**_ALLOWED, **changed}.items())


WARY = {
    "Content-Security-Policy": policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "interest-cohort=()",
}


def answer(request: Request, body: bytes, media_type: str, *, language: str = "") -> Response:
    """A page that changes with what it shows; 304 without it for who has it already."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {**WARY, "Cache-Control": _A_MINUTE, "ETag": tag, "Vary": "Accept-Language"}
    if language:
        headers["Content-Language"] = language
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


def _has(known: str, tag: str) -> bool:
    return known.strip() == "*" or tag in {each.strip().removeprefix("W/") for each in known.split(",")}


def lasting(body: bytes, media_type: str) -> Response:
    """What never changes under its address."""
    return Response(body, headers={**WARY, "Cache-Control": _A_YEAR}, media_type=media_type)


def refused(status: int, body: bytes, **headers: str) -> Response:
    """A page that says why there is none."""
    kept = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(body, status, {**WARY, "Cache-Control": "no-store", **kept}, media_type=HTML)


def elsewhere(path: str) -> Response:
    """The way to another page."""
    return Response(status_code=302, headers={**WARY, "Location": path, "Cache-Control": _A_MINUTE})
