"""Remembers: rows, transactions, the ledger of what leaves, erasure, copies. SQLAlchemy and Alembic.

May be touched here: tables and what reads or writes them; a new column also in data-map.toml and in a migration.
Never here: the hour, chance, a network, a decision about what to say.
"""
