"""Files on Matrix: encrypted where the room is, so that the homeserver holds nothing that it can read."""

from __future__ import annotations

import json

from tests.channels.matrix.rig import Rig
from tests.channels.matrix.test_channel import begun


async def test_a_file_is_read_by_its_person_and_by_no_server(bot: Rig) -> None:
    """Its key travels in the encrypted message; its name too."""
    anna, room, _ = await begun(bot)
    await anna.says(room, "recevoir mes données")
    said = await anna.hears(room, 4)
    files = [each for each in said if each.msgtype == "m.file"]
    assert [each.body for each in files] == ["mes-donnees.txt", "mes-donnees.json"]
    for each in files:
        assert "url" not in each.content
        assert "file" in each.content
    content = json.loads(await anna.fetches(files[1]))
    assert content["data"]["addresses"][0]["peer"] == anna.user_id
