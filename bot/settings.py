"""The configuration as one typed structure: each field says how it is checked and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StrictInt, field_validator, model_validator
from pydantic_core import PydanticCustomError

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Secret:
    """Marks a field that may also be given as `<key>_file`, is never printed, and is kept from other users.

    With `in_url`, only a value that carries a password is secret.
    """

    in_url: bool = False

    def kept(self, value: str) -> bool:
        """True if this value must not be seen."""
        return bool(value) and (not self.in_url or bool(password_of(value)))


@dataclass(frozen=True, slots=True)
class Expected:
    """Names the sentence that says what a text must look like."""

    name: str


def password_of(url: str) -> str:
    """The password that an address carries, or nothing."""
    try:
        return urlsplit(url).password or ""
    except ValueError:
        return ""


Text = Annotated[str, Field(max_length=LONGEST)]
# A secret of Telegram's webhook travels in a header: its alphabet is Telegram's.
_URL = r"^(sqlite:///.+|postgresql\+psycopg://.+)$"
_WEB, _HOST = r"^https?://[^\s/?#]+[^\s?#]*$", r"^[\w.:-]+$"
# A name, a comma, a country; then, after a colon, what is done there.
_NAMED = r"^[^,:]+,\s*[^,:]+(:.+)?$"
_TOKEN, _HOOK = r"^\d+:[\w-]+$", r"^[A-Za-z0-9_-]{1,256}$"
_HOME, _WHO, _PICTURE = r"^https?://[^\s/?#@]+/?$", r"^@[^\s:]+:\S+$", r"^mxc://[^\s/]+/[\w-]+$"
Url = Annotated[str, Secret(in_url=True), Field(repr=False, pattern=_URL), Expected("settings-url")]
WebUrl = Annotated[str, Field(max_length=LONGEST, pattern=_WEB), Expected("settings-web-url")]
Host = Annotated[str, Field(max_length=LONGEST, pattern=_HOST), Expected("settings-host")]
Token = Annotated[str, Secret(), Field(repr=False, max_length=LONGEST, pattern=_TOKEN), Expected("settings-token")]
HookSecret = Annotated[str, Secret(), Field(repr=False, pattern=_HOOK), Expected("settings-hook-secret")]
Homeserver = Annotated[str, Field(max_length=LONGEST, pattern=_HOME), Expected("settings-homeserver")]
MatrixUser = Annotated[str, Field(max_length=255, pattern=_WHO), Expected("settings-matrix-user")]
Picture = Annotated[str, Field(max_length=LONGEST, pattern=_PICTURE), Expected("settings-picture")]
_FEED = r"^[a-z0-9][a-z0-9_-]*\s+(https?|webcal)://\S+(\s+[a-z0-9][a-z0-9_-]*)?$"
FeedText = Annotated[str, Field(max_length=LONGEST, pattern=_FEED), Expected("settings-feed")]
Processor = Annotated[str, Field(max_length=LONGEST, pattern=_NAMED), Expected("settings-processor")]
Hidden = Annotated[str, Secret(), Field(repr=False, max_length=LONGEST)]
Messages = Annotated[StrictInt, Field(ge=1, le=100_000)]


class Section(BaseModel):
    """What every section shares: nothing unknown, nothing changed after reading, no value in an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)


class Territory(Section):
    """[territory]: which pack is spoken."""

    pack: Text = ""


class Storage(Section):
    """[storage]: where conversations are kept."""

    url: Url = "sqlite:///boussole.db"


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


class Settings(Section):
    """All that an operator may set."""

    territory: Territory = Territory()
    storage: Storage = Storage()
    telegram: Telegram = Telegram()
    matrix: MatrixSettings = MatrixSettings()
    web: Web = Web()
    delivery: Delivery = Delivery()
    flood: Flood = Flood()
    calendars: CalendarSettings = CalendarSettings()
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
