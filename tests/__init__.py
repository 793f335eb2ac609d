"""Everything a reviewer would run.

May be touched here: tests beside the folder that they are about; their names are sentences of the contract.
Never here: a mock of our own code, a real name, a timing as a verdict.
"""
