"""Effects about requests become rows; whoever answers for the network is told."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, insert

from handlers.effects import TellPerson
from handlers.effects_requests import (
    AnswerRequest,
    AskRequestAgain,
    CloseRequest,
    OpenRequest,
    PassRequestOn,
    RequestEffect,
)
from handlers.messages import Choice, Reply
from handlers.requests import OPEN
from storage import requests
from storage.apply import tell
from storage.apply.turn import Context
from storage.tables import requests as rows


def write(connection: Connection, context: Context, effect: RequestEffect) -> None:
    """Write one move of a request."""
    match effect:
        case OpenRequest():
            _open(connection, context, effect)
        case AnswerRequest():
            requests.answer(connection, effect, context.now)
        case AskRequestAgain():
            requests.ask_again(connection, effect, context.now)
        case PassRequestOn():
            requests.pass_on(connection, effect, context.now)
        case CloseRequest():
            requests.close(connection, effect.id, effect.state, effect.reason, context.now)
        case _:
            assert_never(effect)


def _open(connection: Connection, context: Context, effect: OpenRequest) -> None:
    if context.person is None:
        return
    values = {
        "kind": effect.kind,
        "network": effect.network,
        "scheme": effect.scheme,
        "person": context.person,
        "state": OPEN,
        "body": effect.body,
        "group": effect.group,
        "doors": effect.doors,
        "asked_at": context.now,
        "waiting_at": context.now,
    }
    id = connection.execute(insert(rows).values(values).returning(rows.c.id)).scalar_one()
    for words in effect.said:
        choices = tuple(Choice(f"{where}:{id}", label) for where, label in words.buttons)
        key = requests.key_of(id, "opened", words.person)
        told = TellPerson(words.person, Reply(words.text, choices), due=words.due, key=key)
        tell.write(connection, context, told)
