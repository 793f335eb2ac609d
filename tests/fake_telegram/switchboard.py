"""Calls of the bot: read, perhaps spoilt by a fault, executed, answered and remembered."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fake_telegram import bodies
from tests.fake_telegram.faults import Fault
from tests.fake_telegram.methods import WRITING
from tests.fake_telegram.methods import Call as Asked
from tests.fake_telegram.profile import ABOUT
from tests.fake_telegram.refusals import WEBHOOK_ACTIVE, Refusal
from tests.fake_telegram.updates import whole
from tests.fake_telegram.wire import Request

if TYPE_CHECKING:
    from tests.fake_telegram.server import FakeTelegram

RECEIVING = {"getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"}


@dataclass(slots=True)
class Call:
    """One call of the bot, as it happened: status 0 while (or if) it has no answer."""

    number: int
    method: str
    params: bodies.Params
    at: float
    files: bodies.Files = field(default_factory=dict)
    status: int = 0
    description: str = ""
    executed: bool = False
    via: str = "http"

    @property
    def chat(self) -> str:
        """The chat it is about, as it was written."""
        return self.params.get("chat_id", "")


class Switchboard:
    """What the server does with a request."""

    def __init__(self, server: FakeTelegram) -> None:
        self.server = server

    def handle(self, request: Request) -> None:
        """One request, whatever it is."""
        if request.path.startswith("/bot"):
            token, _, method = request.path[4:].partition("/")
            return self.called(request, token, method.lower())
        if request.path.startswith("/file/bot"):
            return self.fetched(request)
        if self.server.on_other is not None and self.server.on_other(request):
            return None
        return self.say(request, Refusal(404, "Not Found"))

    def called(self, request: Request, token: str, method: str) -> None:
        """A call: read, perhaps spoilt, executed, answered."""
        try:
            params, files = bodies.read(request.query, request.media_type, request.body)
        except Refusal as refusal:
            return self.say(request, refusal, self.log(method, {}, {}))
        call = self.log(method, params, files)
        if token not in self.server.tokens:
            words = "Unauthorized" if ":" in token else "Unauthorized: invalid token specified"
            return self.say(request, Refusal(401, words), call)
        fault = self.server.faults.of(method, params.get("chat_id", "")) if self.server.faults.active else None
        if fault is not None:
            return self.spoil(request, call, fault)
        return self.perform(request, call)

    def log(self, method: str, params: bodies.Params, files: bodies.Files, via: str = "http") -> Call:
        """Remember a call."""
        self.server.count += 1
        call = Call(self.server.count, method, params, time.monotonic(), files, via=via)
        if self.server.keeps_calls:
            self.server.calls.append(call)
        return call

    def spoil(self, request: Request, call: Call, fault: Fault) -> None:
        """What a fault makes of a call."""
        heard_later = fault.kind == "slow" and call.method in RECEIVING
        result = self.unheard(call) if fault.executes and not heard_later else None
        if fault.kind in {"refuse", "throttle"}:
            return self.say(request, fault.refusal, call)
        if fault.kind in {"broken", "garbage"}:
            call.status = fault.status
            media_type = "text/html" if fault.kind == "broken" else "application/json"
            return request.answer(fault.status, fault.body, media_type)
        if fault.kind == "slow":
            later = asyncio.get_running_loop().call_later
            if heard_later:
                later(fault.seconds, self.perform, request, call)
            else:
                later(fault.seconds, self.say, request, result, call)
        if fault.kind == "cut":
            request.cut(reset=fault.reset)
        return self.server.settle()

    def unheard(self, call: Call) -> object:
        """Execute a call whose answer comes late or never."""
        if call.method == "getupdates":
            self.server.updates.take(whole(call.params, "offset"), 1)
            return None
        return self.about_webhook(call)[0] if call.method in RECEIVING else self.attempt(call)

    def perform(self, request: Request, call: Call) -> None:
        """Execute a call and answer it."""
        if call.method not in RECEIVING:
            return self.say(request, self.attempt(call), call)
        call.executed = True
        if call.method != "getupdates":
            return self.say(request, *self.about_webhook(call))
        if self.server.webhook.url:
            return self.say(request, Refusal(409, WEBHOOK_ACTIVE), call)
        self.server.updates.allow(call.params.get("allowed_updates", ""))
        return self.server.updates.get(call.params, lambda found: self.give(request, call, found))

    def attempt(self, call: Call) -> object:
        """The result of a method, or its refusal; the limits of pace come first."""
        limited = self.server.limits.refusal(call.method, call.chat) if self.server.limits is not None else None
        if limited is not None:
            return limited
        method = WRITING.get(call.method) or ABOUT.get(call.method)
        if method is None:
            return Refusal(404, "Not Found: method not found")
        try:
            result = method(Asked(self.server, call.params, call.files))
        except Refusal as refusal:
            return refusal
        call.executed = True
        return result

    def about_webhook(self, call: Call) -> tuple[object, Call, str]:
        """`setWebhook`, `deleteWebhook`, `getWebhookInfo`."""
        if call.method == "getwebhookinfo":
            return self.server.webhook.info(), call, ""
        kept = call.params if call.method == "setwebhook" else call.params | {"url": ""}
        try:
            return True, call, self.server.webhook.set(kept)
        except Refusal as refusal:
            return refusal, call, ""

    def from_webhook(self, method: str, params: bodies.Params, files: bodies.Files) -> bool:
        """A method that a webhook answered; its result is told to nobody."""
        call = self.log(method, params, files, via="webhook")
        fault = self.server.faults.of(method, call.chat) if self.server.faults.active else None
        result = fault.refusal if fault is not None and fault.refusal is not None else self.attempt(call)
        self.note(call, result)
        self.server.settle()
        return call.executed

    def give(self, request: Request, call: Call, found: list[bytes] | Refusal) -> None:
        """The answer of `getUpdates`."""
        if isinstance(found, Refusal):
            return self.say(request, found, call)
        call.status = 200
        request.answer(200, b'{"ok":true,"result":[' + b",".join(found) + b"]}")
        return self.server.settle()

    def say(self, request: Request, result: object, call: Call | None = None, words: str = "") -> None:
        """An answer in the form of the Bot API."""
        if call is not None:
            self.note(call, result)
        if isinstance(result, Refusal):
            later = (result.parameters or {}).get("retry_after")
            extra = f"Retry-After: {later}\r\n" if later else ""
            request.answer(result.code, json.dumps(result.as_json()).encode(), extra=extra)
        else:
            told = {"ok": True, "result": result} | ({"description": words} if words else {})
            request.answer(200, json.dumps(told).encode())
        self.server.settle()

    def note(self, call: Call, result: object) -> None:
        """How a call ended."""
        refused = isinstance(result, Refusal)
        call.status, call.description = (result.code, result.description) if isinstance(result, Refusal) else (200, "")
        call.executed = call.executed and not refused

    def fetched(self, request: Request) -> None:
        """A file that was sent, by the path that `getFile` gave."""
        token, _, path = request.path[9:].partition("/")
        found = self.server.memory.files.by_id.get(path.rpartition("/")[2])
        if token not in self.server.tokens or found is None:
            return self.say(request, Refusal(404, "Not Found"))
        return request.answer(200, found.data, "application/octet-stream")
