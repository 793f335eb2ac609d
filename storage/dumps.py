"""Copies of a database on a PostgreSQL server, by its own tools, and put back in one transaction."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import make_url, text
from sqlalchemy.engine import URL

from storage.database import Database
from storage.errors import BackupRefused, BackupUnsupported, DiskFull
from storage.tables import metadata

LONGEST_SECONDS = 3_600
MAGIC = b"PGDMP"
UNFINISHED = "restoring"
"""The word that the database keeps until what follows the loading is done too."""

_TOOLS = ("pg_dump", "pg_restore", "psql")
_MAJOR = re.compile(rb"\(PostgreSQL\) (\d+)")


def usable(database: Database) -> bool:
    """True if the tools are there, and as recent as the server."""
    if database.is_sqlite or any(shutil.which(tool) is None for tool in _TOOLS):
        return False
    with database.read() as connection:
        server = int(connection.execute(text("SHOW server_version_num")).scalar_one()) // 10_000
    said = subprocess.run([_tool("pg_dump"), "--version"], capture_output=True, check=False).stdout
    found = _MAJOR.search(said)
    return found is not None and int(found[1]) >= server


def dump(database: Database, target: Path) -> None:
    """Write a consistent copy into a file that exists already, and is private."""
    if not usable(database):
        raise BackupUnsupported
    where = ["--format=custom", "--no-owner", "--no-privileges", f"--file={target}", f"--dbname={_address(database)}"]
    try:
        done = subprocess.run(
            [_tool("pg_dump"), *where],
            env=_environment(database),
            capture_output=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BackupRefused(path=str(target)) from error
    if done.returncode:
        raise DiskFull if b"No space left" in done.stderr else BackupRefused(path=str(target))


def is_dump(copy: Path) -> bool:
    """True for a file that `pg_dump` wrote."""
    with copy.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def load(database: Database, copy: Path, now: datetime, known: Sequence[str]) -> None:
    """Replace everything by what the dump holds, on hold, or nothing of it. `known`: the revisions that may come.

    What follows (an upgrade, erasures) is not done yet: the database says so of itself until it is."""
    reading = subprocess.Popen(
        [_tool("pg_restore"), "--clean", "--if-exists", "--no-owner", "--no-privileges", "--file=-", str(copy)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    writing = subprocess.Popen(
        [_tool("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={_address(database)}"],
        env=_environment(database),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert reading.stdout is not None
    assert writing.stdin is not None
    if not _poured(reading, reading.stdout, writing, writing.stdin, _held(now, known)):
        raise BackupRefused(path=str(copy))


def _poured(
    reading: subprocess.Popen[bytes], out: IO[bytes], writing: subprocess.Popen[bytes], into: IO[bytes], last: str
) -> bool:
    """True once all of it is committed; a part of it never is."""
    try:
        into.write(f"BEGIN;\nSET client_min_messages = warning;\n{_dropped()}\n".encode())
        shutil.copyfileobj(out, into)
        if reading.wait(LONGEST_SECONDS):
            writing.kill()
        into.write(last.encode())
        into.close()
        return writing.wait(LONGEST_SECONDS) == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
    finally:
        for process in (reading, writing):
            process.kill()
            process.wait()
        out.close()


def _dropped() -> str:
    """Our tables go, also those that the dump is too old to know."""
    names = [*metadata.tables, "alembic_version"]
    return "\n".join(f'DROP TABLE IF EXISTS public."{name}" CASCADE;' for name in names)


def _held(now: datetime, known: Sequence[str]) -> str:
    """Before anything can read it: the revision is one of ours, the ledger on hold, and more is to be done."""
    revisions = ", ".join(f"'{each}'" for each in known)
    ours = f"WHERE version_num IN ({revisions})"
    words = f"('hold', '{now.isoformat()}'), ('{UNFINISHED}', '{now.isoformat()}')"
    # Read by psql; all that is put in is ours. A division by zero ends it.
    return f"""
SELECT 1 / count(*) FROM public.alembic_version {ours};
DELETE FROM public.marks WHERE name IN ('hold', '{UNFINISHED}');
INSERT INTO public.marks (name, value) VALUES {words};
COMMIT;
"""


def _tool(name: str) -> str:
    return shutil.which(name) or name


def _address(database: Database) -> str:
    """Without the password: other users of the machine see the words of a command."""
    url = make_url(database.url)
    plain = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return plain.render_as_string()


def _environment(database: Database) -> dict[str, str]:
    password = make_url(database.url).password
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOUSSOLE_")}
    return {**kept, "PGPASSWORD": password} if password else kept
