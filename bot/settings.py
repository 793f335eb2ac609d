"""The configuration as one typed structure: each field says how it is checked and what it is for."""

from __future__ import annotations

import shlex
from typing import Annotated, Literal, get_args

from pydantic import Field, StrictInt, field_validator, model_validator
from pydantic_core import PydanticCustomError

from bot.settings_kinds import (
    LONGEST,
    Expected,
    FeedText,
    Hidden,
    Homeserver,
    HookSecret,
    Host,
    MatrixUser,
    Messages,
    Picture,
    Processor,
    Secret,
    Section,
    Sender,
    Text,
    Token,
    Url,
    WebUrl,
    password_of,
)

__all__ = ["LONGEST", "Section", "Settings"]


class Territory(Section):
    """[territory]: which pack is spoken."""

    pack: Text = ""


class Storage(Section):
    """[storage]: where conversations are kept."""

    url: Url = "sqlite:///boussole.db"


class Backup(Section):
    """[backup]: the copies that `run` makes by itself; how long they are kept is in [retention]."""

    folder: Text = ""
    every: Annotated[StrictInt, Field(ge=0, le=1_440)] = 60
    command: tuple[Text, ...] = ()

    @field_validator("command", mode="before")
    @classmethod
    def _listed(cls, written: object) -> object:
        """In a variable of the environment the words are separated as in a shell, which has no other part in it."""
        return shlex.split(written) if isinstance(written, str) else written


class Retention(Section):
    """[retention]: how long things are kept; each can only be shortened, because people were told so."""

    hours_without_yes: Annotated[StrictInt, Field(ge=1, le=24)] = 24
    days_with_keep: Annotated[StrictInt, Field(ge=1, le=30)] = 30
    days_of_traces: Annotated[StrictInt, Field(ge=1, le=30)] = 30
    months_of_silence: Annotated[StrictInt, Field(ge=2, le=13)] = 13
    days_of_backups: Annotated[StrictInt, Field(ge=1, le=35)] = 35


