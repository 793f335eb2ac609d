"""A real Matrix homeserver on the loopback, and people who write to the bot with a client of their own."""
