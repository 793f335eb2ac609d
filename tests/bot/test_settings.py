"""The configuration: every fault at once, in words, never a value (faults F48, D24)."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings, secrets_of, sections
from bot.settings_file import read_settings
from bot.settings_refused import SettingsRefused
from tests.house.source import ROOT

CANARY = "canari-tres-secret"
EXAMPLE = ROOT / "config.example.toml"

# What is written, and what the one line that answers it says.
BROKEN = {
    "[storage]\nurl = ": "config.toml:2:7: ce n’est pas du TOML",
    '[storage]\nurl = "sqlite:///a"\nurl = "sqlite:///b"': "config.toml:3:20: ce n’est pas du TOML",
    '[logs]\n[logs]\nlevel = "info"': "config.toml:2:6: ce n’est pas du TOML",
    "[logs\n": "config.toml:1:6: ce n’est pas du TOML",
    "\x00": "config.toml:1:1: ce n’est pas du TOML",
    "[telegramme]\n": "config.toml: telegramme: cette section n’existe pas.",
    'niveau = "info"': "config.toml: niveau: cette section n’existe pas.",
    'logs = "info"': "config.toml: logs: attendu : une section, écrite [logs]",
    "[[notice]]\n": "config.toml: notice: attendu : une section, écrite [notice]",
    '[logs]\nlevle = "info"': "config.toml: logs.levle: cette clé n’existe pas. Vouliez-vous dire « level » ?",
    '[logs]\nxyz = "info"': "config.toml: logs.xyz: cette clé n’existe pas. Clés connues : level, format.",
    '[logs]\nlevel = "bavard"': "config.toml: logs.level: attendu : debug, info, warning, error.",
    "[logs]\nformat = true": "config.toml: logs.format: attendu : auto, console, json.",
    "[storage]\nurl = 3": "config.toml: storage.url: attendu : un texte entre guillemets.",
    '[storage]\nurl = ""': "config.toml: storage.url: attendu : une adresse comme sqlite:///",
    f'[storage]\nurl = "mysql://bot:{CANARY}@serveur/b"': "config.toml: storage.url: attendu : une adresse comme",
    f'[storage]\nurl = "{CANARY}"': "config.toml: storage.url: attendu : une adresse comme",
    '[retention]\ndays_with_keep = "30"': "config.toml: retention.days_with_keep: attendu : un nombre entier de 1 à 30",
    "[retention]\ndays_with_keep = 31": "config.toml: retention.days_with_keep: attendu : un nombre entier de 1 à 30",
    "[retention]\ndays_with_keep = 3.0": "config.toml: retention.days_with_keep: attendu : un nombre entier de 1 à 30",
    "[retention]\nhours_without_yes = 0": "config.toml: retention.hours_without_yes: attendu : un nombre entier de 1 à",
    "[retention]\nhours_without_yes = true": "config.toml: retention.hours_without_yes: attendu : un nombre entier",
    "[retention]\ndays_of_traces = 1979-05-27": "config.toml: retention.days_of_traces: attendu : un nombre entier de",
    "[notice]\ncontact = 12": "config.toml: notice.contact: attendu : un texte entre guillemets.",
    f'[notice]\ncontroller = "{"a" * 501}"': "config.toml: notice.controller: attendu : un texte d’au plus 500",
    '[telegram]\ntoken = ""': "config.toml: telegram.token: attendu : le jeton que @BotFather a donné",
    f'[telegram]\ntoken = "{CANARY}"': "config.toml: telegram.token: attendu : le jeton que @BotFather a donné",
    '[telegram]\ntoken = "12:a/../b"': "config.toml: telegram.token: attendu : le jeton que @BotFather a donné",
    '[telegram]\ntoken = "12:a b"': "config.toml: telegram.token: attendu : le jeton que @BotFather a donné",
    '[telegram]\nbase_url = "http://a"': "config.toml: telegram.token: cette clé manque",
    '[telegram]\ntoken = "1:a"\nmode = "push"': "config.toml: telegram.mode: attendu : polling, webhook.",
    '[telegram]\ntoken = "1:a"\nmode = "webhook"': "config.toml: telegram.webhook_url: cette clé manque",
    '[telegram]\ntoken = "1:a"\nwebhook_url = "bot.example.org"': "config.toml: telegram.webhook_url: attendu : une",
    f'[telegram]\ntoken = "1:a"\nwebhook_secret = "{CANARY} !"': "config.toml: telegram.webhook_secret: attendu : de",
    '[matrix]\nuser = "@b:a.org"\npassword = "p"\npickle_key = "k"': "config.toml: matrix.homeserver: cette clé manque",
    '[matrix]\nhomeserver = "a.org"': "config.toml: matrix.homeserver: attendu : l’adresse de votre serveur Matrix",
    f'[matrix]\nhomeserver = "https://{CANARY}@a.org"': "config.toml: matrix.homeserver: attendu : l’adresse de",
    '[matrix]\nhomeserver = "https://a.org"\nuser = "bot"': "config.toml: matrix.user: attendu : le nom complet du",
    '[matrix]\nhomeserver = "https://a.org"\nuser = "@b:a.org"\npassword = "p"': "config.toml: matrix.pickle_key: ",
    '[matrix]\nhomeserver = "https://a.org"\nuser = "@b:a.org"\npickle_key = "k"': "config.toml: matrix.password: ",
    "[matrix]\nallow = 3": "config.toml: matrix.allow: attendu : une liste de textes entre crochets",
    '[matrix]\nhomeserver = "https://a.org"\nallow = [3]': "config.toml: matrix.allow.0: attendu : un texte entre",
    '[matrix]\navatar = "https://a.org/b.png"': "config.toml: matrix.avatar: attendu : une adresse comme mxc://",
    "[matrix]\njoins_per_minute = 0": "config.toml: matrix.joins_per_minute: attendu : un nombre entier de 1 à 6000",
    '[matrix]\ntrust = "signed"': "config.toml: matrix.trust: attendu : all, cross-signed.",
    '[web]\nhost = "http://127.0.0.1"': "config.toml: web.host: attendu : un nom de machine",
    "[web]\nport = 65536": "config.toml: web.port: attendu : un nombre entier de 0 à 65535",
    "[delivery]\nbulk_per_second = 0": "config.toml: delivery.bulk_per_second: attendu : un nombre entier de 1 à 1000",
    "[territory]\npack = []": "config.toml: territory.pack: attendu : un texte entre guillemets.",
    '[storage]\nurl_file = "absent"': "config.toml: storage.url_file: le fichier du secret ne peut pas être lu.",
    '[storage]\nurl_file = "."': "config.toml: storage.url_file: le fichier du secret ne peut pas être lu.",
    "[storage]\nurl_file = 3": "config.toml: storage.url_file: attendu : un texte entre guillemets.",
    '[storage]\nurl_file = "vide"': "config.toml: storage.url_file: le fichier du secret est vide.",
    '[storage]\nurl_file = "ouvert"': "config.toml: storage.url_file: « ouvert » contient un secret et tout le monde",
    '[storage]\nurl_file = "a"\nurl = "sqlite:///b"': "config.toml: storage.url_file: la valeur est déjà donnée par",
    '[logs]\nlevel_file = "a"': "config.toml: logs.level_file: cette clé n’existe pas.",
}


def with_secrets(folder: Path) -> Path:
    """A folder with files that may hold a secret, in every state."""
    for name, text, mode in (("vide", " \n", 0o600), ("ouvert", CANARY, 0o644), ("garde", "", 0o600)):
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(mode)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Such a folder."""
    return with_secrets(tmp_path)


