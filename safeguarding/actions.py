"""The only writers of guardian's rows: a guarded record is opened to somebody, or shut again.

Everything goes through guardian's own API, so that its direct-foreign-key models are used and doubled rows are not.
"""

from guardian.shortcuts import assign_perm, remove_perm


def guarded_open(*, record, to) -> None:
    """Let a user or a group read one guarded record; twice is once."""
    assign_perm(type(record).guarded_as, to, record)


def guarded_shut(*, record, to) -> None:
    """Take that back from a user or a group."""
    remove_perm(type(record).guarded_as, to, record)
