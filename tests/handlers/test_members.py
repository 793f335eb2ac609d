"""Who may read what of a member's card: nothing beyond the visibility that the member chose."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.members import (
    ANIMATOR,
    CHOSEN,
    HIDDEN,
    MEMBERS,
    PROFILE_FIELDS,
    PUBLIC,
    SELF,
    USUALLY_SHOWN,
    Profile,
    visible,
)

WORDS = ("offers", "seeks")
VIEWERS = (MEMBERS, PUBLIC, ANIMATOR, SELF, "stranger", "")
NEVER = {"qpv", "topics", "formats", "times", "access_needs"}

profiles = st.builds(
    Profile,
    said=st.dictionaries(st.sampled_from(PROFILE_FIELDS), st.text(max_size=5)),
    shown=st.frozensets(st.sampled_from(PROFILE_FIELDS)),
    visibility=st.sampled_from((HIDDEN, MEMBERS, PUBLIC)),
)


@settings(max_examples=300, deadline=None)
@given(profiles, st.sampled_from(VIEWERS))
def test_nothing_of_a_member_is_visible_beyond_the_visibility_chosen(profile: Profile, viewer: str) -> None:
    seen = set(visible(profile, viewer))
    opened = {*profile.shown, *(f"{name}_text" for name in WORDS if name in profile.shown)}
    if viewer == SELF:
        return
    assert viewer in (MEMBERS, PUBLIC, ANIMATOR) or not seen
    assert profile.visibility != HIDDEN or viewer == ANIMATOR or not seen
    assert profile.visibility == PUBLIC or viewer != PUBLIC or not seen
    assert seen <= opened | ({"testify"} if viewer == ANIMATOR else set())
    assert not seen & NEVER
    assert viewer != PUBLIC or "contact" not in seen


@settings(max_examples=100, deadline=None)
@given(profiles)
def test_closing_more_never_shows_more(profile: Profile) -> None:
    order = [visible(Profile(profile.said, profile.shown, each), MEMBERS) for each in (HIDDEN, MEMBERS, PUBLIC)]
    assert set(order[0]) <= set(order[1]) == set(order[2])
    for name in profile.shown:
        assert set(visible(Profile(profile.said, profile.shown - {name}, MEMBERS), MEMBERS)) <= set(order[1])


def test_a_new_card_shows_what_the_field_says_and_no_contact() -> None:
    said = dict.fromkeys(PROFILE_FIELDS, "x")
    seen = visible(Profile(said, USUALLY_SHOWN, MEMBERS), MEMBERS)
    assert set(seen) == USUALLY_SHOWN
    opened = Profile(said, USUALLY_SHOWN | {"contact"}, PUBLIC)
    assert "contact" in visible(opened, MEMBERS)
    assert "contact" not in visible(opened, PUBLIC)


def test_the_words_of_a_field_go_with_the_field() -> None:
    profile = Profile({"offers": "photos", "offers_text": "le lundi"}, frozenset({"offers"}), MEMBERS)
    assert set(visible(profile, MEMBERS)) == {"offers", "offers_text"}
    assert visible(Profile(profile.said, frozenset({"offers_text"}), MEMBERS), MEMBERS) == {}
    assert {"name", "contact"} <= set(CHOSEN)
