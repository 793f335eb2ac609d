"""The bot on Telegram; the rest of the program needs one name of it only.

May be touched here: how Telegram's updates are read, and how a message is shown and sent there.
Never here: another channel, a sentence, a decision about what to answer.
"""

import os

# The library looks at it for each duration that it reads, and warns about what it will change otherwise.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel"]
