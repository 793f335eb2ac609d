"""A Bot API server for the tests: it speaks HTTP like the real one, refuses what it refuses, and fails on order.

    async with FakeTelegram() as server:
        person = server.user(812)
        ...  # start the bot with server.base_url and server.token
        person.starts()
        question = await person.hears()
        person.taps("Oui")  # a label or its data
        server.faults.stall(method="editMessageText")  # done, never answered
        await server.until(lambda: server.called_with("answerCallbackQuery"))
        assert person.last.text == "…"

As a process of its own: `remote.Remote`. Not checked: what the real server says of names that are too long.
"""

from tests.fake_telegram.faults import Fault, Faults, Limits
from tests.fake_telegram.groups import Group
from tests.fake_telegram.people import NotOnScreenError, User
from tests.fake_telegram.server import TOKEN, FakeTelegram
from tests.fake_telegram.state import Button, Seen, Tap
from tests.fake_telegram.switchboard import Call

__all__ = [
    "TOKEN",
    "Button",
    "Call",
    "FakeTelegram",
    "Fault",
    "Faults",
    "Group",
    "Limits",
    "NotOnScreenError",
    "Seen",
    "Tap",
    "User",
]
