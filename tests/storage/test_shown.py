"""What a member hides is never read by anybody else, whatever is searched, asked, answered or changed, in any order."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from handlers.members import CHOSEN, HIDDEN, MEMBERS, PUBLIC
from storage.database import Database
from storage.tables import profiles
from tests.circle import Circle
from tests.databases import Anew

CARD = {
    "name": "mot-nom",
    "structure": "mot-structure",
    "line": "mot-ligne",
    "quartier": "mot-quartier",
    "offers_text": "mot-offre",
    "seeks_text": "mot-cherche",
    "topics": "mot-sujets",
    "access_needs": "mot-besoins",
    "contact": "mot-contact",
}
IDS = {"offers": "photos", "seeks": "photos", "domains": "reemploi"}
SHOWABLE = [*CHOSEN, "topics", "access_needs"]
HIDES, MEMBER, MANAGER, STRANGER = "Aiguille", "Guidon", "Pellicule", "Terreau"
# What anybody may try: their own words, and every button of the directory, of requests and of the animator's desk.
TRIES = (
    *("rencontrer", "annuaire", "membres", "communauté", "mes demandes", "mes données", "signalements", "à vérifier"),
    *("meeting/all:_.0", "meeting/offers:photos.0", "meeting/seeks:photos.0", "meeting/domains:reemploi.0"),
    *("meeting/commune:lille.0", "meeting/see:{id}", "meeting/ask:{id}", "meeting/note:none", "meeting/send:{id}"),
    *("meeting/write:1", "meeting/write:{id}", "tending/page:0", "tending/see:1", "checking/after:0", "team/show:all"),
    *("meeting/signal:1.1", "reports/show:0", "community/card:show", "meeting/mine:list"),
)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from((MEMBER, MANAGER, STRANGER)), st.sampled_from(TRIES)),
        st.tuples(st.just("visibility"), st.sampled_from((HIDDEN, MEMBERS, PUBLIC))),
        st.tuples(st.just("shown"), st.sets(st.sampled_from(SHOWABLE), max_size=len(SHOWABLE))),
        st.tuples(st.just("asks"), st.just("")),
        st.tuples(st.just("answers"), st.sampled_from(("oui", "non"))),
    ),
    min_size=5,
    max_size=14,
)


class Stage:
    """A member who shows some things, and what others are told."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        self.shown, self.visibility = {"name"}, MEMBERS
        self.id = circle.enter(HIDES, **CARD, **IDS, shown="name")
        circle.enter(MEMBER, shown="name", offers="photos")
        circle.animator(MANAGER)
        circle.says(STRANGER, "bonjour")
        self.asked = 0

    def act(self, who: str, what: object) -> None:
        """One thing happens."""
        if who == "visibility":
            self.visibility = str(what)
        elif who == "shown" and isinstance(what, set):
            self.shown = what | {f"{name}_text" for name in ("offers", "seeks") if name in what}
        elif who == "asks":
            # What is sent is what the card shows now.
            self.asks()
        elif who == "answers":
            if self.asked:
                self.circle.says(HIDES, choice=f"meeting/answer-{self.asked}.1:{what}")
        else:
            said = str(what).format(id=self.id)
            self.circle.says(who, choice=said) if "/" in said else self.circle.says(who, said)
        mine = update(profiles).where(profiles.c.person == self.id)
        with self.circle.database.write() as connection:
            connection.execute(mine.values(visibility=self.visibility, shown=" ".join(sorted(self.shown))))

    def asks(self) -> None:
        """A member asks to meet; the one who hides then says yes or no."""
        self.circle.asks(MEMBER, HIDES)
        self.asked = self.circle.rows()[-1].id if self.circle.rows() else 0

    def readable(self, viewer: str) -> set[str]:
        """The words of the card that may be told to someone now."""
        if viewer == STRANGER or (viewer == MEMBER and self.visibility == HIDDEN):
            return set()
        # Said again here, not asked of the code that is proved.
        return {said for name, said in CARD.items() if name.removesuffix("_text") in self.shown & set(CHOSEN)}


# A failure is short enough to be read as it was found; looking for a shorter one takes minutes.
@settings(max_examples=20, phases=(Phase.generate,), deadline=None, suppress_health_check=list(HealthCheck))
@given(actions=ACTIONS)
def test_nothing_of_a_member_is_told_beyond_the_visibility_chosen(
    anew: Anew, actions: list[tuple[str, object]]
) -> None:
    """Read in every message that leaves, by the words of every field; the ones that were open before do not count."""
    for database in anew():
        stage = Stage(Circle(database))
        for who, what in actions:
            heard = len(stage.circle.heard)
            before = {viewer: stage.readable(viewer) for viewer in (MEMBER, MANAGER, STRANGER)}
            stage.act(who, what)
            for read in stage.circle.heard[heard:]:
                if read.who == HIDES:
                    continue
                labels = " ".join(choice.label for choice in read.choices)
                told = {word for word in CARD.values() if word in f"{read.text} {labels}"}
                assert told <= before[read.who], (who, what, read.who, told)


def test_the_same_actions_do_tell_what_is_shown(either_database: Database) -> None:
    """Otherwise the property above would hold of a bot that says nothing."""
    stage = Stage(Circle(either_database))
    stage.act("shown", set(SHOWABLE))
    for what in TRIES:
        stage.act(MEMBER, what)
        stage.act(MANAGER, what)
    told = {viewer: " ".join(read.text for read in stage.circle.heard_by(viewer)) for viewer in (MEMBER, MANAGER)}
    assert {word for word in CARD.values() if word in told[MEMBER]} == stage.readable(MEMBER)
    assert {word for word in CARD.values() if word in told[MANAGER]} == stage.readable(MANAGER)
