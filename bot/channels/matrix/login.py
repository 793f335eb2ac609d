"""Logs in once: a restart takes up the same device, for each new one is a stranger to those who write to it."""

from __future__ import annotations

import structlog

from bot.channels import Unreachable
from bot.channels.matrix.asking import FORBIDDEN, PASSWORD_STEP, UNAUTHORIZED, Answer, LoginWanted, ask
from bot.channels.matrix.nio_client import BotClient
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.store import Login, Store
from bot.settings import MatrixSettings

DEVICE_NAME = "Boussole"

_log = structlog.get_logger(__name__)


async def logged_in(client: BotClient, settings: MatrixSettings, store: Store) -> bool:
    """Give the client its token and its device; True if that made a new device on the server."""
    if await took_up(client, settings, store):
        return False
    kept = store.login()
    device = kept.device_id if kept else store.device(settings.user)
    store.keep_login(await by_password(client, settings, device))
    return device is None


async def took_up(client: BotClient, settings: MatrixSettings, store: Store) -> bool:
    """Take up the login that we have; False if there is none, or if the server only wants the password again."""
    kept = _kept(settings, store)
    if kept is not None:
        _take(client, kept)
    try:
        answer = await who_are_we(client)
    except LoginWanted:
        if settings.access_token:
            raise ended(settings) from None
        return False
    if kept is None:
        return False
    if not answer.good:
        raise ended(settings)
    _check(client, settings, answer)
    return True


def ended(settings: MatrixSettings) -> MatrixRefused:
    """Why the server does not take our token any more, and asks for no password: a login would be another device."""
    return MatrixRefused("cli-matrix-token-refused" if settings.access_token else "cli-matrix-session-ended")


async def who_are_we(client: BotClient) -> Answer:
    """What the token is worth: a good answer, or 401 or 403."""
    answer = await ask(client, "GET", "/account/whoami")
    if not answer.good and answer.status not in (UNAUTHORIZED, FORBIDDEN):
        raise Unreachable
    return answer


async def by_password(client: BotClient, settings: MatrixSettings, device: str | None) -> Login:
    """A login; for the device named, if there is one, else for a new one."""
    asked = {
        "type": PASSWORD_STEP,
        "identifier": {"type": "m.id.user", "user": settings.user},
        "password": settings.password,
        "initial_device_display_name": DEVICE_NAME,
        **({"device_id": device} if device else {}),
    }
    client.access_token = ""
    answer = await ask(client, "POST", "/login", asked)
    if answer.status == FORBIDDEN:
        raise MatrixRefused("cli-matrix-password-refused")
    if not answer.good:
        raise MatrixRefused("cli-matrix-login-refused", code=answer.code)
    login = Login(answer.body["user_id"], answer.body["device_id"], answer.body["access_token"])
    _take(client, login)
    _check(client, settings, answer)
    _log.info("logged in", state="new" if device is None else "known")
    return login


async def log_out(client: BotClient) -> None:
    """End the device that was just made, for nothing will come of it."""
    await ask(client, "POST", "/logout", {})


def _kept(settings: MatrixSettings, store: Store) -> Login | None:
    if settings.access_token:
        return Login(settings.user, settings.device_id, settings.access_token)
    kept = store.login()
    if kept is not None and kept.user_id != settings.user:
        raise MatrixRefused("cli-matrix-store-other", user=kept.user_id)
    return kept


def _take(client: BotClient, login: Login) -> None:
    client.user_id, client.device_id, client.access_token = login.user_id, login.device_id, login.access_token


def _check(client: BotClient, settings: MatrixSettings, answer: Answer) -> None:
    """The token may be another account's, or another device's."""
    user, device = answer.body.get("user_id"), answer.body.get("device_id")
    if user != settings.user:
        raise MatrixRefused("cli-matrix-user-other", user=user)
    if not device or (client.device_id and device != client.device_id):
        raise MatrixRefused("cli-matrix-device-other", device=device or "?")
    client.device_id = device
