"""The words of a summary: its windows, its labels, and what is said in the place of a number."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import weeks
from handlers.dates import in_words
from handlers.guide import Guide
from handlers.masking import small
from handlers.summary_cells import REST
from handlers.summary_kinds import Kind
from handlers.weeks import Period

_UNDER = str.maketrans({"_": "-", "/": "-"})


class Words:
    """The sentences of the summary, in the reference language of the pack, or in another one."""

    def __init__(self, guide: Guide, language: str = "") -> None:
        self.guide = guide
        self.language = language or guide.pack.reference_language
        self._windows: dict[Period, str] = {}
        self._networks = {network.id: network.name for network in guide.pack.territory.networks}
        self._schemes = {scheme.id: scheme.name for scheme in guide.pack.schemes}
        self._communities = {each.id: each.name for each in guide.pack.community.communities}
        gatherings = guide.pack.gatherings
        self._series = {each.id: each.label for each in gatherings.kinds}
        self._series |= {each.id: each.title for each in gatherings.series}

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of `summary-…`."""
        return self.guide.wording.say(self.language, f"summary-{name}", **values)

    def has(self, name: str) -> bool:
        """True if there is such a sentence."""
        return self.guide.wording.has(f"summary-{name}")

    def window(self, period: Period) -> str:
        """Which weeks, in words."""
        if period not in self._windows:
            first, last = weeks.days_of(period.weeks[0])[0], weeks.days_of(period.weeks[-1])[1]
            dates = {"from": in_words(first, self.language), "to": in_words(last, self.language)}
            self._windows[period] = self.say("window", period=self.short(period), **dates)
        return self._windows[period]

    def short(self, period: Period) -> str:
        """« semaine 47 », « 3e trimestre 2026 »."""
        year, number = period.weeks[0].split("-W")
        if len(period.weeks) == 1:
            return self.say("week", number=str(int(number)))
        if len(period.weeks) > weeks.HALF + weeks.QUARTER:
            return self.say("year", year=year)
        length, name = (weeks.QUARTER, "quarter") if len(period.weeks) <= weeks.QUARTER + 1 else (weeks.HALF, "half")
        return self.say(name, number=min((int(number) - 1) // length + 1, 4), year=year)

    def number(self, value: int | None, *, week: bool = False) -> str:
        """A number as it is seen; `week`: it is one of a week, hidden between 1 and 4 only."""
        if value is not None:
            return str(value)
        return self.say("few") if week else self.say("hidden")

    def of_week(self, value: int) -> tuple[int | None, str]:
        """A number of one week: itself, or what is said of 1 to 4."""
        hidden = small(value)
        return (None if hidden else value), self.number(None if hidden else value, week=True)

    def label(self, figure: str) -> str:
        """The name of a figure or of a table."""
        partner = next((p for p in self.guide.pack.summary.partners if figure == f"transmises_avec_{p.role}"), None)
        if partner is not None:
            return self.say("transmises-avec", partner=partner.label)
        if figure.startswith("temps_"):
            topic = self.guide.pack.question_by_fact[figure.removeprefix("temps_")].topic
            return self.say("temps", topic=topic)
        return self.say(figure.translate(_UNDER), **self._partner())

    def definition(self, figure: str) -> str:
        """What it means."""
        if figure.startswith("transmises_avec_"):
            return self.say("transmises-avec-is")
        if figure.startswith("temps_"):
            return self.say("temps-is")
        return self.say(f"{figure.translate(_UNDER)}-is", **self._partner())

    def _partner(self) -> dict[str, str]:
        first = next((partner.label for partner in self.guide.pack.summary.partners), "")
        return {"partner": first or self.say("partner")}

    def line(self, kind: Kind, name: str) -> str:
        """The label of one line of a table."""
        own = f"line-{kind.id}-{name}".translate(_UNDER)
        if self.has(own):
            return self.say(own)
        if kind.split is not None and name != REST:
            return kind.split.labels.get(name) or self._answer(kind.split.fact, name)
        if name.startswith("sans/"):
            return self.say("line-without", need=self.need(name.removeprefix("sans/")))
        if kind.id == "questions":
            return self._step(name)
        if (found := self._of_pack(kind.id).get(name)) is not None:
            return found
        shared = f"line-{name}".translate(_UNDER)
        return self.say(shared) if self.has(shared) else self.say("line-rest")

    def _of_pack(self, kind: str) -> Mapping[str, str]:
        """Names that the pack gives to the lines of a table."""
        topics = {question.fact: question.topic for question in self.guide.pack.orientation.questions}
        return {
            "portes": self._schemes,
            "portes_tous_rangs": self._schemes,
            "issues": {fact: self.say("line-left", topic=topic) for fact, topic in topics.items()},
            "rencontres_series": self._series,
            "communautes": self._communities,
            "transmises_reseaux": self._networks,
        }.get(kind, {})

    def _step(self, name: str) -> str:
        fact, _, what = name.partition("/")
        topic = self.guide.pack.question_by_fact[fact].topic
        return self.say("line-step", topic=topic, what=self.say(f"line-{what}"))

    def _answer(self, fact: str, value: str) -> str:
        if fact == self.guide.table.place_fact:
            return self.guide.places.name_by_slug.get(value, value)
        return self._named(f"answer-{fact}-{value}") or value

    def need(self, code: str) -> str:
        """The words of a need by its code."""
        return self._named(f"answer-{self.guide.table.need}-{code}") or self.say("line-unknown")

    def _named(self, name: str) -> str:
        wording = self.guide.wording
        return wording.say(self.language, name) if wording.has(name) else ""
