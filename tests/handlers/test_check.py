"""`check` proves the packs that are shipped, and says what changed or is left to confirm."""

from __future__ import annotations

from datetime import date

import pytest

from bot.packs import content, default_folder, folders, texts
from handlers.check import check
from handlers.check_facts import todo
from handlers.check_translations import digest
from handlers.check_words import sentences
from handlers.differences import difference
from handlers.load import load
from handlers.pack import Pack
from handlers.prove import prove
from tests.handlers.packs import NAMES, guide, paths

TODAY = date(2026, 11, 21)


@pytest.mark.row("D28")
@pytest.mark.parametrize("name", NAMES)
def test_every_pack_of_the_content_folder_is_proved(name: str) -> None:
    files, common = texts(content() / name)
    defects = check(guide(name), files, common, TODAY)
    assert [str(one) for one in defects if one.severity == "error"] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_proof_follows_every_combination(name: str) -> None:
    table = guide(name).table
    proof = prove(table)
    assert proof.combinations == sum(1 for _ in paths(table))
    assert proof.most_asked == max(len(table.asked(answers)) for answers in paths(table))


@pytest.mark.parametrize("name", NAMES)
def test_the_progress_of_the_proof_ends_at_its_total(name: str) -> None:
    told: list[tuple[int, int]] = []
    proof = prove(guide(name).table, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (proof.combinations, proof.combinations)


def test_one_pack_is_the_default() -> None:
    assert default_folder() in folders()


def changed(file: str, old: str, new: str) -> tuple[str, ...]:
    """What is said of one change of the pack of the example."""
    files, common = texts(content() / "exemple")
    assert old in files[file]
    after = load(files | {file: files[file].replace(old, new, 1)}, common)
    return difference(guide("exemple").pack, after)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("orientation.yaml", "points: 80", "points: 81", ("règle", "R1", "points", "80", "81")),
        ("orientation.yaml", "most_doors: 3", "most_doors: 4", ("most_doors", "3", "4")),
        ("orientation.yaml", "secteur: dedans}\n    reason", "secteur: cote}\n    reason", ("R1", "condition", "cote")),
        ("orientation.yaml", "to_confirm: no", "to_confirm: yes", ("R1", "marque")),
        ("orientation.yaml", "label: Un lieu", "label: Une place", ("question", "sujet", "lieu", "Une place")),
        (
            "orientation.yaml",
            "a une envie",
            "a un rêve",
            ("question", "reve", "autre personne", "La personne a un rêve"),
        ),
        ("orientation.yaml", "- id: rien_dehors", "- id: rien_hors", ("retiré", "rien_dehors")),
        ("orientation.yaml", ", halle_voiles, cercle_mains", ", cercle_mains, halle_voiles", ("ordre du catalogue",)),
        ("schemes.yaml", "kind: financement", "kind: appel", ("dispositif", "coffre_embruns", "appel")),
        ("places.yaml", "also: [SGD]", "also: [SGD, Sable]", ("commune", "Sablegrand", "Sable")),
        ("gatherings.yaml", "days: 7", "days: 10", ("sorte de rencontre", "veillee", "message", "annonce", "7", "10")),
        ("gatherings.yaml", "seats: 20", "seats: 30", ("série", "veillee_mains", "20", "30")),
        ("gatherings.yaml", "easter+1", "easter+39", ("jours fériés", "easter+1", "easter+39")),
        ("glossary.yaml", "term: Budget", "term: Le budget", ("glossaire", "budget")),
        ("texts.fr.ftl", "Bonjour", "Bonsoir", ("texte", "welcome", "Bonsoir")),
    ],
)
def test_a_change_is_said_with_its_place_and_both_values(file: str, old: str, new: str, words: tuple[str, ...]) -> None:
    said = changed(file, old, new)
    assert any(all(word in line for word in words) for line in said), said


def test_one_change_is_said_once_and_no_change_is_silent() -> None:
    assert len(changed("orientation.yaml", "points: 80", "points: 81")) == 1
    assert len(changed("orientation.yaml", "- id: rien_dehors", "- id: rien_hors")) == 2
    assert changed("pack.yaml", "default: no", "default: false") == ()


def test_any_change_of_a_file_changes_the_revision() -> None:
    files, common = texts(content() / "exemple")
    pack: Pack = guide("exemple").pack
    assert load(files, common).revision == pack.revision
    assert load(files | {"pages.yaml": files["pages.yaml"] + "# x\n"}, common).revision != pack.revision


def test_what_is_left_to_confirm_is_told_network_by_network() -> None:
    pack = guide("exemple").pack
    waiting = todo(pack, TODAY)
    assert waiting
    networks = [one.network for one in waiting]
    assert networks == sorted(networks, key=[*[one.id for one in pack.territory.networks], ""].index)
    assert not [one for one in waiting if one.overdue]
    assert all(one.overdue for one in todo(pack, date(2030, 1, 1)))


def test_a_sign_alone_is_not_a_word_and_a_figure_does_not_end_a_sentence() -> None:
    assert [len(words) for words in sentences("Projet défini : oui ! Voir www.exemple.fr, 3.5 fois.")] == [3, 4]


def test_the_mark_of_a_translation_ignores_line_breaks() -> None:
    assert digest("Une  phrase\n    en deux lignes.") == digest("Une phrase en deux lignes.")
    assert digest("Une phrase.") != digest("Une autre phrase.")


def translated(english: str) -> list[str]:
    """What is said of a pack of the example that speaks English with these texts."""
    files, common = texts(content() / "exemple")
    files["pack.yaml"] = files["pack.yaml"].replace("languages: [fr]", "languages: [fr, en]")
    files["texts.en.ftl"] = english
    defects = check(type(guide("exemple"))(load(files, common)), files, common, TODAY)
    return [f"{one.severity} {one.message}" for one in defects if one.file == "texts.en.ftl"]


def test_a_missing_a_stale_and_an_undated_translation_are_told_apart() -> None:
    reason = guide("exemple").pack.orientation.rules[0].reason
    fresh = f"# fr {digest(reason)}\nreason-R1 = You have a wish.\n"
    assert any(line.startswith("error") and "« reason-R1 »" in line for line in translated("# x\n"))
    assert not any("« reason-R1 »" in line for line in translated(fresh))
    stale = translated("# fr 00000000\nreason-R1 = You have a wish.\n")
    assert any("a changé" in line and digest(reason) in line for line in stale)
    assert any("ne dit pas" in line for line in translated("reason-R1 = You have a wish.\n"))
    assert any("ne traduit rien" in line for line in translated(fresh + "reason-R99 = Nothing.\n"))


def test_the_label_for_another_person_may_wait_for_its_translation_and_goes_stale_like_any() -> None:
    name = "answer-avancement-reve-other"
    assert any(line.startswith("warning") and f"« {name} »" in line for line in translated("# x\n"))
    assert any(line.startswith("error") and "« question-avancement-other »" in line for line in translated("# x\n"))
    fresh = f"# fr {digest('La personne a une envie')}\n{name} = The person has a wish\n"
    assert not any(name in line for line in translated(fresh))
    assert any(name in line and "a changé" in line for line in translated(f"# fr 00000000\n{name} = A wish\n"))
