"""Asks the homeserver what it knows of our account and compares it with our files; changes nothing anywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.sentences import sentence
from bot.settings import MatrixSettings

Said = tuple[bool, str]


def examine_matrix(matrix: MatrixSettings) -> Iterator[Said]:
    """Each thing looked at: whether it is good, and what to say of it. No secret is in any."""
    if not matrix.homeserver:
        yield True, sentence("cli-doctor-matrix-none")
        return
    from bot.channels import Unreachable
    from bot.channels.matrix.client import looked_at
    from bot.channels.matrix.refused import MatrixRefused
    from bot.channels.matrix.store import Store

    for path in Store(matrix).open_to_others():
        yield False, sentence("cli-doctor-matrix-open", path=str(path))
    try:
        seen = asyncio.run(looked_at(matrix))
    except MatrixRefused as refused:
        yield False, str(refused)
    except Unreachable:
        yield False, sentence("cli-doctor-matrix-away", host=urlsplit(matrix.homeserver).hostname or "?")
    else:
        name = "cli-doctor-matrix" if seen.signed else "cli-doctor-matrix-unsigned"
        yield (
            True,
            sentence(name if seen.device_id else "cli-doctor-matrix-first", user=matrix.user, device=seen.device_id),
        )
