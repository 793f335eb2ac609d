"""Telegram as a channel: sends replies, receives updates by polling or by webhook, answers every tap."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import structlog
from telegram.error import BadRequest, TelegramError

from bot.channels import Inbox, Misconfigured, Outgoing, Unreachable
from bot.channels.telegram import parse, render
from bot.channels.telegram.api import Api, send_error
from bot.channels.telegram.bring import brought
from bot.channels.telegram.desks import Desks
from bot.channels.telegram.files import Files
from bot.channels.telegram.hook import Hook, Hooked
from bot.channels.telegram.menu import keep_menu, show
from bot.channels.telegram.polling import POLL_SECONDS, Polling, id_of
from bot.channels.telegram.request import READ_SECONDS
from bot.settings import Telegram
from handlers.guide import Guide
from handlers.messages import Address
from scheduler.clock import SystemClock
from storage.answers import VIA
from storage.errors import DatabaseTrouble
from storage.outbox import OutboxRow

_LETTERS = 36
_MOST_BEGUN = 1_000

_log = structlog.get_logger(__name__)


class TelegramChannel:
    """A channel and its listener. `draw` gives letters of chance; `poll_seconds` is how long Telegram may keep
    a question for updates open, `read_seconds` how long any other answer may take."""

    name = parse.NAME
    edits = True
    buttons = True
    files = True
    repeats = False
    longest_text = render.LONGEST_TEXT

    def __init__(
        self,
        settings: Telegram,
        draw: Callable[[int], str] | None = None,
        *,
        poll_seconds: int = POLL_SECONDS,
        read_seconds: float = READ_SECONDS,
    ) -> None:
        self._api = Api(settings.base_url, settings.token, read_seconds)
        self._files = Files(self._api)
        self._hook = Hook(settings.webhook_url, settings.webhook_secret) if settings.mode == "webhook" else None
        self._draw = draw or SystemClock().draw
        self._poll_seconds = poll_seconds
        self._me = parse.Me(0, "")
        self._guide_of: Callable[[], Guide] | None = None
        self._source: Polling | Hooked | None = None
        self._begun: dict[str, tuple[int, str]] = {}
        self._aside: set[asyncio.Task[None]] = set()

    # --- Sending ----------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> str:
        """Change the message that this one replaces, or send a new one; long texts in several pieces."""
        try:
            if outgoing.edits is not None and await self._edited(outgoing, outgoing.edits):
                return outgoing.edits
            return await self._sent(outgoing)
        except TelegramError as error:
            raise send_error(error) from None

    async def _edited(self, outgoing: Outgoing, message_id: str) -> bool:
        """False if Telegram refuses the change: what is said is then said anew."""
        if not message_id.isdecimal() or len(outgoing.reply.text) > render.LONGEST_TEXT:
            return False
        params = self._message(outgoing, outgoing.reply.text, last=True)
        try:
            await self._api.call("editMessageText", {**params, "message_id": int(message_id)})
        except BadRequest as refused:
            return refused.message == "not-modified"
        except TelegramError as error:
            # The same change twice is one change.
            raise send_error(error, repeatable=True) from None
        return True

    async def _sent(self, outgoing: Outgoing) -> str:
        """The id of the last piece, before its files. After a failure half-way, the next try goes on from there."""
        if (file := render.with_text(outgoing)) is not None:
            # One message: a picture, and the text under it.
            return str((await self._files.send(file, render.captioned(outgoing, self._markup(outgoing))))["message_id"])
        parts = render.pieces(outgoing.reply.text)
        done, receipt = self._begun.pop(outgoing.key, (0, ""))
        try:
            while done < len(parts):
                params = self._message(outgoing, parts[done], last=done == len(parts) - 1)
                receipt = str((await self._api.call("sendMessage", params))["message_id"])
                done += 1
            for file in outgoing.files[done - len(parts) :]:
                await self._files.send(file, render.to(outgoing.address.peer))
                done += 1
        except TelegramError:
            self._begin_again_at(outgoing.key, done, receipt)
            raise
        return receipt

    async def fetch(self, reference: str, most: int) -> bytes:
        """What somebody sent, or its first bytes beyond `most`."""
        return await self._files.fetch(reference, most)

    def _begin_again_at(self, key: str, number: int, receipt: str) -> None:
        if number:
            self._begun[key] = (number, receipt)
            if len(self._begun) > _MOST_BEGUN:
                del self._begun[next(iter(self._begun))]

    def _message(self, outgoing: Outgoing, text: str, *, last: bool) -> render.Params:
        return render.message(outgoing.address.peer, text, self._markup(outgoing) if last else None)

    def _markup(self, outgoing: Outgoing) -> render.Params | None:
        """The choices; in a room, where nobody is asked anything, the way to the private chat."""
        if render.is_room(outgoing.address.peer):
            return self._way_out()
        return render.keyboard(outgoing.reply.choices) if outgoing.reply.choices else None

    def _way_out(self) -> render.Params | None:
        if self._guide_of is None or not self._me.username:
            return None
        wording = self._guide_of().wording
        label = wording.say(wording.languages[0], "room-open-private")
        return render.link(label, f"https://t.me/{self._me.username}?start=room")

    async def leave(self, room: Address) -> None:
        """Go out of a group."""
        try:
            await self._api.call("leaveChat", {"chat_id": int(room.peer)})
        except TelegramError as error:
            raise send_error(error, repeatable=True) from None

    @property
    def user_id(self) -> str:
        """Our name there, as people look for it."""
        return self._me.username

    # --- Receiving --------------------------------------------------------------------------

    async def open(self) -> None:
        """Learn our name."""
        async with _opening():
            me = await self._api.bot.get_me()
            self._me = parse.Me(me.id, me.username or "")

    async def listen(self, inbox: Inbox) -> None:
        """Set the menu, then receive until cancelled."""
        self._guide_of = lambda: inbox.guide
        shown = inbox.guide
        async with _opening():
            await show(self._api, shown, inbox)
            if self._hook is None:
                await self._api.call("deleteWebhook", {})
        public = keep_menu(lambda guide: show(self._api, guide, inbox), self._guide_of, shown)
        desks = Desks(self._api, self._guide_of).keep(lambda: inbox.desks(self.name))
        menus = [asyncio.ensure_future(work) for work in (public, desks)]
        try:
            await self._receive(inbox)
        finally:
            for menu in menus:
                menu.cancel()
            await asyncio.gather(*menus, return_exceptions=True)

    async def _receive(self, inbox: Inbox) -> None:
        if self._hook is not None:
            self._source = hooked = Hooked(self._api, self._hook, self._chance)
            await hooked.run()
        else:
            self._source = polling = Polling(self._api, self._chance, self._poll_seconds)
            await polling.run(
                lambda raw: self._take(raw, inbox), lambda id, error: inbox.set_aside(self.name, id, error)
            )

    @property
    def well(self) -> bool:
        """Telegram answers."""
        return self._source is None or self._source.well

    async def close(self) -> None:
        """Let the last taps be answered, then let go of the connections."""
        if self._aside:
            await asyncio.wait(set(self._aside), timeout=1.0)
        await self._api.close()

    async def update(self, raw: bytes | dict[str, Any], inbox: Inbox) -> dict[str, Any] | None:
        """One update of a webhook. Its answer carries what may be lost or done twice without harm: the end
        of a tap, or a plain reply whose row says so, given again if the update comes again."""
        given = _loaded(raw) if isinstance(raw, bytes) else raw
        found = await self._heard(given, inbox)
        tap = found.tap if isinstance(found, parse.Said | parse.Tapped) else None
        row = await self._handled(given, found, inbox, via=None if tap else f"{VIA}{id_of(given)}")
        if tap is not None:
            return {"method": "answerCallbackQuery", "callback_query_id": tap}
        if row is None:
            return None
        return {"method": "sendMessage", **render.message(row.address.peer, row.reply.text, None)}

    async def _take(self, raw: Any, inbox: Inbox) -> None:
        """One update of a poll."""
        found = await self._heard(raw, inbox)
        if isinstance(found, parse.Said | parse.Tapped) and found.tap is not None:
            self._apart(self._end(found.tap))
        await self._handled(raw, found, inbox)

    async def _heard(self, raw: Any, inbox: Inbox) -> parse.Heard | None:
        """What an update means; one that cannot be read is set aside."""
        try:
            if id_of(raw) is None:
                raise TypeError
            if (tap := parse.plain_tap(raw)) is not None:
                return tap
            update = parse.update_of(raw)
            if (strange := parse.strange(update)) is None:
                return parse.heard(update, self._me)
        except Exception as error:  # noqa: BLE001  # whatever is wrong with one update, the next is handled
            strange = type(error).__name__
        await inbox.set_aside(self.name, str(id_of(raw)), strange)
        return None

    async def _handled(
        self, raw: Any, found: parse.Heard | None, inbox: Inbox, via: str | None = None
    ) -> OutboxRow | None:
        """Bring what was heard to the inbox; what fails there for its own reasons would fail again."""
        try:
            return await brought(found, inbox, via)
        except DatabaseTrouble:
            raise
        except Exception as error:  # noqa: BLE001  # recorded, and the next is handled
            await inbox.set_aside(self.name, str(id_of(raw)), type(error).__name__)
            return None

    async def _end(self, tap: str) -> None:
        """Stop the turning of a button, whatever its age; a refusal changes nothing for anyone."""
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": tap})
        except TelegramError as error:
            _log.debug("tap not ended", channel=self.name, error=type(error).__name__)

    def _apart(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)

    def _chance(self) -> float:
        return int(self._draw(2), _LETTERS) / _LETTERS**2


def _loaded(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


@asynccontextmanager
async def _opening() -> AsyncIterator[None]:
    """Inside, a failure means that the channel is refused, or that it has to be tried again."""
    try:
        yield
    except TelegramError as error:
        found = send_error(error)
        raise (found if isinstance(found, Misconfigured) else Unreachable()) from None
    except (KeyError, TypeError, AttributeError, ValueError):
        # What answers is not the Bot API.
        raise Unreachable from None
