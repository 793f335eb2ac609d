"""Mail, which only leaves: the summary of Monday to addresses that an administrator registered."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.channels import Misconfigured, Outgoing, Rejected, SendError, Unreachable
from bot.settings import Smtp
from storage.mondays import CHANNEL

if TYPE_CHECKING:
    import aiosmtplib

PATIENCE_SECONDS = 30.0
_LONGEST = 100_000
_FOR_GOOD = 500
_BY_ITSELF = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


class MailChannel:
    """`trusted`: whose certificates are believed, if not those of the system."""

    edits = buttons = repeats = False
    files = True
    name = CHANNEL
    longest_text = _LONGEST

    def __init__(self, smtp: Smtp, now: Callable[[], datetime], trusted: ssl.SSLContext | None = None) -> None:
        self._smtp = smtp
        self._now = now
        self._trusted = trusted

    async def send(self, outgoing: Outgoing) -> str:
        """One connection for each: there are a few a week."""
        mail, identity = self._written(outgoing)
        client = await self._open()
        try:
            with _meant(_ours):
                await client.mail(self._smtp.sender)
            with _meant(Rejected):
                await client.rcpt(outgoing.address.peer)
            with _meant(Rejected, sending=True):
                await client.data(mail)
        finally:
            with suppress(Exception):
                await client.quit()
            client.close()
        return identity

    async def greet(self) -> None:
        """Open, begin a message, and leave: raises what sending would, and sends nothing."""
        client = await self._open()
        try:
            with _meant(_ours):
                await client.mail(self._smtp.sender)
        finally:
            with suppress(Exception):
                await client.quit()
            client.close()

    async def _open(self) -> aiosmtplib.SMTP:
        # Read with the first message: most bots send none.
        import aiosmtplib

        smtp = self._smtp
        client = aiosmtplib.SMTP(
            hostname=smtp.host,
            port=smtp.port,
            use_tls=smtp.tls == "tls",
            start_tls=smtp.tls == "starttls",
            tls_context=self._trusted,
            timeout=PATIENCE_SECONDS,
            local_hostname="localhost",
        )
        with _meant(_away):
            await client.connect()
        if smtp.user:
            with _meant(_ours):
                await client.login(smtp.user, smtp.password)
        return client

    def _written(self, outgoing: Outgoing) -> tuple[bytes, str]:
        """The first line is the subject. The same key gives the same identity, which servers and readers compare."""
        subject, _, text = outgoing.reply.text.partition("\n")
        identity = f"<{sha256(outgoing.key.encode()).hexdigest()[:32]}@{self._smtp.sender.rpartition('@')[2]}>"
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"], mail["Subject"] = self._smtp.sender, outgoing.address.peer, subject
        mail["Date"], mail["Message-ID"] = format_datetime(self._now()), identity
        for name, value in _BY_ITSELF.items():
            mail[name] = value
        mail.set_content(text.strip() + "\n")
        for file in outgoing.files:
            main, _, sub = file.media_type.partition(";")[0].partition("/")
            mail.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
        return mail.as_bytes(), identity


@contextmanager
def _meant(refused: Callable[[str], SendError], *, sending: bool = False) -> Iterator[None]:
    """What fails inside, as one of our errors. `refused`: what a refusal for good is here; `sending`: cut off now, the
    server may have taken the message."""
    from aiosmtplib import SMTPException, SMTPResponseException

    try:
        yield
    except SMTPResponseException as answer:
        # 4xx is said of what may work later.
        raise (refused(str(answer.code)) if answer.code >= _FOR_GOOD else Unreachable()) from None
    except (SMTPException, OSError, TimeoutError) as error:
        raise (Misconfigured() if _never_works(error) else Unreachable(maybe_sent=sending)) from None


def _away(_code: str) -> SendError:
    return Unreachable()


def _ours(_code: str) -> SendError:
    return Misconfigured()


def _never_works(error: Exception) -> bool:
    """True for a server that cannot be believed, or lacks what the configuration asks of it."""
    if isinstance(error, ssl.SSLCertVerificationError) or isinstance(error.__cause__, ssl.SSLCertVerificationError):
        return True
    return not isinstance(error, OSError | TimeoutError)
