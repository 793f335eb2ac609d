"""Databases for the tests of the lanes and of delivery."""

from tests.databases import database, file_database, server, url

__all__ = ["database", "file_database", "server", "url"]
