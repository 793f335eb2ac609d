"""Every table on one page, in reading order. What each column is for: data-map.toml, beside this file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    literal_column,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeEngine

from handlers.broadcasts import STATES as BROADCASTS
from handlers.desk import CORRECTIONS
from handlers.gatherings import BOOKINGS, TEXT_FIELDS
from handlers.gatherings import STATES as GATHERINGS
from handlers.meetings import STATES as INTRODUCTIONS
from handlers.members import CHECKED_EVERY, PROFILE_FIELDS
from handlers.requests import KINDS as REQUESTED
from handlers.requests import STATES as REQUESTS
from handlers.roles import ROLES
from storage.only_added_to import only_added_to

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column declared INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. In UTC at rest, aware in Python; a naive value is refused."""

    impl = String(26)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL has the type; SQLite holds a text that sorts as time does."""
        return dialect.type_descriptor(TIMESTAMP(timezone=True) if dialect.name == "postgresql" else String(26))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """To UTC, whatever the zone it came in."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        instant = value.astimezone(UTC)
        return instant if dialect.name == "postgresql" else instant.replace(tzinfo=None).isoformat(" ", "microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Back to an aware instant."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return datetime.fromisoformat(value).replace(tzinfo=UTC)


people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_seen_at", UtcDateTime, nullable=False, index=True),
    # No foreign key: each of two tables would wait for the other.
    Column("last_address", Id),
    # Silent for a day or more, and only what has a reason to stay is kept of them.
    Column("resting", Boolean, nullable=False, server_default=false()),
    # The month of their last orientation that was counted, with their yes to statistics.
    Column("oriented_in", String(16)),
    sqlite_autoincrement=True,
)
_AWAKE = (text("resting = 0"), text("NOT resting"))
Index("ix_people_awake", people.c.last_seen_at, sqlite_where=_AWAKE[0], postgresql_where=_AWAKE[1])

