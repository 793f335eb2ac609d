"""What people read of a broadcast, and what its network reads of what becomes of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.broadcasts import DONE, ENCLOSURE, PAUSED, SENDING, STOPPED, WAITING, Broadcast
from handlers.consent import COMMUNITY, GATHERINGS
from handlers.dates import at_hour, day_of
from handlers.gatherings import CANCELLED, Gathering
from handlers.guide import Guide
from handlers.layout import capital, in_lines, in_paragraphs
from handlers.messages import Choice, Reply
from handlers.reminder_words import facts, spoken

NAME = "broadcasts"
_ENOUGH_TO_TELL = 20


def message(guide: Guide, language: str, sent: Broadcast) -> Reply:
    """What someone of this language reads: who writes, the words, the link, how to answer and how to end it."""
    say = guide.wording.say
    texts = sent.texts
    read = language if language in texts else next(iter(texts))
    purpose = COMMUNITY if sent.segment.communities else GATHERINGS
    parts = (
        say(language, "broadcast-from", network=guide.pack.network_name(sent.network)),
        texts[read],
        shown(guide, language, sent),
        sent.link,
        say(language, "broadcast-how"),
    )
    choices = [Choice(f"consent/{purpose}:non", say(language, "broadcast-no-more"))]
    if sent.gathering is not None:
        choices.insert(0, Choice(f"coming/yes:{sent.gathering}", say(language, "broadcast-coming")))
    files = (f"{ENCLOSURE}:{sent.enclosure}",) if sent.enclosure else ()
    return Reply(in_paragraphs(parts), tuple(choices), files)


def shown(guide: Guide, language: str, sent: Broadcast) -> str:
    """What is joined, in words: for who does not see it, or whose phone does not show it."""
    if not sent.enclosure:
        return ""
    name = "broadcast-file-alt" if sent.enclosure.endswith(".pdf") else "broadcast-picture-alt"
    return guide.wording.say(language, name, alt=sent.alt)


def steps(sent: Broadcast) -> tuple[str, ...]:
    """What its network may do with it now."""
    if sent.state == WAITING:
        return ("draft", "stop")
    if sent.state in (SENDING, PAUSED):
        return ("pause" if sent.state == SENDING else "resume", "stop")
    return ("again",) if sent.state == DONE and sent.again else ()


def buttons(guide: Guide, language: str, sent: Broadcast) -> tuple[Choice, ...]:
    """A button for each."""
    say = guide.wording.say
    return tuple(Choice(f"{NAME}/{step}:{sent.id}", say(language, f"broadcast-do-{step}")) for step in steps(sent))


def state(guide: Guide, language: str, sent: Broadcast, now: datetime) -> str:
    """Where it stands, in a few lines."""
    language, zone = spoken(guide, language), guide.zone
    if sent.state == WAITING and sent.starts_at is not None:
        when = moment(guide, language, sent.starts_at, now)
        return guide.wording.say(language, "broadcast-state-waiting", count=sent.audience.reached, when=when)
    if sent.state in (SENDING, PAUSED):
        ends = _expected_end(sent, now) if sent.state == SENDING else None
        parts = [guide.wording.say(language, f"broadcast-state-{sent.state}", **_numbers(sent))]
        if ends is not None:
            parts.append(guide.wording.say(language, "broadcast-ends", hour=at_hour(ends, zone, language)))
        return "\n".join(parts)
    return report(guide, language, sent)


def _numbers(sent: Broadcast) -> dict[str, int]:
    return {"sent": sent.count("sent", "late"), "left": _left(sent), "refused": sent.count("failed", "skipped")}


def _left(sent: Broadcast) -> int:
    return sent.to_write + sent.count("queued", "sending")


def _expected_end(sent: Broadcast, now: datetime) -> datetime | None:
    """As fast as until now; nothing before enough was sent to tell."""
    done = sum(sent.states.values()) - sent.count("queued", "sending")
    if sent.began_at is None or done < _ENOUGH_TO_TELL or now <= sent.began_at:
        return None
    return now + timedelta(seconds=(now - sent.began_at).total_seconds() / done * _left(sent))


def report(guide: Guide, language: str, sent: Broadcast) -> str:
    """What became of every message: the lines add up to the people who were counted."""
    say = guide.wording.say
    head = say(language, "broadcast-report-stopped" if sent.state == STOPPED else "broadcast-report")
    counts = {name: sent.count(name) for name in ("sent", "failed", "skipped", "cancelled")}
    counts["sent"] += sent.count("late")
    counts["skipped"] -= sent.held
    counts["held"] = sent.held
    counts["uncertain"] = sent.again
    again = sent.count("uncertain") - sent.again
    rows = sum(sent.states.values()) - again
    counts["gone"] = max(sent.audience.reached - rows - sent.to_write, 0)
    lines = [say(language, f"broadcast-count-{name}", count=count) for name, count in counts.items() if count]
    return "\n".join([head, *lines]) if lines else "\n".join([head, say(language, "broadcast-count-none")])


def moment(guide: Guide, language: str, at: datetime, now: datetime) -> str:
    """« jeudi 3 décembre à 8 h 30 »."""
    language, zone = spoken(guide, language), guide.zone
    hour = at_hour(at, zone, language)
    return guide.wording.say(language, "broadcast-moment", day=day_of(at, zone, language, now), hour=hour)


def post(guide: Guide, gathering: Gathering, name: str, now: datetime) -> Reply:
    """What a room reads of a gathering, in the language of the territory; `name` says what is new."""
    language = guide.pack.reference_language
    say = guide.wording.say
    head = [say(language, name), gathering.title]
    if gathering.state == CANCELLED:
        start = moment(guide, language, gathering.starts_at, now)
        return Reply(in_lines((*head, capital(start), gathering.reason)))
    how = gathering.text("link") or say(language, "room-gathering-how")
    return Reply(in_lines((*head, *facts(guide, language, gathering, now), how)))
