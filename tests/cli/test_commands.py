"""The other commands: what each prints and how it ends, 0 when done, 1 when refused, 2 when misused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.program import ROOT, ran, talking
from tests.databases import Databases

LILLE = ROOT / "content" / "lille"
COMMANDS = ("check", "orient", "paths", "tree", "chat", "demo", "doctor", "run", "outbox", "db", "pack")


@pytest.fixture
def url(db: str) -> str:
    """A database with two conversations begun."""
    with talking("--db", db) as talk:
        talk.text("bonjour", "u1")
        talk.tap("orientation/etape:idee", "u1")
        talk.text("bonjour", "u2")
    return db


def test_without_a_command_the_commands_are_listed() -> None:
    """`--help` ends by 0; nothing at all is bad usage."""
    listed = ran("--help")
    assert listed.code == 0
    assert [command for command in COMMANDS if not re.search(rf"\b{command}\b", listed.out)] == []
    assert ran().code == 2


@pytest.mark.parametrize(
    "command", [*COMMANDS, "db upgrade", "db check", "db backup", "db restore", "outbox release", "pack new"]
)
def test_every_command_explains_itself(command: str) -> None:
    """`--help` ends by 0."""
    ended = ran(*command.split(), "--help")
    assert (ended.code, "--help" in ended.out, ended.err) == (0, True, "")


MISUSED = (
    ("dance",), ("chat", "--loud"), ("orient",), ("db",), ("db", "dance"), ("db", "backup"), ("pack",), ("pack", "new"),
    ("chat", "--config", "none.toml"), ("run",), ("chat", "extra"),
)  # fmt: skip


@pytest.mark.parametrize("words", MISUSED, ids=[" ".join(words) for words in MISUSED])
def test_bad_usage_ends_by_two(words: tuple[str, ...]) -> None:
    """With something to read on standard error, or the list of commands."""
    ended = ran(*words)
    assert ended.code == 2
    assert ended.err or ended.out


# --- check ---------------------------------------------------------------------------------------


def test_the_default_pack_is_proved() -> None:
    """Over all its combinations, without an error."""
    ended = ran("check")
    assert (ended.code, "combinaisons" in ended.out) == (0, True)
    assert ran("check", LILLE).out == ended.out


def test_every_pack_of_the_project_is_proved() -> None:
    """Every folder of content/ that has a pack.yaml."""
    folders = [path.parent for path in (ROOT / "content").glob("*/pack.yaml")]
    assert len(folders) > 1
    assert {folder.name: ran("check", folder).code for folder in folders} == {folder.name: 0 for folder in folders}


def test_check_prints_every_defect_at_once_with_its_place(tmp_path: Path) -> None:
    """As an editor opens it; a pack that is not there is a defect too."""
    pack = Path(shutil.copytree(LILLE, tmp_path / "pack"))
    for file, old, new in (("schemes.yaml", "id: dla\n", "id: dlz\n"), ("glossary.yaml", "id: ", "ib: ")):
        text = (pack / file).read_text(encoding="utf-8")
        (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    ended = ran("check", pack)
    places = re.findall(r"(\w+\.yaml):\d+:\d+: \S", ended.out + ended.err)
    assert (ended.code, {"orientation.yaml", "glossary.yaml"} <= set(places)) == (1, True), ended
    assert ran("check", tmp_path / "none").code == 1


EIGHTH = """  - fact: essai
    kind: choice
    topic: Un essai
    ask: "Une question de plus ?"
    ask_other: "Une question de plus ?"
    why: "Pour essayer."
    when: {}
    answers:
      - {value: oui_da, label: Oui da, says: []}
      - {value: que_nenni, label: Que nenni, says: []}
    if_skipped: {value: oui_da}

