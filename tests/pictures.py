"""Small pictures and documents, as people send them, with what a phone writes in them."""

from __future__ import annotations

import struct
import zlib

WHERE = b"CANARY-50.6366N-3.0633E"
"""Where it was taken: nobody else should learn it."""


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*, size: int = 0) -> bytes:
    """One white point, with a text about where it was taken. `size`: bytes of colours that it holds besides."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (_part(b"IHDR", head), _part(b"tEXt", b"Comment\0" + WHERE), _part(b"IDAT", zlib.compress(b"\0\xff")))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + _part(b"IDAT", bytes(size)) * bool(size) + _part(b"IEND", b"")


def jpeg(orientation: int = 6) -> bytes:
    """The head of a photo taken upright, with what a phone writes: which way up, and where."""
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack("<HHII", 0x8825, 4, 1, 38)
    exif = b"Exif\0\0" + b"II\x2a\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 0) + WHERE
    app = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    about = b"\xff\xfe" + struct.pack(">H", len(WHERE) + 2) + WHERE
    return b"\xff\xd8" + app + about + b"\xff\xda\0\x02" + b"points" + b"\xff\xd9"


PICTURE = png()
DOCUMENT = b"%PDF-1.7\n%%EOF\n"
