"""A server for the commands that speak to one."""

from tests.databases import server

__all__ = ["server"]
