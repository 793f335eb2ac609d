"""A real mail server on this machine, which takes, refuses or hangs up as it is told."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
USER, PASSWORD = "boussole", "canari-du-courrier"


@dataclass(slots=True)
class Office:
    """`refuses`: what is answered to a recipient; `at_data`: to a message, `None` hanging up after it was taken."""

    refuses: Mapping[str, str] = field(default_factory=dict)
    at_data: str | None = ""
    taken: list[EmailMessage] = field(default_factory=list)
    port: int = 0
    close: Callable[[], None] = field(default=lambda: None)
    """Listen no more; another one may then listen there."""

    async def handle_RCPT(  # noqa: N802  # the name that the server calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # the same
        if self.at_data:
            return self.at_data
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append(message_from_bytes(content, _class=EmailMessage, policy=policy.default))
        if self.at_data is None:
            assert server.transport is not None
            server.transport.close()
            await asyncio.sleep(0)
        return "250 OK"


@asynccontextmanager
async def opened(office: Office, port: int = 0, **options: Any) -> AsyncIterator[Office]:
    """The server, listening in this loop."""
    spoken: list[SMTP] = []

    def made() -> SMTP:
        spoken.append(SMTP(office, hostname="localhost", enable_SMTPUTF8=True, **options))
        return spoken[-1]

    server = await asyncio.get_running_loop().create_server(made, HOST, port)
    office.port = server.sockets[0].getsockname()[1]
    office.close = server.close
    try:
        yield office
    finally:
        server.close()
        for each in spoken:
            if each.transport is not None:
                each.transport.close()
        await asyncio.sleep(0.01)


def checks(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
    """One account."""
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What the server shows, and what believes it."""
    key, shown = folder / "key.pem", folder / "shown.pem"
    subject = ["-subj", "/CN=localhost", "-addext", f"subjectAltName=DNS:localhost,IP:{HOST}"]
    asked = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", *subject]
    subprocess.run([*asked, "-keyout", key, "-out", shown], check=True, capture_output=True)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(shown, key)
    return serving, ssl.create_default_context(cafile=str(shown))
