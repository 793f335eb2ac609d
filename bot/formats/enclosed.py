"""The picture or the file of a broadcast: read once for all those who receive it, and cleaned when it arrives."""

from __future__ import annotations

import struct
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from bot.formats import File
from handlers.broadcasts import FORMS
from handlers.messages import Address
from storage import enclosures
from storage.play import Scene

_STARTS = {"jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-"}
_KEPT_PARTS = (
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"sBIT",
    b"pHYs",
    b"bKGD",
)
_ORIENTATION = 0x0112
_SCAN, _FIRST_APP, _LAST_APP, _COMMENT = 0xDA, 0xE1, 0xEF, 0xFE
_COLOURS, _ADOBE = 0xE2, 0xEE

_last: WeakKeyDictionary[Engine, File] = WeakKeyDictionary()


def file_of(connection: Connection, scene: Scene, to: Address, what: str) -> File | None:
    """`enclosure:12.png`: what goes with the broadcast that holds it, the same for everybody."""
    alt = enclosures.alt_of(connection, what)
    if alt is None:
        return None
    # The bytes of the last one only: a broadcast reads them once, and not ten thousand times.
    file = _last.get(connection.engine)
    if file is None or (file.same, file.alt) != (what, alt):
        form = what.rpartition(".")[2]
        said = scene.guide.wording.say(scene.guide.pack.reference_language, f"broadcast-{_kind(form)}-name")
        content = enclosures.content(connection, what) or b""
        file = _last[connection.engine] = File(f"{said}.{form}", FORMS.get(form, ""), content, alt, what)
    return file


def _kind(form: str) -> str:
    return "file" if form == "pdf" else "picture"


def form_of(content: bytes) -> str:
    """What it is by its first bytes, whatever its name says; empty for what is not taken."""
    return next((form for form, start in _STARTS.items() if content.startswith(start)), "")


def cleaned(content: bytes, form: str) -> bytes:
    """Without where and by whom a picture was taken, which a phone writes in it. ValueError if it cannot be read."""
    try:
        return {"jpg": _plain_jpeg, "png": _plain_png}.get(form, _as_it_is)(content)
    except (struct.error, IndexError) as error:
        raise ValueError(form) from error


def _as_it_is(content: bytes) -> bytes:
    return content


def _plain_png(content: bytes) -> bytes:
    kept, at = [content[:8]], 8
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name = content[at + 4 : at + 8]
        if name in _KEPT_PARTS:
            kept.append(content[at : at + 12 + length])
        at += 12 + length
        if name == b"IEND":
            return b"".join(kept)
    raise ValueError("png")


def _plain_jpeg(content: bytes) -> bytes:
    kept, at = [content[:2]], 2
    while content[at] == 0xFF:
        mark = content[at + 1]
        if mark == _SCAN:
            return b"".join((*kept, content[at:]))
        (length,) = struct.unpack_from(">H", content, at + 2)
        part = content[at : at + 2 + length]
        if part[4:10] == b"Exif\0\0":
            kept.append(_turned(_orientation(part[10:])))
        elif not (_FIRST_APP <= mark <= _LAST_APP or mark == _COMMENT) or mark in (_COLOURS, _ADOBE):
            kept.append(part)
        at += 2 + length
    raise ValueError("jpeg")


def _orientation(tiff: bytes) -> int:
    """Which way up it was taken: the one thing that is needed of what the phone wrote."""
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
        if tag == _ORIENTATION:
            return int(value)
    return 1


def _turned(orientation: int) -> bytes:
    if orientation not in range(2, 9):
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    tiff = b"MM\0\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    part = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part
