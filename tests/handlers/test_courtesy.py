"""A language of courtesy: what it lacks is said in the first language and listed, what changed is told."""

from __future__ import annotations

import re
from datetime import date

from bot.packs import content, texts
from handlers.check import check
from handlers.check_translations import digest, untranslated
from handlers.direction import bare
from handlers.guide import Guide
from handlers.load import load
from tests.cli.program import ran
from tests.conversation import guide

TODAY = date(2026, 11, 21)
REASON = guide("exemple").pack.orientation.rules[0].reason
TO_WRITE = re.compile(r"(?:اكتبوا|كتابة) «([^»{}]+)»")


def courteous(arabic: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files of the example, with Arabic as far as this text goes."""
    files, common = texts(content() / "exemple")
    files["pack.yaml"] = files["pack.yaml"].replace("languages: [fr]", "languages: [fr]\ncourtesy: [ar]")
    files["texts.ar.ftl"] = arabic
    return files, {name: text for name, text in common.items() if not name.endswith(".ar.ftl")}


def told(arabic: str) -> list[str]:
    """What `check` says of this text."""
    files, common = courteous(arabic)
    found = check(Guide(load(files, common)), files, common, TODAY)
    return [f"{one.severity} {one.message}" for one in found if one.file.endswith(".ar.ftl")]


def test_a_sentence_that_a_courtesy_lacks_is_no_defect_but_one_that_changed_is_told() -> None:
    assert told("# x\n") == []
    assert told(f"# fr {digest(REASON)}\nreason-R1 = رغبة.\n") == []
    (stale,) = told("# fr 00000000\nreason-R1 = رغبة.\n")
    assert stale.startswith("warning")
    assert digest(REASON) in stale


def test_what_a_courtesy_lacks_is_listed() -> None:
    files, common = courteous("# x\nreason-R1 = رغبة.\n")
    pack = load(files, common)
    (arabic,) = untranslated(pack, files, common)
    assert arabic.language == "ar"
    assert "reason-R1" not in arabic.lacking
    assert {"welcome", "question-envie", "reason-R2"} & set(arabic.lacking)
    assert arabic.count == len(arabic.lacking) + 1
    assert untranslated(guide("exemple").pack, *texts(content() / "exemple")) == ()


def test_the_list_of_what_is_left_is_printed_for_those_who_translate() -> None:
    said = ran("check", "content/lille", "--todo")
    assert said.code == 0
    assert "Langue de courtoisie « ar »" in said.out
    assert "scheme-maillage-gives" in said.out


def test_a_courtesy_is_chosen_like_any_language_and_the_rest_is_in_the_first() -> None:
    wording = Guide(load(*courteous("menu = القائمة\n"))).wording
    assert wording.languages == ("fr", "ar")
    assert wording.say("ar", "menu") == "القائمة"
    assert bare(wording.say("ar", "thanks")) == wording.say("fr", "thanks")


def test_every_word_that_an_arabic_sentence_tells_to_write_is_understood() -> None:
    commands = guide("lille").commands
    files, common = texts(content() / "lille")
    arabic = "\n".join(text for name, text in {**files, **common}.items() if name.endswith(".ar.ftl"))
    words = set(TO_WRITE.findall(arabic))
    assert len(words) > 10
    ends = {guide("lille").wording.say("ar", "form-done")}  # an answer to a question, not a command
    assert {word for word in words if commands.find(word) is None} == ends
