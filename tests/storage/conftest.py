"""Databases for the tests of storage."""

from tests.databases import database, file_database, memory_database, server, url

__all__ = ["database", "file_database", "memory_database", "server", "url"]
