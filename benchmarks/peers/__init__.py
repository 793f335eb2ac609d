"""The same dialogue by other bots, as their own documentation would have it written, for `benchmarks/turns.py`."""
