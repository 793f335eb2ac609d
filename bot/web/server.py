"""Serves an ASGI application in the loop that is already running, without touching its signals."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import structlog
import uvicorn

LEAVING_SECONDS = 3
_QUEUE = 512

_log = structlog.get_logger(__name__)


class _Server(uvicorn.Server):
    """uvicorn would take SIGTERM for itself: the process has more to end than this."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield


class WebServer:
    """`port` is the one that was given; 0 asks for any that is free."""

    def __init__(self, application: Any, host: str, port: int) -> None:
        self._application = application
        self._host = host
        self._wanted = port
        self.port = port

    async def run(self) -> None:
        """Serve until cancelled; requests in hand are then given some seconds. Raises OSError if the port is taken."""
        with listening_on(self._host, self._wanted) as listening:
            self.port = listening.getsockname()[1]
            _log.info("web listens", port=self.port)
            server = _Server(self._config())
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            try:
                await asyncio.shield(serving)
            finally:
                server.should_exit = True
                await serving

    def _config(self) -> uvicorn.Config:
        return uvicorn.Config(
            self._application,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=LEAVING_SECONDS,
            ws="none",
        )


def listening_on(host: str, port: int) -> socket.socket:
    """A socket that takes connections, and whose answers leave at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=_QUEUE)
    # asyncio sets it on sockets of its own making only; without it each answer waits 40 ms for the client.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
