"""A request given to a network by somebody who writes from two messengers."""

from __future__ import annotations

from sqlalchemy import select

from storage.database import Database
from storage.tables import requests
from tests.handed import COFFRE, WORDS
from tests.linking import MX, TG, Place
from tests.outcomes import HERE


def test_a_request_read_on_one_messenger_and_sent_on_the_other_reaches_it_once(either_database: Database) -> None:
    """The draft stays, the request sent on the other messenger comes with the link: the network has it already."""
    place = Place(either_database)
    place.hears(TG, place.invite("animator", "coffre"), "a1")
    for channel in (TG, MX):
        for text in HERE:
            place.hears(channel, text)
        place.hears(channel, choice=f"handover/begin:{COFFRE}")
        place.hears(channel, WORDS)
        place.hears(channel, "sans contact")
    place.hears(MX, "envoyer")
    place.link()
    assert "Le Coffre aux embruns a votre demande" in place.hears(TG, choice="handover/review:send")
    with place.database.read() as connection:
        assert connection.execute(select(requests.c.network)).all() == [("coffre",)]
