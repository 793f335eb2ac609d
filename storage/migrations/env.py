"""Runs the migrations on the connection and in the transaction that the caller gives."""

from __future__ import annotations

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    # SQLite's driver leaves our transaction alone, so that its DDL is undone with the rest.
    transactional_ddl=True,
)
context.run_migrations()
