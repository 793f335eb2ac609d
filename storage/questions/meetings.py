"""Members of the communities of the person of the turn, and what passes between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, literal, not_, or_, select

from handlers.meetings import (
    ALL,
    ASKED,
    OPEN,
    PAGE,
    REFUSED,
    STOPPED,
    Blocked,
    Desk,
    Found,
    Introduction,
    Member,
    Reported,
    Said,
    Wanted,
)
from handlers.members import HIDDEN, MEMBERS, PROFILE_FIELDS, visible
from handlers.messages import Choice
from storage import meetings
from storage.locks import lock_pair
from storage.meetings import MEMBER, in_community, of, refuses, stands
from storage.outbox import WORDS, unpacked
from storage.questions.members import profile_of
from storage.tables import blocks, conversations, introductions, memberships, profiles, reports
from storage.tables import outbox as ledger

_RECEIPT = "receipt:"
_MOST_LISTED = 20
_READ = (*(profiles.c[name] for name in PROFILE_FIELDS), profiles.c.person, profiles.c.shown, profiles.c.visibility)
_LANGUAGE = select(conversations.c.language).where(conversations.c.person == profiles.c.person).scalar_subquery()

_newest = select(func.max(ledger.c.id)).where(ledger.c.person == bindparam("person")).scalar_subquery()
_AWAITED = (
    select(ledger.c.body)
    .where(ledger.c.person == bindparam("person"), ledger.c.body.is_not(None), meetings.passed_on())
    .where(ledger.c.state.in_(("sending", "sent", "late")))
    .where(or_(ledger.c.settled_at > bindparam("since", type_=ledger.c.settled_at.type), ledger.c.id == _newest))
    .order_by(ledger.c.id.desc())
    .limit(1)
)


def _holds(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """True of a list of words joined by spaces that has this one."""
    return (literal(" ") + column + literal(" ")).contains(f" {word} ", autoescape=True)


@dataclass(frozen=True, slots=True)
class MeetingAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None

    def find(self, wanted: Wanted, page: int) -> Found:
        """Only by what a member lets members read: a search never tells what a card hides."""
        query = self._members()
        if wanted.field != ALL:
            query = query.where(_holds(profiles.c.shown, wanted.field), self._has(wanted))
        query = query.order_by(profiles.c.updated_at.desc(), profiles.c.person)
        rows = self.connection.execute(query.offset(page * PAGE).limit(PAGE + 1)).all()
        return Found(tuple(_member(row) for row in rows[:PAGE]), len(rows) > PAGE)

    def _has(self, wanted: Wanted) -> ColumnElement[bool]:
        column = profiles.c[wanted.field]
        return _holds(column, wanted.value) if wanted.value else column != ""

    def _members(self, *, free: bool = True) -> Select[Any]:
        """Members of a community of the person, the first one that they share. `free`: neither refuses the other."""
        me = self.person if self.person is not None else -1
        there = (memberships.c.community.in_(self._mine(me)), memberships.c.state == MEMBER)
        first = func.min(memberships.c.community).label("community")
        shared = select(memberships.c.person, first).where(*there).group_by(memberships.c.person).subquery()
        shown = (profiles.c.visibility != HIDDEN, profiles.c.shown != "", profiles.c.person != me)
        neither = and_(not_(refuses(me, profiles.c.person)), not_(refuses(profiles.c.person, me)))
        query = (
            select(*_READ, shared.c.community, _LANGUAGE.label("language"))
            .join(shared, shared.c.person == profiles.c.person)
            .where(*shown, in_community(profiles.c.person, shared.c.community))
        )
        return query.where(neither) if free else query

    def _mine(self, me: int) -> tuple[str, ...]:
        wanted = select(memberships.c.community).where(memberships.c.person == me)
        return tuple(self.connection.execute(wanted.where(in_community(me, memberships.c.community))).scalars())

    def member(self, person: int) -> Member | None:
        """One of those who may be found."""
        row = self.connection.execute(self._members().where(profiles.c.person == person)).one_or_none()
        return _member(row) if row is not None else None

    def mine(self, since: datetime) -> tuple[Introduction, ...]:
        """What is not over for the person, and what they asked of late."""
        me = self.person
        if me is None:
            return ()
        asked = and_(introductions.c.asker == me, introductions.c.asked_at > since)
        standing = and_(introductions.c.asked == me, introductions.c.state == ASKED)
        seems_open = and_(of(me), introductions.c.state.in_((OPEN, STOPPED)), not_(self._refused_by(me)))
        pending = and_(introductions.c.asker == me, introductions.c.state.in_((ASKED, REFUSED)))
        query = self._introductions(or_(asked, standing, seems_open, pending)).limit(_MOST_LISTED)
        return tuple(self._introduction(row) for row in self.connection.execute(query).all())

    def _refused_by(self, me: int) -> ColumnElement[bool]:
        return or_(
            and_(introductions.c.asker == me, refuses(me, introductions.c.asked)),
            and_(introductions.c.asked == me, refuses(me, introductions.c.asker)),
        )

    def _introductions(self, wanted: ColumnElement[bool]) -> Select[Any]:
        query = select(*introductions.c, stands().label("stands")).where(wanted)
        return query.order_by(introductions.c.asked_at.desc(), introductions.c.id.desc())

    def claim(self, id: int) -> Introduction | None:
        """One of the person's, locked."""
        return self._claimed(and_(introductions.c.id == id, of(self.person))) if self.person is not None else None

    def claim_with(self, person: int) -> Introduction | None:
        """The latest between the two. The pair is locked first: there may be no row to lock yet."""
        if self.person is None:
            return None
        lock_pair(self.connection, self.person, person)
        return self._claimed(meetings.between(self.person, person))

    def _claimed(self, wanted: ColumnElement[bool]) -> Introduction | None:
        query = self._introductions(wanted).limit(1).with_for_update(of=introductions)
        row = self.connection.execute(query).one_or_none()
        return self._introduction(row) if row is not None else None

    def _introduction(self, row: Any) -> Introduction:
        mine = row.asker == self.person
        other = row.asked if mine else row.asker
        who = self._known(other) if other is not None else None
        language = _language(self.connection, other)
        return Introduction(row.id, row.community, mine, row.state, row.asked_at, other, who, row.stands, language)

    def said(self, reference: str) -> Said | None:
        """By the key of the ledger, the numbers in it, or the channel's own id of the message."""
        if self.person is None:
            return None
        if reference.startswith(_RECEIPT):
            which = ledger.c.receipt == reference.removeprefix(_RECEIPT)
        elif meetings.numbers_in(f"{WORDS}{reference.replace('.', '/')}"):
            which = ledger.c.key == f"{WORDS}{reference.replace('.', '/')}"
        else:
            which = ledger.c.key == reference
        query = select(ledger.c.key, ledger.c.body).where(ledger.c.person == self.person, which, meetings.passed_on())
        row = self.connection.execute(query.order_by(ledger.c.id.desc()).limit(1)).one_or_none()
        numbers = meetings.numbers_in(row.key) if row is not None else None
        if row is None or numbers is None:
            return None
        return Said(*numbers, unpacked(row.body).text if row.body else "")

    def awaited(self, since: datetime) -> tuple[Choice, ...]:
        """What can be answered by a letter: nothing else was said to the person later."""
        body = self.connection.execute(_AWAITED, {"person": self.person, "since": since}).scalar()
        return unpacked(body).choices if body else ()

    def blocked(self) -> tuple[Blocked, ...]:
        """The latest first, with what their cards let members read."""
        query = select(blocks).where(blocks.c.person == self.person).order_by(blocks.c.at.desc(), blocks.c.other)
        rows = self.connection.execute(query.limit(_MOST_LISTED)).all()
        return tuple(Blocked(row.other, row.at, self._known(row.other)) for row in rows)

    def _known(self, person: int) -> Member | None:
        row = self.connection.execute(self._members(free=False).where(profiles.c.person == person)).one_or_none()
        return _member(row) if row is not None else None

    def desk(self, communities: tuple[str, ...], after: int) -> Desk:
        """The oldest first."""
        open_ = (reports.c.closed_at.is_(None), reports.c.community.in_(communities))
        count = self.connection.execute(select(func.count()).select_from(reports).where(*open_)).scalar_one()
        following = select(reports).where(*open_, reports.c.id > after).order_by(reports.c.id).limit(1)
        row = self.connection.execute(following).one_or_none()
        return Desk(self._report(row) if row is not None else None, count)

    def claim_report(self, id: int) -> Reported | None:
        """Locked, so that two animators do not deal with it at once."""
        wanted = select(reports).where(reports.c.id == id, reports.c.closed_at.is_(None)).with_for_update()
        row = self.connection.execute(wanted).one_or_none()
        return self._report(row) if row is not None else None

    def _report(self, row: Any) -> Reported:
        there = (memberships.c.person == row.about, memberships.c.community == row.community)
        membership = self.connection.execute(select(memberships.c.id).where(*there)).scalar()
        languages = (_language(self.connection, row.reporter), _language(self.connection, row.about))
        return Reported(
            id=row.id,
            community=row.community,
            body=row.body,
            at=row.at,
            reporter=row.reporter,
            reporter_language=languages[0],
            about=row.about,
            about_language=languages[1],
            membership=membership,
        )


def _language(connection: Connection, person: int | None) -> str:
    query = select(conversations.c.language).where(conversations.c.person == person)
    return connection.execute(query).scalar() or "" if person is not None else ""


def _member(row: Any) -> Member:
    return Member(row.person, row.community, visible(profile_of(row), MEMBERS), row.language or "")
