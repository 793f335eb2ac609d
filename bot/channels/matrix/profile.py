"""The name and the picture that people see, set when they are not what was configured."""

from __future__ import annotations

from contextlib import suppress

import nio

from bot.channels import SendError
from bot.channels.matrix.sending import failing
from bot.settings import MatrixSettings


async def show_profile(client: nio.AsyncClient, settings: MatrixSettings) -> None:
    """Change what differs: each change is told to every room."""
    if not settings.display_name and not settings.avatar:
        return
    with suppress(SendError):
        async with failing():
            shown = await client.get_profile(client.user_id)
            known = isinstance(shown, nio.ProfileGetResponse)
            name, picture = (shown.displayname, shown.avatar_url) if known else (None, None)
            if settings.display_name and settings.display_name != name:
                await client.set_displayname(settings.display_name)
            if settings.avatar and settings.avatar != picture:
                await client.set_avatar(settings.avatar)
