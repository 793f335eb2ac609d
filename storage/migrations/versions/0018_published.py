"""What the guide was when a period was published, to say which of them are counted together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018_published"
down_revision = "0017_refusals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what was published before, nothing is said."""
    op.add_column("published", sa.Column("revision", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    """The numbers stay."""
    op.drop_column("published", "revision")
