"""A month before the facts of a card are to be read again, who animates its network is asked whether they still hold,
once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, select

from handlers import facts
from handlers.calendar import instant
from handlers.dates import in_words, local_date
from handlers.messages import LONGEST_CHOICE, Choice, Reply
from handlers.reminder_words import spoken
from handlers.roles import ANIMATOR, Given
from scheduler.request_tellings import Told, reached, write
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.desk import DeskAnswers
from storage.questions.roles import RoleAnswers
from storage.tables import outbox as ledger

BEFORE = timedelta(days=30)
KEY = "review/"
_HOUR = time(9)
_MOST_CARDS = 6


@dataclass(frozen=True, slots=True)
class Review:
    """The cards of a network with a fact that is to be read again by this day."""

    network: str
    review_by: date
    cards: tuple[str, ...]

    def key(self, person: int) -> str:
        """What names the question for ever."""
        return f"{KEY}{self.network}.{self.review_by:%Y%m%d}/{person}"


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next morning on which somebody is to be asked."""
    found = (_due(each, scene) for each, _ in _unasked(connection, scene))
    return min(found, default=None)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Ask what is due, in the day."""
    if scene.is_night:
        return ()
    told: list[OutboxRow] = []
    for review, who in _unasked(connection, scene):
        if _due(review, scene) <= scene.now:
            asked = Told(0, "", who.person, _said(review, who, scene))
            told += write(connection, asked, scene, review.key(who.person))
    return tuple(told)


def _due(review: Review, scene: Scene) -> datetime:
    zone = scene.zone
    at = instant(datetime.combine(review.review_by - BEFORE, _HOUR), zone)
    return scene.by_day(at)


def _unasked(connection: Connection, scene: Scene) -> Iterator[tuple[Review, Given]]:
    """Each question with who was not asked it yet; past its day, a fact says so itself."""
    today = local_date(scene.now, scene.zone)
    held = [each for each in RoleAnswers(connection).given(0, 1000) if each.role.name == ANIMATOR]
    if not held:
        return
    networks = {each.role.network for each in held}
    reviews = [each for each in _reviews(connection, scene, networks) if each.review_by >= today]
    keys = {review.key(who.person) for review in reviews for who in held if who.role.network == review.network}
    known = set(connection.execute(select(ledger.c.key).where(ledger.c.key.in_(keys))).scalars())
    for review in reviews:
        for who in held:
            asked = who.role.network != review.network or review.key(who.person) in known
            # Who cannot be reached is asked once they can: until then nothing is due.
            if not asked and reached(connection, who.person) is not None:
                yield review, who


def _reviews(connection: Connection, scene: Scene, networks: set[str]) -> Iterator[Review]:
    """What each of these networks is to read again, by day."""
    pack, confirmed = scene.guide.pack, DeskAnswers(connection).confirmed()
    zone = pack.territory.timezone
    for network in sorted(networks):
        days: dict[date, list[str]] = {}
        for name in facts.cards_of(pack, network):
            card = facts.card_named(pack, name)
            assert card is not None
            for number, fact in enumerate(facts.facts_of(card)):
                found = facts.renewed(fact, confirmed.get(facts.fact_name(name, number)), zone)
                days.setdefault(found.review_by, []).append(name)
        for day, names in sorted(days.items()):
            yield Review(network, day, tuple(dict.fromkeys(names)))


def _said(review: Review, who: Given, scene: Scene) -> Reply:
    guide, language = scene.guide, spoken(scene.guide, who.language)
    say = guide.wording.say
    day = in_words(review.review_by, language)
    text = say(language, "review-ask", network=guide.pack.network_name(review.network), day=day)
    choices = []
    for name in review.cards[:_MOST_CARDS]:
        kind, _, id = name.partition(".")
        label = say(language, f"{'scheme' if kind == facts.SCHEME else 'place'}-{id}")
        card = facts.card_named(guide.pack, name)
        shown = card.name if card is not None and kind != facts.SCHEME else label
        choices.append(Choice(f"desk/card:{name}", say(language, "review-see", card=shown)[:LONGEST_CHOICE]))
    return Reply(text, tuple(choices))
