"""What may never be in a file of the project."""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT, committed

pytestmark = pytest.mark.house

THIS = "tests/house/test_committed.py"
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.~-])/(?:work|root|home|Users|opt)/\w",
    "a package registry": r"pyp[i]\.org|pythonho[s]ted|npmj[s]\.|crates\.io|proxy\.golang|--(extra-)?index-url[ =]",
    "an address of files": r"\bfile://",
}
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")
INVENTED = re.compile(r"@(?:[\w-]+\.)*(?:example|test|invalid|localhost)$|@(?:[\w-]+\.)*example\.(?:com|net|org)$")


def texts() -> list[tuple[str, str]]:
    """Every committed text, by its path."""
    found = []
    for file in committed():
        try:
            found.append((str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return [(path, text) for path, text in found if path != THIS]


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_tells_where_it_was_made(kind: str) -> None:
    """Neither the paths nor the registries of a machine."""
    pattern = re.compile(FORBIDDEN[kind])
    found = [
        f"{path}:{number} {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line) and path != "LICENSE"
    ]
    assert found == []


def test_no_mailbox_of_anybody_is_kept() -> None:
    """Addresses in examples belong to the domains reserved for examples."""
    found = [
        f"{path} {mailbox}"
        for path, text in texts()
        for mailbox in MAILBOX.findall(text)
        if not INVENTED.search(mailbox)
    ]
    assert found == []


def test_no_secret_of_an_installation_is_committed() -> None:
    """A configuration and a database belong to one installation."""
    suffixes = {".db", ".pem", ".key", ".token", ".secret"}
    found = [file.name for file in committed() if file.suffix in suffixes or file.name in {"config.toml", ".env"}]
    assert found == []
