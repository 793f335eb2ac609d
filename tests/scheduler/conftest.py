"""Databases for the tests of what wakes."""

from tests.databases import database, memory_database, server, url

__all__ = ["database", "memory_database", "server", "url"]