class Logs(Section):
    """[logs]: how much is told, and in which form."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "console", "json"] = "auto"


class Notice(Section):
    """[notice]: what the privacy notice says of whoever runs this bot."""

    controller: Text = ""
    contact: Text = ""
    legal_basis: Text = ""
    dpo: Text = ""
    processors: tuple[Processor, ...] = ()
    transfers: Text = ""

    @field_validator("processors", mode="before")
    @classmethod
    def _listed(cls, written: object) -> object:
        """In a variable of the environment they are separated by semicolons."""
        if not isinstance(written, str):
            return written
        return [each for part in written.split(";") if (each := part.strip())]


class Telegram(Section):
    """[telegram]: the bot on Telegram; the channel runs when there is a token."""

    token: Token = ""
    base_url: WebUrl = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: WebUrl = ""
    webhook_secret: HookSecret = ""

    @field_validator("base_url")
    @classmethod
    def _server(cls, written: str) -> str:
        """The server alone; libraries also write it with the path that opens every method."""
        return written.rstrip("/").removesuffix("/bot")

    @model_validator(mode="after")
    def _whole(self) -> Telegram:
        """What was begun must be finished: a section without a token would be a channel that never starts."""
        needed = ["token"] if self.model_fields_set else []
        needed += ["webhook_url", "webhook_secret"] if self.mode == "webhook" else []
        for key in needed:
            if not getattr(self, key):
                raise PydanticCustomError("settings-needed", "{key}", {"key": key})
        return self


class MatrixSettings(Section):
    """[matrix]: the bot on Matrix; the channel runs when there is a homeserver."""

    homeserver: Homeserver = ""
    user: MatrixUser = ""
    password: Hidden = ""
    access_token: Hidden = ""
    device_id: Text = ""
    store_path: Text = "matrix-store"
    pickle_key: Hidden = ""
    cross_signing_file: Text = ""
    allow: tuple[Text, ...] = ()
    joins_per_minute: Annotated[StrictInt, Field(ge=1, le=6000)] = 10
    trust: Literal["all", "cross-signed"] = "all"
    display_name: Text = ""
    avatar: Picture = ""

    @field_validator("allow", mode="before")
    @classmethod
    def _listed(cls, written: object) -> object:
        """In a variable of the environment the names are separated by commas or blanks."""
        return written.replace(",", " ").split() if isinstance(written, str) else written

    @model_validator(mode="after")
    def _whole(self) -> MatrixSettings:
        """What was begun must be finished; either a password or a token is enough."""
        needed = ["homeserver", "user", "pickle_key"] if self.model_fields_set else []
        if needed and not self.access_token:
            needed.append("password")
        for key in needed:
            if not getattr(self, key):
                raise PydanticCustomError("settings-needed", "{key}", {"key": key})
        return self


class Web(Section):
    """[web]: where webhooks, health, metrics and the public pages are served."""

    host: Host = "127.0.0.1"
    port: Annotated[StrictInt, Field(ge=0, le=65535)] = 8080
    url: WebUrl = ""


class Delivery(Section):
    """[delivery]: the pace of messages sent to many; answers are never paced."""

    bulk_per_second: Annotated[StrictInt, Field(ge=1, le=1000)] = 25
    per_chat_per_second: Annotated[StrictInt, Field(ge=1, le=100)] = 1
    per_group_per_minute: Annotated[StrictInt, Field(ge=1, le=6000)] = 20


class Flood(Section):
    """[flood]: how fast people may write before they are asked to slow down; taps are never counted."""

    at_once: Messages = 20
    per_minute: Messages = 60
    calm_at_once: Messages = 10
    calm_per_minute: Messages = 12
    shared_at_once: Messages = 500
    shared_per_minute: Messages = 3_000
    silence_seconds: Annotated[StrictInt, Field(ge=1, le=3_600)] = 60


class CalendarSettings(Section):
    """[calendars]: what networks publish elsewhere, and is read every hour."""

    feeds: tuple[FeedText, ...] = ()
    private: bool = False

    @field_validator("feeds", mode="before")
    @classmethod
    def _listed(cls, written: object) -> object:
        """In a variable of the environment they are separated by semicolons."""
        return Notice._listed(written)


class Smtp(Section):
    """[smtp]: where the mail of Monday leaves from; it leaves when there is a server."""

    host: Host = ""
    port: Annotated[StrictInt, Field(ge=1, le=65535)] = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: Text = ""
    password: Hidden = ""
    sender: Sender = ""

    @model_validator(mode="after")
    def _whole(self) -> Smtp:
        """What was begun must be finished; a name goes with a password, and never without encryption."""
        needed = ["host", "sender"] if self.model_fields_set else []
        needed += ["user", "password"] if self.user or self.password else []
        for key in needed:
            if not getattr(self, key):
                raise PydanticCustomError("settings-needed", "{key}", {"key": key})
        if self.password and self.tls == "none":
            raise PydanticCustomError("settings-plain", "{key}", {"key": "tls"})
        return self


class Settings(Section):
    """All that an operator may set."""

    territory: Territory = Territory()
    storage: Storage = Storage()
    backup: Backup = Backup()
    telegram: Telegram = Telegram()
    matrix: MatrixSettings = MatrixSettings()
    web: Web = Web()
    delivery: Delivery = Delivery()
    flood: Flood = Flood()
    calendars: CalendarSettings = CalendarSettings()
    smtp: Smtp = Smtp()
    retention: Retention = Retention()
    logs: Logs = Logs()
    notice: Notice = Notice()


def sections() -> dict[str, type[Section]]:
    """The sections by name, in the order of the example file."""
    found: dict[str, type[Section]] = {}
    for name, field in Settings.model_fields.items():
        assert isinstance(field.annotation, type)
        assert issubclass(field.annotation, Section)
        found[name] = field.annotation
    return found


def secret_mark(section: type[Section], key: str) -> Secret | None:
    """How this key is secret, if it is."""
    field = section.model_fields.get(key)
    marks = [mark for mark in field.metadata if isinstance(mark, Secret)] if field else []
    return marks[0] if marks else None


def expected(section: type[Section], key: str) -> str | None:
    """The sentence that says what this key's text must look like, if it has a form."""
    field = section.model_fields.get(key)
    if field is None:
        return None
    # Of a list, the form is that of each text in it.
    items = [mark for item in get_args(field.annotation) for mark in getattr(item, "__metadata__", ())]
    return next((mark.name for mark in (*field.metadata, *items) if isinstance(mark, Expected)), None)


def kind_of(section: type[Section], key: str) -> type | None:
    """The plain type that a key's text is turned into: int, bool or str."""
    field = section.model_fields.get(key)
    if field is None:
        return None
    annotation = field.annotation
    if annotation is int:
        return int
    return bool if annotation is bool else str


def bounds(section: type[Section], key: str) -> tuple[str, str]:
    """The least and the greatest value of a number."""
    marks = section.model_fields[key].metadata
    least = next((str(mark.ge) for mark in marks if hasattr(mark, "ge")), "")
    return least, next((str(mark.le) for mark in marks if hasattr(mark, "le")), "")


def allowed(section: type[Section], key: str) -> tuple[str, ...]:
    """The values that a key may take, when they are listed."""
    return tuple(str(value) for value in get_args(section.model_fields[key].annotation))


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Every value that must never be seen, for the logs to hide."""
    found: list[str] = []
    for name, section in sections().items():
        for key in section.model_fields:
            mark, value = secret_mark(section, key), str(getattr(getattr(settings, name), key))
            if mark and mark.kept(value):
                found += [value, password_of(value)] if mark.in_url else [value]
    return tuple(value for value in found if value)
