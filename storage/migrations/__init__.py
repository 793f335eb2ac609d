"""The schema's steps, oldest first; names sort."""
