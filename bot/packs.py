"""Reads packs from folders: the files as text, then the guide that the handlers use."""

from __future__ import annotations

from pathlib import Path

from bot.detection import language_of
from handlers.defects import Defect, PackRefused, Report
from handlers.guide import Guide
from handlers.load import load
from handlers.source import read as read_yaml

COMMON = "common"
_BIGGEST = 5_000_000


def read(folder: Path, *languages: str) -> Guide:
    """The guide of the pack in `folder`, which speaks only `languages` if there are any; raises `PackRefused` with
    every defect."""
    files, common = texts(folder)
    return Guide(load(files, common, languages), language_of)


def texts(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The text of the pack's files and of the common ones, by their path in their folder."""
    unreadable: list[tuple[str, str, int]] = []
    common = _texts(content() / COMMON, ("*.ftl",), unreadable)
    report = Report(common)
    if not folder.is_dir():
        report.add(str(folder), 1, 1, "check-folder-missing", value=str(folder))
    files = _texts(folder, ("*.yaml", "*.yml", "*.ftl", "*/*.yaml", "*/*.yml", "*/*.ftl"), unreadable)
    for file, name, line in unreadable:
        report.add(file, line, 1, name, value=file)
    report.refuse()
    return files, common


def _texts(folder: Path, patterns: tuple[str, ...], unreadable: list[tuple[str, str, int]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        name = path.relative_to(folder).as_posix()
        try:
            raw = path.read_bytes()[: _BIGGEST + 1]
            if len(raw) > _BIGGEST:
                unreadable.append((name, "check-file-large", 1))
            found[name] = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            unreadable.append((name, "check-file-encoding", error.object.count(b"\n", 0, error.start) + 1))
        except OSError:
            unreadable.append((name, "check-file-unreadable", 1))
    return found


def content() -> Path:
    """The folder `content/`: beside the sources, or among the installed packages."""
    return Path(__file__).resolve().parent.parent / "content"


def folders() -> tuple[Path, ...]:
    """Every folder of `content/` that holds a pack."""
    return tuple(sorted(path.parent for path in content().glob("*/pack.yaml")))


def default_folder() -> Path:
    """The pack that says `default: true`; raises `PackRefused` if none does."""
    for folder in folders():
        sheet = read_yaml("pack.yaml", (folder / "pack.yaml").read_text("utf-8", "replace"))
        if sheet.text("default") in ("true", "yes"):
            return folder
    say = Report(_texts(content() / COMMON, ("*.ftl",), [])).say
    raise PackRefused((Defect(str(content()), 1, 1, say("check-no-default")),))
