"""Remembers: rows, transactions, the ledger of what leaves, erasure. SQLAlchemy and Alembic, nothing else."""