def refusal(folder: Path, text: str, environment: dict[str, str] | None = None, mode: int = 0o600) -> tuple[str, ...]:
    """The lines that answer a configuration which cannot be used."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    with pytest.raises(SettingsRefused) as refused:
        read_settings(file, environment or {})
    assert CANARY not in str(refused.value)
    return refused.value.lines


@pytest.mark.row("F48")
@pytest.mark.parametrize("written", BROKEN)
def test_each_fault_has_one_line_that_says_what_is_expected(written: str, folder: Path) -> None:
    """Where, and what is expected; the value is never repeated."""
    (line,) = refusal(folder, written)
    assert line.startswith(BROKEN[written])


def test_distinct_faults_have_distinct_lines(folder: Path) -> None:
    """Nobody has to guess which fault is meant: at least twenty sentences and places."""
    assert len({refusal(folder, written) for written in BROKEN}) >= len(BROKEN) - 10


def test_all_faults_are_said_at_once(folder: Path) -> None:
    """One correction, one start."""
    text = '[storage]\nurl = 3\n[logs]\nlevel = "x"\nformat = "y"\n[smtp]\nhost = "z"'
    assert len(refusal(folder, text, {"BOUSSOLE_NOTICE__WHO": "x", "BOUSSOLE_MATRIX__USER": "y"})) == 6


@pytest.mark.row("F48")
def test_a_file_that_is_not_there_or_cannot_be_read_is_said(tmp_path: Path) -> None:
    """Missing, a folder, another encoding."""
    (tmp_path / "latin.toml").write_bytes("# créé\n".encode("latin-1"))
    for name, expected in (("absent.toml", "n’existe pas"), (".", "ne peut pas"), ("latin.toml", "UTF-8")):
        with pytest.raises(SettingsRefused, match=expected):
            read_settings(tmp_path / name, {})


@pytest.mark.row("F48", "D24")
def test_a_file_that_everyone_may_read_may_hold_no_secret(folder: Path) -> None:
    """The password of a database is a secret; the path of a file is not."""
    text = f'[storage]\nurl = "postgresql://bot:{CANARY}@serveur/b"'
    (line,) = refusal(folder, text, mode=0o644)
    assert "chmod 600 config.toml" in line
    (folder / "config.toml").chmod(0o600)
    assert read_settings(folder / "config.toml", {}).storage.url.endswith("@serveur/b")
    (folder / "open.toml").write_text('[storage]\nurl = "sqlite:///b"', encoding="utf-8")
    (folder / "open.toml").chmod(0o644)
    assert read_settings(folder / "open.toml", {}).storage.url == "sqlite:///b"


def test_a_secret_may_come_from_its_own_file(folder: Path) -> None:
    """The path starts from the configuration; the final newline is not part of the secret."""
    url = f"postgresql+psycopg://bot:{CANARY}@serveur/b"
    (folder / "garde").write_text(url + "\n", encoding="utf-8")
    (folder / "config.toml").write_text('[storage]\nurl_file = "garde"', encoding="utf-8")
    settings = read_settings(folder / "config.toml", {})
    assert settings.storage.url == url
    assert secrets_of(settings) == (url, CANARY)
    assert CANARY not in repr(settings)


def test_the_environment_wins_over_the_file(folder: Path) -> None:
    """Numbers are read as numbers; a secret given directly replaces the file that held it."""
    (folder / "config.toml").write_text('[storage]\nurl_file = "absent"\n[logs]\nlevel = "debug"', encoding="utf-8")
    given = {"BOUSSOLE_STORAGE__URL": "sqlite:///c", "BOUSSOLE_RETENTION__DAYS_WITH_KEEP": "7", "BOUSSOLE_TESTING": "1"}
    settings = read_settings(folder / "config.toml", given)
    assert (settings.storage.url, settings.retention.days_with_keep, settings.logs.level) == ("sqlite:///c", 7, "debug")


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("RETENTION__DAYS_WITH_KEEP", "sept"),
        ("RETENTION__DAYS_WITH_KEEP", ""),
        ("LOGS__LEVEL", CANARY),
        ("LOGS__X", ""),
    ],
)
def test_a_faulty_variable_is_named(variable: str, text: str, folder: Path) -> None:
    """The operator is told which variable, not which line of a file."""
    name = f"BOUSSOLE_{variable}"
    (line,) = refusal(folder, "", {name: text})
    assert line.startswith(f"{name}: ")


@pytest.mark.row("I36", "D15")
def test_nothing_at_all_is_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything has a default, so that the terminal needs no file; what is served is for this machine alone."""
    monkeypatch.chdir(tmp_path)
    assert read_settings(None, {}) == Settings()
    assert (Settings().web.host, Settings().matrix.joins_per_minute) == ("127.0.0.1", 10)
    (tmp_path / "config.toml").write_text('[logs]\nlevel = "error"', encoding="utf-8")
    assert read_settings(None, {}).logs.level == "error"


