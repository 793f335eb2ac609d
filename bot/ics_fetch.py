"""Fetches a calendar over the network: a time and a size that have a limit, and no address of the house."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.ics_lines import LARGEST, CalendarRefused

SECONDS = 20.0
MOST_REDIRECTS = 3
_OK, _SAME = 200, 304
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {"Accept": "text/calendar,application/json;q=0.9,*/*;q=0.1", "User-Agent": "boussole-ess"}
_SCHEMES = {"webcal": "https", "webcals": "https"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A calendar as it came; `raw` is None if it is still the one of `tag`."""

    raw: bytes | None
    tag: str = ""


class _PrivateError(OSError):
    """An address that only this machine's network has."""


class _PublicOnly(AbstractResolver):
    """Names become addresses of the whole world only: what is asked afterwards is what was looked at."""

    def __init__(self) -> None:
        self._inner = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name; none may be private."""
        found = await self._inner.resolve(host, port, family)
        if any(not _is_public(each["host"]) for each in found):
            raise _PrivateError
        return found

    async def close(self) -> None:
        """Nothing is kept."""
        await self._inner.close()


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


def url_of(text: str) -> str:
    """The address as it is asked: `webcal:` is the web's. Raises CalendarRefused."""
    scheme, _, rest = text.strip().partition(":")
    url = f"{_SCHEMES.get(scheme.lower(), scheme.lower())}:{rest}"
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise CalendarRefused("cli-ics-url")
    return url


async def fetch(url: str, *, private: bool = False, tag: str = "", seconds: float = SECONDS) -> Fetched:
    """The calendar at an address. `private`: addresses of this network are allowed; `tag`: what was fetched before.
    Raises CalendarRefused, with a sentence that names no more than the machine asked."""
    url = url_of(url)
    connector = aiohttp.TCPConnector(resolver=None if private else _PublicOnly(), use_dns_cache=False)
    timeout = aiohttp.ClientTimeout(total=seconds)
    try:
        async with aiohttp.ClientSession(connector=connector, timeout=timeout, headers=_HEADERS) as session:
            for _ in range(MOST_REDIRECTS + 1):
                fetched = await _asked(session, url, tag, private=private)
                if isinstance(fetched, Fetched):
                    return fetched
                url = url_of(urljoin(url, fetched))
    except CalendarRefused:
        raise
    except TimeoutError as error:
        raise CalendarRefused("cli-ics-slow", host=_host(url), seconds=str(int(seconds))) from error
    except (aiohttp.ClientError, OSError, ValueError) as error:
        private_one = isinstance(error, _PrivateError) or isinstance(error.__cause__, _PrivateError)
        raise CalendarRefused("cli-ics-private" if private_one else "cli-ics-away", host=_host(url)) from error
    raise CalendarRefused("cli-ics-away", host=_host(url))


async def _asked(session: aiohttp.ClientSession, url: str, tag: str, *, private: bool) -> Fetched | str:
    """The calendar, or where it is now."""
    if not private and _is_private_literal(url):
        raise CalendarRefused("cli-ics-private", host=_host(url))
    headers: Mapping[str, str] = {"If-None-Match": tag} if tag else {}
    async with session.get(url, headers=headers, allow_redirects=False) as answer:
        if answer.status in _MOVED and "Location" in answer.headers:
            return answer.headers["Location"]
        if answer.status == _SAME and tag:
            return Fetched(None, tag)
        if answer.status != _OK:
            raise CalendarRefused("cli-ics-status", host=_host(url), status=str(answer.status))
        raw = bytearray()
        async for piece in answer.content.iter_chunked(64 * 1024):
            raw += piece
            if len(raw) > LARGEST:
                raise CalendarRefused("cli-ics-large", megabytes=str(LARGEST // 1_000_000))
        return Fetched(bytes(raw), answer.headers.get("ETag", ""))


def _is_private_literal(url: str) -> bool:
    """An address in figures is asked without any name being looked up."""
    try:
        return not _is_public((urlsplit(url).hostname or "").strip("[]"))
    except ValueError:
        return False


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
