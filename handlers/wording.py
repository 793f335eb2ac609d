"""A sentence by its name and language. Sentences of the pack's YAML are in its first language; every
other sentence, and every translation, is Fluent text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from handlers.direction import RIGHT_TO_LEFT, embedded, inserted, inside, isolated
from handlers.fluent_texts import parsed
from handlers.pack import Communities, Gatherings, Pack, Page, Question, Scheme
from handlers.understand import Option

OTHER = "-other"
"""Ends the name of what is said when someone answers for another person."""

_MOST_NUMBERED = 2_000

Pieces = tuple[tuple[str, bool], ...]
"""A sentence as texts and names of values (True), in order."""


class Wording:
    """All the sentences of one pack. A sentence without a translation is said in the first language."""

    def __init__(self, pack: Pack) -> None:
        self._first = pack.reference_language
        self.languages = pack.territory.spoken
        self._inline = inline_texts(pack)
        self._options: dict[tuple[str, str, str, bool], Option] = {}
        self._bare: dict[tuple[str, str], str | None] = {}
        self._plain: dict[tuple[str, str], Pieces | None] = {}
        self._numbered: dict[tuple[object, ...], str | None] = {}
        self._texts = {language: parsed(pack.texts.get(language, "")) for language in self.languages}
        self._bundles: dict[str, FluentBundle] = {}

    def say(self, language: str, name: str, /, **values: object) -> str:
        """The sentence `name` in `language`, else in the pack's first language, else its bare name."""
        if language != self._first:
            said = self._formatted(language, name, values)
            if said is not None:
                return said
        said = self._inline.get(name)
        if said is None:
            said = self._formatted(self._first, name, values)
        if said is None:
            return name
        return embedded(said) if language in RIGHT_TO_LEFT else said

    def has(self, name: str) -> bool:
        """True if the sentence exists in the pack's first language."""
        texts = self._texts[self._first]
        return name in self._inline or name in texts.bare or name in texts.filled

    def parts(self, name: str, language: str | None = None) -> tuple[str, ...]:
        """The pieces of a sentence that lists words separated by `|`: in one language, or in all."""
        languages = self.languages if language is None else (language,)
        found: list[str] = [self._inline[name]] if name in self._inline else []
        for each in languages:
            said = self._formatted(each, name, {})
            found += [part.strip() for part in (said or "").split("|")]
        return tuple(dict.fromkeys(part for part in found if part))

    def option(
        self, language: str, prefix: str, value: str, says: tuple[str, ...] = (), *, other: bool = False
    ) -> Option:
        """The answer `value` labelled by the sentence `<prefix>-<value>`, with all the ways of saying it
        in every language of the pack, those of another person included. Made once."""
        at = (language, prefix, value, other)
        if at not in self._options:
            name = f"{prefix}-{value}"
            named = (*self.parts(name), *self.parts(f"{name}{OTHER}"), *self.parts(f"{name}-says"))
            ways = (*says, *named, *self.parts(f"says-{value}"))
            self._options[at] = Option(value, self.label(language, name, other=other), ways)
        return self._options[at]

    def label(self, language: str, name: str, *, other: bool) -> str:
        """The label `name`; `other`: as it is said of another person, if the pack has a second label. A
        translation that lacks only the second says the first: it is at least in the language spoken."""
        second = f"{name}{OTHER}"
        if not other or not self.has(second):
            return self.say(language, name)
        first_only = self._formatted(language, second, {}) is None and self._formatted(language, name, {}) is not None
        return self.say(language, name if first_only and language != self._first else second)

    def _formatted(self, language: str, name: str, values: Mapping[str, object]) -> str | None:
        if values:
            said = self._put_together(language, name, values)
            return said if said is not None else self._counted(language, name, values)
        # Most sentences have nothing to fill in: each of them is made once.
        if (language, name) not in self._bare:
            said = self._put_together(language, name, values)
            self._bare[language, name] = said if said is not None else self._filled(language, name, values)
        return self._bare[language, name]

    def _put_together(self, language: str, name: str, values: Mapping[str, object]) -> str | None:
        """A sentence that only sets words among its own, without all that Fluent can do: that was a fifth of
        what it costs to decide a turn (measured). None for any other sentence."""
        at = (language, name)
        if at not in self._plain:
            self._plain[at] = self._pieces(language, name)
        pieces = self._plain[at]
        if pieces is None or not all(isinstance(value, str) for value in values.values()):
            return None
        if any(is_name and piece not in values for piece, is_name in pieces):
            return None
        among, alone = (inserted, inside) if language in RIGHT_TO_LEFT else (isolated, str)
        apart = among if len(pieces) > 1 else alone
        return "".join(apart(str(values[piece])) if is_name else piece for piece, is_name in pieces)

    def _counted(self, language: str, name: str, values: Mapping[str, object]) -> str | None:
        """A sentence with numbers only (of hours, of answers): there are few, and each is made once."""
        at = (language, name, *(each for value in values.items() for each in value))
        if not all(type(value) is int for value in values.values()) or len(self._numbered) > _MOST_NUMBERED:
            return self._filled(language, name, values)
        if at not in self._numbered:
            self._numbered[at] = self._filled(language, name, values)
        return self._numbered[at]

    def _pieces(self, language: str, name: str) -> Pieces | None:
        texts = self._texts.get(language)
        if texts is None or name in texts.bare:
            return ((texts.bare[name], False),) if texts else None
        pattern = texts.filled.get(name)
        pieces: list[tuple[str, bool]] = []
        for element in pattern.elements if pattern else ():
            match element:
                case ast.TextElement(value=text):
                    pieces.append((text, False))
                case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=value))):
                    pieces.append((value, True))
                case _:
                    return None
        return tuple(pieces) or None

    def _filled(self, language: str, name: str, values: Mapping[str, object]) -> str | None:
        texts = self._texts.get(language)
        if texts is None or name not in texts.filled:
            return texts.bare.get(name) if texts else None
        bundle = self._bundle(language)
        pattern = bundle.get_message(name).value
        assert pattern is not None
        apart = inside if language in RIGHT_TO_LEFT else isolated
        set_in = {value: apart(said) if isinstance(said, str) else said for value, said in values.items()}
        said, _errors = bundle.format_pattern(pattern, set_in)
        return str(said)

    def _bundle(self, language: str) -> FluentBundle:
        """What forms plurals in a language: made when a sentence first needs it, for its data are slow to read."""
        if language not in self._bundles:
            bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
            bundle.add_resource(self._texts[language].resource, allow_overrides=True)
            self._bundles[language] = bundle
        return self._bundles[language]


