"""Pictures with codes, read as a phone reads them: by a library that has nothing to do with the one that made them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import zxingcpp

_START = 8
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}


def seen(picture: bytes) -> list[str]:
    """What the codes of a picture say, in order."""
    return sorted(code.text for code in zxingcpp.read_barcodes(grey(picture)))


def grey(picture: bytes, change: Callable[[int, int, int], int] | None = None) -> memoryview:
    """The brightness of each point of a PNG, by line and column. `change` makes another one of it, by its place."""
    width, height, bits, colour, data = _parts(picture)
    channels = _CHANNELS[colour]
    size = (width * bits * channels + 7) // 8
    lines, before = [], bytearray(size)
    for top in range(height):
        at = top * (size + 1)
        before = _unfiltered(data[at], data[at + 1 : at + 1 + size], before, max(1, bits * channels // 8))
        lines.append(_brightness(before, width, bits, channels))
    points = bytearray(b"".join(lines))
    if change is not None:
        for place, value in enumerate(points):
            points[place] = change(place % width, place // width, value)
    return memoryview(bytes(points)).cast("B", shape=[height, width])


def _parts(picture: bytes) -> tuple[int, int, int, int, bytes]:
    at, packed, head = _START, b"", (0, 0, 0, 0)
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        name, body = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        if name == b"IHDR":
            head = struct.unpack(">IIBB", body[:10])
        elif name == b"IDAT":
            packed += body
        at += 12 + length
    width, height, bits, colour = head
    return width, height, bits, colour, zlib.decompress(packed)


def _unfiltered(kind: int, line: bytes, before: bytearray, step: int) -> bytearray:
    if kind == 0:
        return bytearray(line)
    if kind == 2:
        return bytearray((value + up) & 0xFF for value, up in zip(line, before, strict=True))
    out = bytearray(step) + line
    above = bytearray(step) + before
    for at in range(step, len(out)):
        left, up = out[at - step], above[at]
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + up) // 2
        else:
            corner = above[at - step]
            near, far, both = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
            guess = left if near <= far and near <= both else up if far <= both else corner
        out[at] = (out[at] + guess) & 0xFF
    return out[step:]


def _brightness(line: bytearray, width: int, bits: int, channels: int) -> bytes:
    if bits < 8:
        each = 8 // bits
        most = (1 << bits) - 1
        return bytes(255 * (line[at // each] >> (bits * (each - 1 - at % each)) & most) // most for at in range(width))
    return bytes(line[0::channels][:width])