"""


@pytest.mark.parametrize("limit", ["7", "8"])
def test_an_eighth_question_is_refused_whatever_the_pack_allows(tmp_path: Path, limit: str) -> None:
    """At the line that says how many there may be."""
    pack = Path(shutil.copytree(LILLE, tmp_path / "pack"))
    table = pack / "orientation.yaml"
    text = table.read_text(encoding="utf-8").replace("  - fact: besoins\n", EIGHTH + "  - fact: besoins\n", 1)
    table.write_text(text.replace("most_questions: 7", f"most_questions: {limit}"), encoding="utf-8")
    line = text[: text.index("most_questions")].count("\n") + 1
    ended = ran("check", pack)
    assert ended.code == 1
    said = [each for each in (ended.out + ended.err).splitlines() if f"orientation.yaml:{line}:" in each]
    assert len(said) == 1, ended
    assert ("8 questions" if limit == "7" else "trop grand") in said[0]


def test_a_fact_past_its_date_is_a_warning_and_refused_when_strict(tmp_path: Path) -> None:
    """At its own line; a fact without a source is refused in any case."""
    pack = Path(shutil.copytree(ROOT / "content" / "exemple", tmp_path / "pack"))
    cards = pack / "schemes.yaml"
    text = cards.read_text(encoding="utf-8")
    cards.write_text(
        re.sub("verified_on: .*\n(.*review_by: ).*", r"verified_on: 2020-01-01\n\g<1>2020-06-01", text, count=1)
    )
    line = text[: text.index("review_by")].count("\n") + 1
    lax, strict = ran("check", pack), ran("check", pack, "--strict")
    assert (lax.code, strict.code) == (0, 1)
    assert all(f"schemes.yaml:{line}:" in said for said in (lax.err, strict.out))
    cards.write_text(re.sub(r"source: \[.*\]", "source: []", text, count=1), encoding="utf-8")
    bare, line = ran("check", pack), text[: text.index("source:")].count("\n") + 1
    assert (bare.code, f"schemes.yaml:{line}:" in bare.err) == (1, True), bare


def test_check_has_other_looks_at_a_pack(url: str) -> None:
    """What to confirm, what changed, who would lose an answer."""
    todo = ran("check", LILLE, "--todo")
    assert (todo.code, "APES" in todo.out) == (0, True)
    assert ran("check", LILLE, "--against", LILLE).code == 0
    assert ran("check", LILLE, "--against", ROOT / "content" / "exemple").out.count("\n") > 10
    live = ran("check", LILLE, "--live", "--db", url)
    assert (live.code, [int(n) for n in re.findall(r"\d+", live.out)]) == (0, [2, 0])
    other = ran("check", ROOT / "content" / "exemple", "--live", "--db", url)
    assert [int(n) for n in re.findall(r"\d+", other.out)] == [2, 1]


def test_paths_are_lines_and_the_tree_is_a_drawing() -> None:
    """Plain when piped."""
    paths, tree = ran("paths"), ran("tree")
    assert (paths.code, "\x1b" in paths.out) == (0, False)
    asked, _, found = zip(*(line.partition(" -> ") for line in paths.out.splitlines()), strict=True)
    assert len(set(asked)) == len(asked) > 10_000
    assert max(len(facts.split()) for facts in asked) == 7
    assert all(found)
    opened = {door.partition("(")[0] for doors in found for door in doors.split()}
    named = re.findall(r"^ +scheme: (\w+)", (LILLE / "orientation.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert opened >= set(named)
    assert (tree.code, tree.out.split()[0]) == (0, "flowchart")
    assert "besoins" in tree.out


# --- talking -------------------------------------------------------------------------------------


def test_chat_reads_standard_input_and_answers_plainly() -> None:
    """A whole orientation by pipe, with numbers."""
    ended = ran("chat", said="1\nTourcoing\nnon\n1\n2\n1\nc'est tout\n")
    assert ended.code == 0
    assert "Commencez par : Maillage" in ended.out
    assert "\x1b" not in ended.out


def test_chat_with_nothing_to_read_welcomes_and_ends() -> None:
    """An empty input is no error."""
    ended = ran("chat")
    assert (ended.code, "Je suis un programme" in ended.out) == (0, True)


def test_chat_remembers_in_the_database_it_is_given(db: str) -> None:
    """And offers to go on."""
    ran("chat", "--db", db, said="1\n")
    assert "Vous revoilà" in ran("chat", "--db", db).out


# --- operating -----------------------------------------------------------------------------------


def test_doctor_says_what_is_good_and_what_to_mend(url: str, tmp_path: Path) -> None:
    """0 when all is well, 1 when something is not; looking creates nothing."""
    well = ran("doctor", "--db", url)
    assert (well.code, "à corriger" in well.out) == (0, False)
    absent = ran("doctor", "--db", f"sqlite:///{tmp_path}/absent.db")
    assert (absent.code, (tmp_path / "absent.db").exists()) == (0, False)
    for option in (("--pack", tmp_path), ("--db", "sqlite:////no/such/one.db"), ("--config", tmp_path / "none.toml")):
        ill = ran("doctor", *option)
        assert (ill.code, "à corriger" in ill.out) == (1, True), option


def test_doctor_shows_no_secret() -> None:
    """Neither of the environment nor of the address of the database."""
    ended = ran("doctor", BOUSSOLE_STORAGE__URL="postgresql+psycopg://u:hush-hush@127.0.0.1:1/d")
    assert ended.code == 1
    assert "hush" not in ended.out + ended.err


def test_the_schema_is_made_looked_at_and_made_again(databases: Databases) -> None:
    """`db check` refuses what is missing, `db upgrade` makes it, twice is once."""
    address = databases.address(empty=True)
    assert ran("db", "check", "--db", address).refused
    assert ran("db", "upgrade", "--db", address).code == 0
    assert ran("db", "upgrade", "--db", address).code == 0
    assert ran("db", "check", "--db", address).code == 0


def test_a_copy_is_made_once_and_put_back(url: str, tmp_path: Path) -> None:
    """Never over another file; what is put back is where the copy was."""
    copy = tmp_path / "copy.db"
    assert ran("db", "backup", copy, "--db", url).code == 0
    assert ran("db", "backup", copy, "--db", url).refused
    with talking("--db", url) as talk:
        talk.text("lille", "u1")
    assert ran("db", "restore", copy, "--db", url, folder=tmp_path).code == 0
    with talking("--db", url) as talk:
        assert "orientation/qpv:oui" in talk.text("lille", "u1").ids


@pytest.mark.parametrize(
    "words",
    [("backup", "/no/such/folder/copy.db"), ("restore", "/no/such/copy.db"), ("restore", str(ROOT / "LICENSE"))],
)
def test_a_copy_that_cannot_be_made_or_read_is_refused(url: str, words: tuple[str, str]) -> None:
    """One line, and the database is as before."""
    assert ran("db", *words, "--db", url).refused
    assert ran("db", "check", "--db", url).code == 0


def test_the_ledger_adds_up(url: str) -> None:
    """Planned is the sum of the states; there is nothing to release."""
    ended = ran("outbox", "--db", url)
    planned, *states = (int(n) for n in re.findall(r"\d+", ended.out))
    assert (ended.code, planned, sum(states)) == (0, 5, 5)
    assert ran("outbox", "release", "--db", url).code == 0


BAD_SETTINGS = {
    "not TOML": "a = = 1",
    "unknown section": "[storege]\n",
    "unknown key": "[storage]\nurll = ''\n",
    "wrong type": "[storage]\nurl = 3\n",
    "bad address": "[storage]\nurl = 'mysql://u:hush-hush@h/d'\n",
}


@pytest.mark.row("F48")
@pytest.mark.parametrize("name", BAD_SETTINGS)
def test_a_bad_configuration_ends_by_two_with_its_place(name: str, tmp_path: Path) -> None:
    """Fault F48: one line with the file and what is expected, and no secret."""
    file = tmp_path / "config.toml"
    file.write_text(BAD_SETTINGS[name], encoding="utf-8")
    file.chmod(0o600)
    ended = ran("chat", "--json", "--config", file)
    assert (ended.code, len(ended.sentences), ended.out) == (2, 1, ""), ended
    assert "config.toml" in ended.err
    assert "hush" not in ended.err


@pytest.mark.parametrize(
    "words", [("check",), ("paths",), ("tree",), ("demo",), ("chat",), ("chat", "--json"), ("doctor",)]
)
def test_a_command_works_from_any_folder(words: tuple[str, ...], tmp_path: Path) -> None:
    """And leaves nothing there."""
    assert ran(*words, folder=tmp_path).code == 0
    assert list(tmp_path.iterdir()) == []
