"""The real program, started as anyone would start it."""