# A private address without a person was erased and only waits for its last reply; a room never has one.
addresses = Table(
    "addresses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("channel", String(16), nullable=False),
    Column("peer", String(255), nullable=False),
    Column("private", Boolean, nullable=False),
    Column("blocked_at", UtcDateTime),
    # Empty for the address that a person began with.
    Column("linked_at", UtcDateTime),
    UniqueConstraint("channel", "peer"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("dialogue", String(40), nullable=False),
    Column("step", String(80), nullable=False),
    Column("answers", Text, nullable=False),
    Column("memo", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("pack_revision", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)
HAS_DRAFT = "memo LIKE '%\"draft-%'"
"""A form was begun there (handlers/drafts.py)."""
_DRAFTS = text(HAS_DRAFT)
Index("ix_conversations_draft", conversations.c.updated_at, sqlite_where=_DRAFTS, postgresql_where=_DRAFTS)

consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("purpose", String(40), nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("wording", String(80), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
# Each look at the clock asks who wants to be reminded of a question: few of all the people there are.
_KEEPS = (text("purpose = 'keep' AND granted = 1"), text("purpose = 'keep' AND granted"))
Index("ix_consents_keep", consents.c.person, sqlite_where=_KEEPS[0], postgresql_where=_KEEPS[1])

inbound = Table(
    "inbound",
    metadata,
    Column("address", Id, ForeignKey("addresses.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("message_id", String(80), primary_key=True),
    Column("received_at", UtcDateTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

quarantined = Table(
    "quarantined",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("message_id", String(80), nullable=False),
    Column("error", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

STATES = ("queued", "sending", "sent", "late", "skipped", "cancelled", "failed", "uncertain")
KINDS = ("reply", "reminder", "broadcast", "notice", "summary")


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def in_states(*states: str) -> ColumnElement[bool]:
    """Rows of the ledger in one of these states, as plain SQL: a list of parameters costs at each run."""
    # Untyped: as a Boolean it would be compared with 1, and SQLite would no longer see the partial indexes in it.
    return literal_column("outbox.state IN ({})".format(", ".join(f"'{state}'" for state in states)))


# No foreign key: a row of the ledger outlives the person and the address it was for, so that sums hold.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("person", Id),
    Column("address", Id),
    Column("state", String(16), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("body", Text),
    Column("reason", String(200)),
    # A channel, or `webhook/<update>`. SQLite holds no length, and would rebuild the ledger to change the word.
    Column("via", String(16).with_variant(String(40), "postgresql"), nullable=False),
    Column("receipt", String(255)),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    # Another person, whose words or doings this message carries: it goes with them.
    Column("about", Id),
    # What it is one message of, among many: `broadcast/<id>`, `room/<gathering>`.
    Column("subject", String(40)),
    # Sent after the first of these two hours it is late; at the second one it is of no use any more.
    Column("late_after", UtcDateTime),
    Column("useless_after", UtcDateTime),
    _one_of("state", STATES),
    _one_of("kind", KINDS),
    sqlite_autoincrement=True,
)
_OWED = text("state IN ('queued', 'sending')")
_WORDED = text("body IS NOT NULL")
_SOMEONE = text("person IS NOT NULL")
Index("ix_outbox_owed", outbox.c.due_at, sqlite_where=_OWED, postgresql_where=_OWED)
Index("ix_outbox_worded", outbox.c.person, outbox.c.state, sqlite_where=_WORDED, postgresql_where=_WORDED)
Index("ix_outbox_person", outbox.c.person, sqlite_where=_SOMEONE, postgresql_where=_SOMEONE)
_OF_MANY = text("subject IS NOT NULL")
_BY_SUBJECT = (outbox.c.subject, outbox.c.state)
Index("ix_outbox_subject", *_BY_SUBJECT, sqlite_where=_OF_MANY, postgresql_where=_OF_MANY)
Index("ix_outbox_unasked", outbox.c.person, outbox.c.created_at, sqlite_where=_OF_MANY, postgresql_where=_OF_MANY)
_HELD_BACK = text("reason = 'digest'")
Index("ix_outbox_digest", outbox.c.created_at, sqlite_where=_HELD_BACK, postgresql_where=_HELD_BACK)
SAID_IN_ROOM = text("subject = 'talk'")
"""Words passed on in a room (storage/talks.py), whose answers quote the channel's own id of the message."""
Index("ix_outbox_said_in_room", outbox.c.receipt, sqlite_where=SAID_IN_ROOM, postgresql_where=SAID_IN_ROOM)
_ABOUT = text("about IS NOT NULL")
Index("ix_outbox_about", outbox.c.about, sqlite_where=_ABOUT, postgresql_where=_ABOUT)

# Rooms of several people where the bot is. No key of an address: that one goes as soon as nothing is said there.
rooms = Table(
    "rooms",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("peer", String(255), primary_key=True),
    Column("since", UtcDateTime, nullable=False),
    Column("enabled_at", UtcDateTime),
    # Of the role of who wanted the bot there: only what this network holds is said there; empty: of any.
    Column("network", String(40), nullable=False, server_default=""),
    # False once someone with a role said that questions of people do not belong there.
    Column("questions", Boolean, nullable=False, server_default=true()),
    sqlite_with_rowid=False,
)

cursors = Table(
    "cursors",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("position", String(255), nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(255), nullable=False),
)

# Who was erased, so that an older copy put back forgets them again: a keyed hash of each of their addresses.
erasures = Table(
    "erasures",
    metadata,
    Column("mac", String(64), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

_HELD = text("revoked_at IS NULL")

# `network` is empty for a role over the whole territory.
roles = Table(
    "roles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("granted_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    _one_of("role", ROLES),
    sqlite_autoincrement=True,
)
_ONCE = (roles.c.person, roles.c.role, roles.c.network)
Index("ix_roles_held", *_ONCE, unique=True, sqlite_where=_HELD, postgresql_where=_HELD)

codes = Table(
    "codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    _one_of("role", ROLES),
    sqlite_autoincrement=True,
)

guesses = Table(
    "guesses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)

# One open code for each person: `address` gave it, `typed_by` is where it was typed.
links = Table(
    "links",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("address", Id, ForeignKey("addresses.id", ondelete="CASCADE"), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("typed_by", Id, ForeignKey("addresses.id", ondelete="CASCADE")),
    Column("agreed_at", UtcDateTime),
)

# A laureate of a call is a project: it stays, whoever comes and goes.
projects = Table(
    "projects",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community", String(40), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("call", String(120), nullable=False),
    Column("year", Integer, nullable=False),
    # How many colleagues its first person may let in.
    Column("places", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)

# What lets one person in for a project: the code of the list (`first`), or one that its first person gave.
passes = Table(
    "passes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project", Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("first", Boolean, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)

MEMBERSHIPS = ("asked", "member", "muted")


def _first_check(context: Any) -> datetime:
    checked: datetime = context.get_current_parameters()["checked_at"]
    return checked + CHECKED_EVERY


memberships = Table(
    "memberships",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("community", String(40), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("project", Id, ForeignKey("projects.id", ondelete="SET NULL"), index=True),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("checked_at", UtcDateTime, nullable=False),
    # When the card is to be asked about next; a later `checked_at` puts it off (scheduler/cards.py).
    Column("check_at", UtcDateTime, nullable=False, default=_first_check, index=True),
    Column("asked_at", UtcDateTime),
    _one_of("state", MEMBERSHIPS),
    UniqueConstraint("person", "community"),
    sqlite_autoincrement=True,
)

VISIBILITIES = ("hidden", "members", "public")

# What a member says of themselves, the same in every community; empty: not said. `shown` names the fields that
# the visibility opens.
profiles = Table(
    "profiles",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    *(Column(name, Text, nullable=False) for name in PROFILE_FIELDS),
    Column("shown", Text, nullable=False),
    Column("visibility", String(16), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    _one_of("visibility", VISIBILITIES),
)

_CURRENT = text("state IN ('asked', 'refused', 'open', 'stopped')")

# `note` is what the asker wrote to the other; erased as soon as it was answered. One side is empty once it was
# erased. `words` numbers what was passed on; `last_at` is when that last happened, since both said yes.
introductions = Table(
    "introductions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community", String(40), nullable=False),
    Column("asker", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("asked", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("state", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
    Column("settled_at", UtcDateTime),
    Column("last_at", UtcDateTime),
    Column("words", Integer, nullable=False),
    _one_of("state", INTRODUCTIONS),
    sqlite_autoincrement=True,
)
Index("ix_introductions_current", introductions.c.state, sqlite_where=_CURRENT, postgresql_where=_CURRENT)

# `person` receives nothing from `other`.
blocks = Table(
    "blocks",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("other", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# `body` is the message that was reported, erased once the report is closed.
reports = Table(
    "reports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community", String(40), nullable=False, index=True),
    Column("reporter", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("about", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("body", Text),
    Column("at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    sqlite_autoincrement=True,
)

# One date. A series of the pack, or of a calendar that is followed, makes its dates some time ahead: `recurrence` is
# the wall-clock hour that its rule gave, whatever became of it since. `said_at`: when people may be told of the
# last change.
gatherings = Table(
    "gatherings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("uid", String(200), nullable=False),
    Column("network", String(40), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("series", String(60), nullable=False),
    Column("recurrence", String(16), nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False, index=True),
    # The same two as a clock on the wall shows them there.
    Column("starts_wall", String(16), nullable=False),
    Column("ends_wall", String(16), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("state", String(16), nullable=False),
    *(Column(name, Text, nullable=False) for name in TEXT_FIELDS),
    Column("seats", Integer),
    Column("aside", Integer, nullable=False),
    Column("walk_ins", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("code", String(16), nullable=False, unique=True),
    Column("reason", Text, nullable=False),
    # Minutes by which the guide of a walk is late.
    Column("delay", Integer, nullable=False),
    # Who wrote it: the number of a role, without its holder.
    Column("role", Id),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("said_at", UtcDateTime),
    # When its waiting list is to be looked at: seats may have come free.
    Column("freed_at", UtcDateTime),
    _one_of("state", GATHERINGS),
    UniqueConstraint("uid", "recurrence"),
    sqlite_autoincrement=True,
)
Index("ix_gatherings_starts_at", gatherings.c.starts_at)
_TO_SAY = text("said_at IS NOT NULL")
Index("ix_gatherings_said_at", gatherings.c.said_at, sqlite_where=_TO_SAY, postgresql_where=_TO_SAY)
_FREED = text("freed_at IS NOT NULL")
Index("ix_gatherings_freed_at", gatherings.c.freed_at, sqlite_where=_FREED, postgresql_where=_FREED)

stops = Table(
    "stops",
    metadata,
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("place", Text, nullable=False),
    Column("minutes_on_foot", Integer, nullable=False),
    Column("access", Text, nullable=False),
    Column("reached_at", UtcDateTime),
    sqlite_with_rowid=False,
)

# Without a person once it was erased: who was there is still counted. `told`: the sequence of the gathering that the
# person knows.
bookings = Table(
    "bookings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="CASCADE"), nullable=False),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("seats", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("offers", Integer, nullable=False),
    # How many who asked later were seated before it, since it waits at its place of the list.
    Column("passed", Integer, nullable=False, default=0),
    Column("offered_until", UtcDateTime),
    Column("joins", Integer, nullable=False),
    Column("leaves", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("needs", Text, nullable=False),
    Column("checked_in_at", UtcDateTime),
    Column("useful", String(16), nullable=False),
    Column("told", Integer, nullable=False),
    # What the person was told last, against which a change is said: the hour, and the rest a line each (storage/told).
    Column("told_start", String(16), nullable=False, default=""),
    Column("told_place", Text, nullable=False, default=""),
    Column("updated_at", UtcDateTime, nullable=False),
    _one_of("state", BOOKINGS),
    UniqueConstraint("gathering", "person"),
    sqlite_autoincrement=True,
)
_OFFERED = text("offered_until IS NOT NULL")
Index("ix_bookings_offered_until", bookings.c.offered_until, sqlite_where=_OFFERED, postgresql_where=_OFFERED)
Index("ix_bookings_gathering", bookings.c.gathering, bookings.c.state)
_OF_SOMEONE = text("person IS NOT NULL")
Index("ix_bookings_known", bookings.c.gathering, sqlite_where=_OF_SOMEONE, postgresql_where=_OF_SOMEONE)

# What a person follows: `series/<id>`, `network/<id>`, `kind/<id>`.
follows = Table(
    "follows",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("subject", String(80), primary_key=True),
    Column("since", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_follows_subject", follows.c.subject)

# The tellings that a person chose; who is not here has all of them.
leads = Table(
    "leads",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("wanted", Text, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)

# « Tell me again »: at an hour that the person chose.
snoozes = Table(
    "snoozes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("until", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

# What was told of a gathering to everybody it was for: no row of this, and there is still to look. `start`: the hour
# on the wall that it was for; an empty `telling`: since when that hour is known.
tellings = Table(
    "tellings",
    metadata,
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("start", String(16), primary_key=True),
    Column("telling", String(40), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# Dates that come from a calendar of elsewhere: `said` is what it said of this one when it was last read, so that only
# what changed there is changed here; `source`, the name of the calendar.
imports = Table(
    "imports",
    metadata,
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("source", String(200), nullable=False, index=True),
    Column("said", Text, nullable=False),
)

# `author` is told what becomes of it, in the message number `told`; the words stay with the network. `audience`: what
# was counted when it was confirmed. `again_to`: the last message
# written when it was asked to send again to those of whom nothing is known.
broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("network", String(40), nullable=False, index=True),
    Column("author", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("state", String(16), nullable=False),
    Column("texts", Text, nullable=False),
    Column("segment", Text, nullable=False),
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="SET NULL"), index=True),
    Column("link", Text, nullable=False),
    Column("enclosure", String(40), nullable=False, server_default=""),
    Column("alt", Text, nullable=False, server_default=""),
    Column("audience", Text, nullable=False),
    Column("confirmed_at", UtcDateTime, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("began_at", UtcDateTime),
    Column("told", Integer, nullable=False, server_default="0"),
    Column("told_at", UtcDateTime),
    Column("again_to", Id),
    Column("finished_at", UtcDateTime),
    _one_of("state", BROADCASTS),
    sqlite_autoincrement=True,
)
_UNFINISHED = text("finished_at IS NULL")
Index("ix_broadcasts_unfinished", broadcasts.c.starts_at, sqlite_where=_UNFINISHED, postgresql_where=_UNFINISHED)

# Whom a broadcast is still to be written for, as it was when it was confirmed: each person once.
recipients = Table(
    "recipients",
    metadata,
    Column("broadcast", Id, ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("language", String(16), nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_recipients_person", recipients.c.person)

# A fact of the pack that an animator of its network read and found right. `digest` is what was read: another
# sentence is another fact. `number` is that of the role, without its holder.
confirmations = Table(
    "confirmations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("network", String(40), nullable=False),
    Column("fact", String(80), nullable=False, index=True),
    Column("digest", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("number", Id),
    sqlite_autoincrement=True,
)

# A sentence of a card written anew. With the person until it is accepted: from then on it is the pack's.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("network", String(40), nullable=False),
    Column("part", String(80), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("asked_by", Id),
    Column("settled_at", UtcDateTime),
    Column("settled_by", Id),
    _one_of("state", CORRECTIONS),
    sqlite_autoincrement=True,
)

# What the bot cannot know of a year, entered by hand. No person: `role` and `network` say who wrote it.
yearly = Table(
    "yearly",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("figure", String(40), primary_key=True),
    Column("value", String(20), nullable=False),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# What a holder asks of people. `body` is what they wrote, erased as soon as it is over; `waiting_at`: since when they
# wait for a word of the network; `told_at`: when they were told that nobody answered; `group`: sent together.
requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("scheme", String(40), nullable=False),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("body", Text),
    Column("reason", Text, nullable=False, default=""),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("waiting_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("told_at", UtcDateTime),
    Column("reminded_at", UtcDateTime),
    Column("visit_at", UtcDateTime),
    # The same as a clock on the wall shows it there.
    Column("visit_wall", String(16), nullable=False, default=""),
    Column("place", Text, nullable=False, default=""),
    Column("group", String(40), nullable=False, default=""),
    Column("doors", Text, nullable=False, default=""),
    Column("reminded", Integer, nullable=False, default=0),
    Column("version", Integer, nullable=False, default=1),
    _one_of("kind", REQUESTED),
    _one_of("state", REQUESTS),
    sqlite_autoincrement=True,
)
Index("ix_requests_network_state", requests.c.network, requests.c.state)
_AWAITS = text("waiting_at IS NOT NULL")
Index("ix_requests_waiting_at", requests.c.waiting_at, sqlite_where=_AWAITS, postgresql_where=_AWAITS)
_MEETS = text("visit_at IS NOT NULL")
Index("ix_requests_visit_at", requests.c.visit_at, sqlite_where=_MEETS, postgresql_where=_MEETS)

# Networks that said no to someone: for some months their doors are not the next ones. Nothing of the request is here.
refusals = Table(
    "refusals",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("network", String(40), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# What opens the summary elsewhere than in the conversation: fingerprints only. `used_on`: the last day, without an
# hour.
tokens = Table(
    "tokens",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(80), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("scopes", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("used_on", String(16), nullable=False, default=""),
    Column("revoked_at", UtcDateTime),
    sqlite_autoincrement=True,
)

# Addresses that an administrator registered: of agents who can use no channel of ours.
mailboxes = Table(
    "mailboxes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("address", String(254), nullable=False, unique=True),
    Column("added_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

# Who reads the summary where they talk with the bot: each Monday `since` then, and once more when it was asked.
readers = Table(
    "readers",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("since", UtcDateTime),
    Column("asked_at", UtcDateTime, index=True),
)

# A link that opens the summary once, then the hour during which it stays open: each of a person or of a mailbox.
openings = Table(
    "openings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("mailbox", Id, ForeignKey("mailboxes.id", ondelete="CASCADE"), index=True),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    Column("used_at", UtcDateTime),
    sqlite_autoincrement=True,
)

sittings = Table(
    "sittings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("mailbox", Id, ForeignKey("mailboxes.id", ondelete="CASCADE"), index=True),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

# The picture or the file of a broadcast; of a draft while `broadcast` is empty. Its name is never kept.
enclosures = Table(
    "enclosures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("broadcast", Id, ForeignKey("broadcasts.id", ondelete="CASCADE"), index=True),
    Column("form", String(16), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

# What is counted of a week: no person, no hour, no answer. `of`: a step, a bucket of durations, a series…
tallies = Table(
    "tallies",
    metadata,
    Column("week", String(16), primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("of", String(120), primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Finished orientations of those who said yes to statistics. The number is drawn, and rows lie in its order: nothing
# tells who, at what hour, nor which came before. `first_ever`…: no other of this person was counted before.
intake = Table(
    "intake",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("week", String(16), nullable=False, index=True),
    Column("late", Boolean, nullable=False),
    Column("revision", String(64), nullable=False),
    Column("answers", Text, nullable=False),
    Column("doors", Text, nullable=False),
    Column("unmatched", String(40), nullable=False),
    Column("holder", Boolean, nullable=False),
    Column("first_ever", Boolean, nullable=False),
    Column("first_of_year", Boolean, nullable=False),
    Column("first_of_month", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# What was shown of a period that is over: written once, and never changed.
published = Table(
    "published",
    metadata,
    Column("period", String(24), primary_key=True),
    Column("body", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("revision", String(64), nullable=False, server_default=""),
    sqlite_with_rowid=False,
)

# An orientation that its holder agreed to be asked about: the doors in their rank, and where the asking is. `next_at`:
# when the next question leaves, or the time of the last one is over. `answer`: the first to that question.
followups = Table(
    "followups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("doors", Text, nullable=False),
    Column("finished_at", UtcDateTime, nullable=False),
    Column("tried", Integer, nullable=False, default=0),
    Column("asked", Integer, nullable=False, default=0),
    Column("asked_at", UtcDateTime),
    Column("open", Boolean, nullable=False, default=False),
    Column("answer", String(16), nullable=False, default=""),
    Column("next_at", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

# What is still to be said, or done, to those who come to a walk: that it is late, that its stops are others.
# `after`: the last booking that was seen to.
walks = Table(
    "walks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("gathering", Id, ForeignKey("gatherings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("what", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Column("after", Id, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

# Only added to. No person: the use of a role is kept, whoever held it; `number` is that of the role.
audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("role", String(16), nullable=False),
    Column("network", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("count", Integer, nullable=False),
    Column("number", Id),
    sqlite_autoincrement=True,
)
only_added_to(audit)
