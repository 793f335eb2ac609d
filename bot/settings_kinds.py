"""The kinds of values that a configuration holds: how each is checked, and which must never be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StrictInt

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
_URL = r"^(sqlite:///.+|postgresql(\+psycopg)?://.+)$"
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
_MAIL = r"^[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+$"
Sender = Annotated[str, Field(max_length=254, pattern=_MAIL), Expected("settings-sender")]
Messages = Annotated[StrictInt, Field(ge=1, le=100_000)]


class Section(BaseModel):
    """What every section shares: nothing unknown, nothing changed after reading, no value in an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)
