"""Databases for the tests of what wakes."""

from tests.databases import database, server, url

__all__ = ["database", "server", "url"]
