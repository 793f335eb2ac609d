"""Every way in which the database refuses, each with the name of the sentence that people read.

StorageRefused
├── DatabaseUrlUnknown     not an address of a database
├── DatabaseMissing        no file where one was to be read
├── DriverMissing          a server, and nothing installed that speaks to it
├── DatabaseEncoding       a server's, which cannot hold every letter
├── DatabaseNewer          written by a later release
├── DatabaseForeign        tables that are not ours
├── DatabaseMoved          copied to another, which is used since
├── CopyRefused            nothing to copy, or something where it goes
├── CopyDiffers            what arrived is not what left
├── BackupRefused          a copy cannot be made or read
├── BackupUnsupported      the tools of the server are missing, or too old
├── RestoreUnfinished      a copy was put back in part
└── DatabaseTrouble        may pass by itself: the batch is tried again
    ├── DatabaseBusy       someone else holds it
    ├── DatabaseUnreachable
    ├── DatabaseReadOnly
    ├── DatabaseDamaged
    └── DiskFull
"""

from __future__ import annotations

from typing import ClassVar


class StorageRefused(Exception):
    """`name` is the sentence in content/common; `facts` fills it."""

    name: ClassVar[str] = "cli-database-refused"

    def __init__(self, **facts: str) -> None:
        super().__init__(self.name, facts)
        self.facts = facts


class DatabaseUrlUnknown(StorageRefused):
    """The address names no kind of database that we know."""

    name = "cli-database-url"


class DatabaseMissing(StorageRefused):
    """There is no file at this address, and the command is not one that makes it."""

    name = "cli-database-missing"


class DriverMissing(StorageRefused):
    """The address is a server's, and the extra that speaks to it is not installed."""

    name = "cli-database-driver"


class DatabaseEncoding(StorageRefused):
    """The database was made for the letters of some languages only: names and questions would be set aside."""

    name = "cli-database-encoding"


class DatabaseNewer(StorageRefused):
    """The schema was written by a later release than this code."""

    name = "cli-database-newer"


class DatabaseForeign(StorageRefused):
    """The database holds tables that are not ours."""

    name = "cli-database-foreign"


class DatabaseMoved(StorageRefused):
    """Everything was copied to another database."""

    name = "cli-database-moved"


class CopyRefused(StorageRefused):
    """`why`: source (it is not at the schema of this release), target (it is not empty)."""

    name = "cli-copy-refused"


class CopyDiffers(StorageRefused):
    """A table does not hold there what it holds here."""

    name = "cli-copy-differs"


class BackupRefused(StorageRefused):
    """A copy cannot be written here, or is not one."""

    name = "cli-backup-refused"


class BackupUnsupported(StorageRefused):
    """The tools that copy a server are not here, or are older than it."""

    name = "cli-backup-unsupported"


class RestoreUnfinished(StorageRefused):
    """A restore was cut short: people who were erased may be back."""

    name = "cli-restore-unfinished"


class DatabaseTrouble(StorageRefused):
    """The database failed, not the message: what was asked is tried again."""

    name = "cli-database-trouble"


class DatabaseBusy(DatabaseTrouble):
    """Another process holds the database."""

    name = "cli-database-busy"


class DatabaseUnreachable(DatabaseTrouble):
    """The file cannot be opened, or the server does not answer."""

    name = "cli-database-unreachable"


class DatabaseReadOnly(DatabaseTrouble):
    """Nothing may be written there."""

    name = "cli-database-read-only"


class DatabaseDamaged(DatabaseTrouble):
    """The file is not, or is no longer, a database."""

    name = "cli-database-damaged"


class DiskFull(DatabaseTrouble):
    """No room is left; nothing is acknowledged until there is."""

    name = "cli-disk-full"
