"""Opens the mail server as a message would, and leaves: is it there, does it believe us, do we believe it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bot.channels import Misconfigured, SendError
from bot.channels.mail import MailChannel
from bot.sentences import sentence
from bot.settings import Settings
from scheduler.clock import SystemClock

Said = tuple[bool, str]


def examine_mail(settings: Settings) -> Iterator[Said]:
    """Each thing looked at: whether it is good, and what to say of it. The password is in none."""
    smtp = settings.smtp
    if not smtp.host:
        yield True, sentence("cli-doctor-mail-none")
        return
    where = {"host": smtp.host, "port": str(smtp.port)}
    try:
        asyncio.run(MailChannel(smtp, SystemClock().now).greet())
    except Misconfigured:
        yield False, sentence("cli-doctor-mail-refused", **where)
    except SendError:
        yield False, sentence("cli-doctor-mail-away", **where)
    else:
        yield True, sentence("cli-doctor-mail", **where)
    if not settings.web.url:
        # It leaves all the same, without a link.
        yield True, sentence("cli-doctor-mail-no-site")
