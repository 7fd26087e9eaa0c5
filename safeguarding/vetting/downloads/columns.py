"""Columns of the list of checks as a file: of a certificate only what the law lets us keep (Police Act 1997 s.124)."""

from schemes.people.downloads.sheet import Column
from schemes.people.permissions import Permission

CHECK_COLUMNS = (
    Column("Volunteer", lambda check: check.volunteer.name),
    Column("Reference", lambda check: check.volunteer.ref),
    Column("Check", lambda check: check.get_kind_display()),
    Column("Level", lambda check: check.level),
    Column("Asked for", lambda check: check.requested_on),
    Column("Came back", lambda check: check.received_on),
    Column("Date of issue", lambda check: check.issued_on),
    Column("Number", lambda check: check.number, Permission.VETTING_EDIT),
    Column("Where it stands", lambda check: check.stands),
    Column("Decided", lambda check: check.decided_on),
    Column("Decided by", lambda check: check.decided_by.name if check.decided_by else ""),
    Column("Look again on", lambda check: check.expires_on),
)
