"""Days and hours as animators write them: read, or refused for a reason that can be said (I47)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.moments import read, unwritten, words_of, written
from tests.conversation import guide

WORDS = words_of(guide("lille").wording)
NOW = datetime.fromisoformat("2026-11-24T10:00")
"""A Tuesday. What is read has no zone yet."""

READ = {
    "24/12 8h30": "2026-12-24T08:30",
    "24/12/2026 à 8h30": "2026-12-24T08:30",
    "24/12/26 8h": "2026-12-24T08:00",
    "2026-12-24 08:30": "2026-12-24T08:30",
    "24 déc. 8:30": "2026-12-24T08:30",
    "24.12.2026 8.30": "2026-12-24T08:30",
    "24-12 8h": "2026-12-24T08:00",
    "jeudi 3 décembre 8 h 30": "2026-12-03T08:30",
    "JEUDI 3 DECEMBRE A 8H30": "2026-12-03T08:30",
    "le 3 décembre, 8h30-10h": "2026-12-03T08:30/2026-12-03T10:00",
    "3/12 18h30 à 21h": "2026-12-03T18:30/2026-12-03T21:00",
    "9h le 4 décembre": "2026-12-04T09:00",
    "le 1er mars 2027 de 9h à 11h": "2027-03-01T09:00/2027-03-01T11:00",
    "du 10 mai 9h au 25 mai 18h": "2027-05-10T09:00/2027-05-25T18:00",
    "demain 9h": "2026-11-25T09:00",
    "demain midi": "2026-11-25T12:00",
    "après-demain à 9 heures": "2026-11-26T09:00",
    "ce soir 18h": "2026-11-24T18:00",
    "jeudi 18h": "2026-11-26T18:00",
    "mardi 18h": "2026-12-01T18:00",
    "jeudi 3 decembr 18 heures": "2026-12-03T18:00",
    "December 3rd at 5pm": "2026-12-03T17:00",
    "3 December 2026, 8:30 am": "2026-12-03T08:30",
    "Thursday 12 pm": "2026-11-26T12:00",
    "tomorrow at noon": "2026-11-25T12:00",
    "28/03/2027 8h30": "2027-03-28T08:30",
}
REFUSED = {
    "31/02 8h30": "when-impossible",
    "29/02/2027 9h": "when-impossible",
    "24/13 9h": "when-impossible",
    "3 décembre 25h": "when-no-such-hour",
    "vendredi 3 décembre 9h": "when-weekday",
    "20/11/2026 9h": "when-past",
    "aujourd'hui 8h": "when-past",
    "hier": "when-past",
    "20/11/2026": "when-past",
    "aujourd'hui": "when-no-hour",
    "hier 9h": "when-past",
    "avant-hier à 9h": "when-past",
    "yesterday 9 am": "when-past",
    "le premier jeudi de décembre 9h": "when-no-day",
    "dernier vendredi du mois à 18h": "when-no-day",
    "first Thursday of December 9 am": "when-no-day",
    "vendredi dernier 9h": "when-no-day",
    "3 décembre 2028 9h": "when-far",
    "3 décembre de 10h à 9h": "when-end-before",
    "3 décembre de 10h à 10h": "when-end-before",
    "3 décembre": "when-no-hour",
    "demain": "when-no-hour",
    "8h30": "when-no-day",
    "bonjour": "when-unread",
    "": "when-unread",
    "3/12 8h, 4/12 9h et 5/12 10h": "when-many",
}


@pytest.mark.row("I47")
@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    found = read(text, NOW, WORDS)
    assert found.problem == ""
    assert found.start is not None
    assert written(found.start, found.end) == READ[text]


@pytest.mark.row("I47", "I48")
@pytest.mark.parametrize("text", REFUSED)
def test_a_date_that_does_not_hold_is_refused_for_its_reason(text: str) -> None:
    found = read(text, NOW, WORDS)
    assert (found.problem, found.start) == (REFUSED[text], None)


def test_next_thursday_may_be_this_weeks_or_next_weeks() -> None:
    found = read("jeudi prochain à 18h", NOW, WORDS)
    assert [each.day for each in found.others] == [26, 3]


def test_a_date_almost_a_year_ahead_is_asked_about() -> None:
    assert len(read("20/11 9h", NOW, WORDS).others) == 1
    assert read("20/06 9h", NOW, WORDS).others == ()


def test_the_usual_hour_is_meant_when_none_is_said() -> None:
    found = read("jeudi 3 décembre", NOW, WORDS, usual=time(8, 30))
    assert found.start == datetime.fromisoformat("2026-12-03T08:30")


@given(
    st.datetimes(NOW + timedelta(days=1), NOW + timedelta(days=250)), st.sampled_from(["%d/%m %Hh%M", "%d/%m/%Y %H:%M"])
)
def test_what_is_written_in_figures_is_what_is_read(hour: datetime, form: str) -> None:
    wanted = hour.replace(second=0, microsecond=0)
    assert read(wanted.strftime(form), NOW, WORDS).start == wanted


@given(st.text(max_size=60))
def test_no_text_is_more_than_a_date_or_a_reason(text: str) -> None:
    found = read(text, NOW, WORDS)
    assert (found.problem == "") == (found.start is not None)
    assert found.start is None or NOW < found.start <= NOW + timedelta(days=366)


def test_hours_survive_the_draft_in_which_they_wait() -> None:
    start, end = datetime.fromisoformat("2026-12-03T08:30"), datetime.fromisoformat("2026-12-03T10:00")
    assert unwritten(written(start, end)) == (start, end)
    assert unwritten(written(start)) == (start, None)
    assert unwritten("bientôt") is None
