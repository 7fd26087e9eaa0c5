"""What of this room has to end before somebody can be erased (see `mentoring.conventions`)."""

from django.db.models import Q

from matching.pairing.models import Match

OVER = ("ended", "declined")


def still_runs(person) -> list[str]:
    rows = Match.objects.filter(Q(volunteer__in=person.volunteers) | Q(young_person__in=person.young_people))
    return ["A match of theirs still runs. End it first."] if rows.exclude(state__in=OVER).exists() else []