def test_a_relative_pack_starts_from_the_file_that_names_it(tmp_path: Path) -> None:
    """Wherever the bot is started."""
    (tmp_path / "config.toml").write_text('[territory]\npack = "pack"', encoding="utf-8")
    assert read_settings(tmp_path / "config.toml", {}).territory.pack == str(tmp_path / "pack")


def test_the_example_shows_every_key_with_another_value_than_its_default(tmp_path: Path) -> None:
    """A key without an example, or an example without a key, fails. A secret is shown by its file."""
    shown = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert {name: {_plain(name, key) for key in keys} for name, keys in shown.items()} == {
        name: set(section.model_fields) for name, section in sections().items()
    }
    settings, defaults = read_settings(_example_in(tmp_path), {}), Settings()
    same = [
        f"{name}.{key}"
        for name, section in sections().items()
        for key in section.model_fields
        if getattr(getattr(settings, name), key) == getattr(getattr(defaults, name), key)
    ]
    assert same == []


def _plain(section: str, key: str) -> str:
    return key if key in sections()[section].model_fields else key.removesuffix("_file")


def _example_in(folder: Path) -> Path:
    """The example beside the secrets that it names, as an operator would have them."""
    names = ("matrix.password", "matrix.token", "matrix.key", "webhook.secret", "smtp.password")
    for name, secret in (("telegram.token", "12345:exemple"), *((name, "exemple") for name in names)):
        (folder / name).write_text(secret, encoding="utf-8")
        (folder / name).chmod(0o600)
    return Path(shutil.copy(EXAMPLE, folder / "config.toml"))


def test_the_example_says_what_each_key_does_if_omitted() -> None:
    """The comment above each key says what it is, what if omitted, and gives an example."""
    blocks = re.split(r"\n\n", EXAMPLE.read_text(encoding="utf-8"))
    keys = [block for block in blocks if re.search(r"^\w+ = ", block, re.MULTILINE)]
    assert len(keys) == sum(len(section.model_fields) for section in sections().values())
    assert [block for block in keys if "If omitted:" not in block or "xample" not in block] == []
