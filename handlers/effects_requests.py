"""What a turn may cause to a request of a holder. Telling about one that exists is `TellPerson`, with a key
`request/<id>/<what>/<person>`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.requests import ANSWERED, CLOSED


@dataclass(frozen=True, slots=True)
class RequestWords:
    """What someone is told of a request that has no number yet. `buttons`: `<dialogue>/<step>` and a label for each;
    the number of the request makes their ids, `todo/look:12`. Not before `due` (aware; None: at once)."""

    person: int
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """The person of the turn asks something of a network, whose people are told `said`."""

    kind: str
    network: str
    body: str
    scheme: str = ""
    group: str = ""
    doors: str = ""
    said: tuple[RequestWords, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """A word of the network: from now on the holder does not wait. `state`: accepted, refused, answered. A refusal
    is the end: its text is erased. The hour and the place of a rendez-vous stay as they are where None."""

    id: int
    state: str = ANSWERED
    reason: str = ""
    visit_at: datetime | None = None
    visit_wall: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class AskRequestAgain:
    """The holder said something more, or asks another date: they wait again, from now on. `body` None: as it was."""

    id: int
    body: str | None = None
    keeps_visit: bool = True


@dataclass(frozen=True, slots=True)
class PassRequestOn:
    """To another network: it is open there, and waits from now on."""

    id: int
    network: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class CloseRequest:
    """It is over: closed by either side or the clock, or withdrawn by the holder. Its text is erased, and what was
    still to be told to the network about it is not."""

    id: int
    state: str = CLOSED
    reason: str = ""


RequestEffect = OpenRequest | AnswerRequest | AskRequestAgain | PassRequestOn | CloseRequest
