"""Effects become rows. The only writer of a turn besides its conversation.

May be touched here: one file for each subject whose effects become rows.
Never here: a commit, or a row of the ledger written elsewhere.
"""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection

from handlers.effects import (
    Agree,
    AnswerEffect,
    DropLink,
    Effect,
    Forget,
    Guess,
    HoldLink,
    Link,
    OfferLink,
    Record,
    Redeem,
    Say,
    SubjectEffect,
    Tell,
    TellPerson,
    Unlink,
    Withdraw,
)
from handlers.effects_access import AskSummary, OpenBilan, ReadMondays
from handlers.effects_broadcasts import RelayWords, SendBroadcast, SendUncertainAgain, TurnBroadcast
from handlers.effects_desk import Confirm, Decide, Invite, Propose, Revoke
from handlers.effects_gatherings import (
    Book,
    CancelGathering,
    CheckIn,
    ChooseLeads,
    CloseCalls,
    CountSeats,
    DropGathering,
    Follow,
    GatheringEffect,
    KeepGathering,
    MarkPresent,
    OfferSeats,
    ReachStop,
    SayUseful,
    Snooze,
    TakeOffer,
    Unbook,
)
from handlers.effects_intake import Count, TakeIn
from handlers.effects_meetings import (
    AskIntroduction,
    Block,
    CloseReport,
    PassOn,
    ReportMember,
    SettleIntroduction,
    Unblock,
)
from handlers.effects_members import Join, KeepProfile, Leave, StillRight
from handlers.effects_outcomes import FollowUp, SayOutcome
from handlers.effects_projects import Admit, Enlist, Enter, Settle, TakeBack
from handlers.effects_requests import AnswerRequest, AskRequestAgain, CloseRequest, OpenRequest, PassRequestOn
from handlers.effects_talk import PostWords, SpareRoom
from handlers.effects_yearly import EnterFigure
from storage.apply import (
    access,
    broadcasts,
    consent,
    desk,
    forget,
    gatherings,
    intake,
    link,
    meetings,
    members,
    outcomes,
    projects,
    requests,
    roles,
    say,
    talks,
    tell,
    yearly,
)
from storage.apply.turn import Context

__all__ = ["Context", "apply"]


def apply(connection: Connection, context: Context, effect: Effect) -> None:
    """Write one effect; a new kind of effect is a new case, and mypy asks for it."""
    match effect:
        case Say():
            say.write(connection, context, effect)
        case Tell() | TellPerson():
            tell.write(connection, context, effect)
        case Agree():
            consent.write(connection, context, effect.purpose, effect.wording, granted=True)
        case Withdraw():
            consent.write(connection, context, effect.purpose, effect.wording, granted=False)
        case Forget():
            forget.write(connection, context)
        case Redeem():
            roles.redeem(connection, context, effect)
        case Guess():
            roles.guess(connection, context)
        case Record():
            roles.journal(connection, context, effect)
        case OfferLink() | HoldLink() | DropLink() | Link() | Unlink():
            link.write(connection, context, effect)
        case _:
            _of_subject(connection, context, effect)


def _of_subject(connection: Connection, context: Context, effect: SubjectEffect) -> None:
    match effect:
        case Invite() | Revoke() | Confirm() | Propose() | Decide():
            desk.write(connection, context, effect)
        case Enter() | Admit() | Enlist() | TakeBack() | Settle():
            projects.write(connection, context, effect)
        case Join() | KeepProfile() | StillRight() | Leave():
            members.write(connection, context, effect)
        case AskIntroduction() | SettleIntroduction() | PassOn() | Block() | Unblock() | ReportMember() | CloseReport():
            meetings.write(connection, context, effect)
        case SendBroadcast() | TurnBroadcast() | SendUncertainAgain() | RelayWords():
            broadcasts.write(connection, context, effect)
        case _:
            _of_answer(connection, context, effect)


def _of_answer(connection: Connection, context: Context, effect: AnswerEffect | GatheringEffect) -> None:
    match effect:
        case FollowUp() | SayOutcome():
            outcomes.write(connection, context, effect)
        case Count() | TakeIn():
            intake.write(connection, context, effect)
        case OpenRequest() | AnswerRequest() | AskRequestAgain() | PassRequestOn() | CloseRequest():
            requests.write(connection, context, effect)
        case PostWords() | SpareRoom():
            talks.write(connection, context, effect)
        case OpenBilan() | ReadMondays() | AskSummary():
            access.write(connection, context, effect)
        case EnterFigure():
            yearly.write(connection, context, effect)
        case _:
            _of_gathering(connection, context, effect)


def _of_gathering(connection: Connection, context: Context, effect: GatheringEffect) -> None:
    match effect:
        case KeepGathering() | CancelGathering() | DropGathering() | CountSeats() | ReachStop():
            gatherings.write(connection, context, effect)
        case Book() | Unbook() | OfferSeats() | CloseCalls() | TakeOffer() | CheckIn() | MarkPresent() | SayUseful():
            gatherings.write(connection, context, effect)
        case Follow() | ChooseLeads() | Snooze():
            gatherings.write(connection, context, effect)
        case _:
            assert_never(effect)