def inline_texts(pack: Pack) -> dict[str, str]:
    """Every sentence of the pack's YAML files that people read, by the name of its translation."""
    return dict(_named(pack))


def _named(pack: Pack) -> Iterator[tuple[str, str]]:
    for question in pack.orientation.questions:
        yield from _of_question(question)
    for rule in pack.orientation.rules:
        yield f"reason-{rule.id}", rule.reason
    yield f"reason-{pack.orientation.fallback.id}", pack.orientation.fallback.reason
    for note in pack.orientation.notes:
        yield f"note-{note.id}", note.text
    for scheme in pack.schemes:
        yield from _of_scheme(scheme)
    for place in pack.places.elsewhere:
        yield f"elsewhere-{place.id}", place.label
    for need in pack.places.needs:
        yield f"need-{need.id}", need.label
    for resource in pack.places.resources:
        yield f"resource-{resource.id}", resource.text
        yield f"resource-{resource.id}-access", resource.access
    for term in pack.glossary:
        yield f"term-{term.id}", term.term
        yield f"term-{term.id}-text", term.text
    for page in pack.pages:
        yield from _of_page(page)
    yield from _of_communities(pack.community)
    yield from _of_gatherings(pack.gatherings)


def _of_question(question: Question) -> Iterator[tuple[str, str]]:
    name = f"question-{question.fact}"
    yield name, question.ask
    yield f"{name}{OTHER}", question.ask_other
    yield f"{name}-why", question.why
    yield f"topic-{question.fact}", question.topic
    if question.help:
        yield f"{name}-help", question.help
    for answer in question.answers:
        yield f"answer-{question.fact}-{answer.value}", answer.label
        if answer.other:
            yield f"answer-{question.fact}-{answer.value}{OTHER}", answer.other
    for door in question.if_skipped.doors:
        yield f"door-{question.fact}-{door.scheme}", door.reason


def _of_scheme(scheme: Scheme) -> Iterator[tuple[str, str]]:
    name = f"scheme-{scheme.id}"
    yield name, scheme.name
    yield f"{name}-gives", scheme.gives
    yield f"{name}-for-whom", scheme.for_whom
    yield f"{name}-say", scheme.say
    if scheme.conditions:
        yield f"{name}-conditions", scheme.conditions
    if scheme.with_others:
        yield f"{name}-with-others", scheme.with_others
    for number, step in enumerate(scheme.next_steps, 1):
        yield f"{name}-step-{number}", step.text


def _of_page(page: Page) -> Iterator[tuple[str, str]]:
    name = f"page-{page.id}"
    yield name, page.title
    yield f"{name}-intro", page.intro
    for section in page.sections:
        yield f"{name}-section-{section.id}", section.title
        yield f"{name}-section-{section.id}-text", section.text
    for item in page.items:
        yield f"{name}-item-{item.id}", item.ask
    for answer in page.answers:
        yield f"{name}-answer-{answer.value}", answer.label
    if page.concern:
        yield f"{name}-concern", page.concern.says
    if page.closing:
        yield f"{name}-closing", page.closing


def _of_communities(known: Communities) -> Iterator[tuple[str, str]]:
    for community in known.communities:
        yield f"community-{community.id}", community.name
        yield f"community-{community.id}-about", community.about
    for prefix, tags in (("domain", known.domains), ("exchange", known.exchanges)):
        yield from ((f"{prefix}-{tag.id}", tag.label) for tag in tags)


def _of_gatherings(known: Gatherings) -> Iterator[tuple[str, str]]:
    yield from ((f"kind-{kind.id}", kind.label) for kind in known.kinds)
    for series in known.series:
        yield f"series-{series.id}", series.title
        if series.about:
            yield f"series-{series.id}-about", series.about
    yield from ((f"busy-{number}", busy.why) for number, busy in enumerate(known.busy, 1))
