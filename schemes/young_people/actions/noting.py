"""The row in the trail that every write about a young person's way leaves: what was done, never what was said."""

from mentoring.audit.actions import audit_record


def noted(verb: str, record, by, **details) -> None:
    person = record.young_person
    audit_record(verb=verb, subject=record, scheme=person.scheme, about=[person.user], details=details, by=by)
