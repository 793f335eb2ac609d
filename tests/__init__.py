"""Everything a reviewer would run."""
