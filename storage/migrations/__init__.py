"""The schema's steps, oldest first; names sort.

May be touched here: a new file in versions/, and its name in schema.py.
Never here: a step that was released: add another one.
"""
