"""One lane: a thread with its own connection, which plays all that waits in one transaction."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

import structlog
from sqlalchemy import Connection

from bot.crash import crash_point
from handlers.messages import Inbound
from storage import outbox, play
from storage.database import Database
from storage.errors import DatabaseTrouble
from storage.outbox import Mark, OutboxRow

MOST_TOGETHER = 64
# Seconds between the three tries of a batch when the database is at fault.
BACK_OFF = (0.05, 0.5)
# Marks alone wait this long for a message to share a commit with.
GROUPING_SECONDS = 0.004
LOG_EVERY_SECONDS = 60.0

T = TypeVar("T")

_log = structlog.get_logger(__name__)


class Script(Protocol):
    """What a lane plays, told apart from how it is played."""

    def play(self, connection: Connection, inbound: Inbound, via: str | None) -> tuple[OutboxRow, ...]:
        """One turn, in the transaction of the batch."""
        ...

    def set_aside(
        self, connection: Connection, inbound: Inbound, error: Exception, *, answer: bool
    ) -> tuple[OutboxRow, ...]:
        """Record a message that cannot be played; `answer`: and tell the person."""
        ...

    def ends(self, connection: Connection) -> bool:
        """True if nothing more may be played in the transaction of the turn just played."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A message (`via`: the answer that may carry its reply), or a job (`job`), and who waits for it: any
    object, given back with the outcome."""

    waiter: object
    inbound: Inbound | None = None
    via: str | None = None
    job: Callable[[Connection], Any] | None = None
    in_transaction: bool = True


Outcome = tuple[object, Any, BaseException | None]
Tell = Callable[[list[Outcome]], None]


class Lane:
    """`tell` gets the outcomes of a whole batch at once, from this lane's thread, after the commit."""

    def __init__(self, database: Database, script: Script, tell: Tell, name: str) -> None:
        self._database = database
        self._script = script
        self._tell = tell
        self._waiting: deque[Asked] = deque()
        self._marks: deque[Mark] = deque()
        self._witnesses: list[object] = []
        self._wake = threading.Condition()
        self._closing = False
        self._logged_at = float("-inf")
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def ask(self, asked: Asked) -> None:
        """Queue a message or a job."""
        with self._wake:
            self._waiting.append(asked)
            self._wake.notify()

    def mark(self, marks: Sequence[Mark]) -> None:
        """Queue marks; they are written with the next transaction."""
        with self._wake:
            self._marks.extend(marks)
            self._wake.notify()

    def written(self, waiter: object) -> None:
        """Tell this waiter once the marks queued so far are committed: with the next transaction, not by one more."""
        with self._wake:
            self._witnesses.append(waiter)
            self._wake.notify()

    def close(self) -> None:
        """Play what waits, write the marks, end the thread."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _work(self) -> None:
        try:
            while (taken := self._take()) is not None:
                self._serve(*taken)
        finally:
            self._drop_connection()

    def _take(self) -> tuple[list[Asked], list[Mark], list[object]] | None:
        with self._wake:
            while not (self._waiting or self._marks or self._witnesses or self._closing):
                self._wake.wait()
            if not self._waiting and not self._closing:
                self._wake.wait(GROUPING_SECONDS)
            batch = self._batch()
            marks = [self._marks.popleft() for _ in range(len(self._marks))]
            witnesses, self._witnesses = self._witnesses, []
            return (batch, marks, witnesses) if batch or marks or witnesses else None

    def _batch(self) -> list[Asked]:
        """All messages that wait, up to a job, or one job."""
        batch: list[Asked] = []
        while self._waiting and len(batch) < MOST_TOGETHER:
            if self._waiting[0].job is not None:
                return batch or [self._waiting.popleft()]
            batch.append(self._waiting.popleft())
        return batch

    def _serve(self, batch: list[Asked], marks: list[Mark], witnesses: list[object]) -> None:
        if batch and batch[0].job is not None:
            # Jobs read what the marks say.
            if marks:
                self._play_all([], marks)
            outcomes = [self._job(batch[0], batch[0].job)]
        else:
            outcomes = self._play_all(batch, marks) if batch or marks else []
        outcomes += [(waiter, None, None) for waiter in witnesses]
        if outcomes:
            self._tell(outcomes)

    def _play_all(self, batch: list[Asked], marks: list[Mark]) -> list[Outcome]:
        try:
            return self._patiently(lambda: self._together(batch, marks))
        except DatabaseTrouble as trouble:
            # Nothing was committed: nothing is acknowledged, and the marks are written another time.
            self._put_back(marks)
            return [(asked.waiter, None, trouble) for asked in batch]
        except Exception as error:
            if batch:
                self._put_back(marks)
            else:
                _log.error("marks lost", error=type(error).__name__, count=len(marks))
            return [self._alone(asked) for asked in batch]

    def _put_back(self, marks: list[Mark]) -> None:
        if not self._closing:
            self._marks.extendleft(reversed(marks))

    def _alone(self, asked: Asked) -> Outcome:
        """One message of the batch made it fail: each is played alone, and that one is set aside."""
        try:
            return self._patiently(lambda: self._together([asked], []))[0]
        except DatabaseTrouble as trouble:
            return asked.waiter, None, trouble
        except Exception as error:
            return self._set_aside(asked, error)

    def _set_aside(self, asked: Asked, guilty: Exception) -> Outcome:
        inbound = asked.inbound
        assert inbound is not None
        _log.error("message set aside", error=type(guilty).__name__)
        last: Exception = guilty
        for answer in (True, False):
            try:
                return asked.waiter, self._patiently(partial(self._record, inbound, guilty, answer)), None
            except Exception as error:
                last = error
        return asked.waiter, None, last

    def _record(self, inbound: Inbound, guilty: Exception, answer: bool) -> tuple[OutboxRow, ...]:
        connection = self._connected()
        with self._database.transaction(connection), play.batch(connection, [inbound] if answer else []):
            return self._script.set_aside(connection, inbound, guilty, answer=answer)

    def _together(self, batch: list[Asked], marks: list[Mark]) -> list[Outcome]:
        connection = self._connected()
        outcomes: list[Outcome] = []
        messages = [asked.inbound for asked in batch if asked.inbound is not None]
        with self._database.transaction(connection):
            outbox.mark(connection, marks)
            with play.batch(connection, messages):
                for asked, inbound in zip(batch, messages, strict=True):
                    outcomes.append((asked.waiter, self._script.play(connection, inbound, asked.via), None))
                    crash_point("turn.mid")
                    if self._script.ends(connection):
                        break
            if batch:
                crash_point("turn.before_commit")
        if marks:
            crash_point("send.after_mark")
        if batch:
            crash_point("turn.after_commit")
        self._ask_again(batch[len(outcomes) :])
        return outcomes

    def _ask_again(self, rest: Sequence[Asked]) -> None:
        """What a turn left for another transaction comes before all that waits."""
        with self._wake:
            self._waiting.extendleft(reversed(rest))

    def _job(self, asked: Asked, job: Callable[[Connection], Any]) -> Outcome:
        try:
            return asked.waiter, self._patiently(lambda: self._do(asked, job)), None
        except Exception as error:
            return asked.waiter, None, error

    def _do(self, asked: Asked, job: Callable[[Connection], Any]) -> Any:
        connection = self._connected()
        if not asked.in_transaction:
            try:
                return job(connection)
            finally:
                connection.rollback()
        with self._database.transaction(connection):
            return job(connection)

    def _patiently(self, attempt: Callable[[], T]) -> T:
        """Again, a little later, when the database is at fault."""
        for wait in BACK_OFF:
            try:
                return attempt()
            except DatabaseTrouble as trouble:
                self._drop_connection()
                self._log_trouble(trouble)
                time.sleep(wait)
        try:
            return attempt()
        except DatabaseTrouble:
            self._drop_connection()
            raise

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.writer()
        return self._connection

    def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                connection.close()

    def _log_trouble(self, trouble: DatabaseTrouble) -> None:
        if time.monotonic() - self._logged_at >= LOG_EVERY_SECONDS:
            self._logged_at = time.monotonic()
            _log.error("database trouble", error=type(trouble).__name__)
