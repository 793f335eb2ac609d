"""Parameters of a call, whichever way they were sent: in the address, as a form, as a multipart form or as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from tests.fake_telegram.refusals import bad

NAME = re.compile(rb'[; ]name="?([^";]*)"?')
FILENAME = re.compile(rb'filename="([^"]*)"')
MEDIA_TYPE = re.compile(rb"content-type:\s*([^\r\n]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    media_type: str
    data: bytes


Params = dict[str, str]
Files = dict[str, Upload]


def read(query: str, media_type: str, body: bytes) -> tuple[Params, Files]:
    """Parameters and files; an unknown kind of body holds none, as on the real server."""
    params: Params = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    files: Files = {}
    if not body:
        return params, files
    kind = media_type.partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        params.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == "application/json":
        params.update(from_json(body))
    elif kind == "multipart/form-data":
        read_parts(media_type, body, params, files)
    return params, files


def from_json(body: bytes) -> Params:
    """An object; what is not a string is written again as JSON, as the real server reads it."""
    try:
        given = json.loads(body)
    except ValueError:
        raise bad("can't parse JSON object in the request") from None
    if not isinstance(given, dict):
        raise bad("can't parse JSON object in the request")
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in given.items()
        if value is not None
    }


def read_parts(media_type: str, body: bytes, params: Params, files: Files) -> None:
    """Each part of a multipart form."""
    boundary = media_type.partition("boundary=")[2].split(";")[0].strip().strip('"')
    for part in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, data = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        data = data.removesuffix(b"\r\n")
        name = NAME.search(head)
        if name is None:
            continue
        field, filename = name[1].decode("utf-8", "replace"), FILENAME.search(head)
        if filename is None:
            params[field] = data.decode("utf-8", "replace")
        else:
            kind = MEDIA_TYPE.search(head)
            said = kind[1].decode("latin-1").strip() if kind else "application/octet-stream"
            files[field] = Upload(filename[1].decode("utf-8", "replace"), said, data)
