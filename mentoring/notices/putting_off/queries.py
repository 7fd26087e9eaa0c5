"""What was put off."""

from collections import defaultdict

from mentoring.notices.putting_off.later import PutOff
from mentoring.notices.putting_off.models import PuttingOff
from mentoring.notices.rules import Rule


def put_off_of(rule: Rule) -> PutOff:
    """Of one rule, by everybody."""
    found = defaultdict(list)
    for key, person, until in PuttingOff.objects.filter(rule=rule.name).values_list("object_key", "by", "until"):
        found[key, person].append(until)
    return dict(found)


def put_off_by_others(notices, user) -> dict[tuple, list[PuttingOff]]:
    """(rule, object) → who else has put it off and why: for whoever it climbs up to, who was told of the same."""
    keys = {(notice.rule, notice.object_key) for notice in notices}
    rows = PuttingOff.objects.filter(object_key__in={key for _, key in keys}).exclude(by=user).select_related("by")
    found = defaultdict(list)
    for row in rows:
        if (row.rule, row.object_key) in keys:
            found[row.rule, row.object_key].append(row)
    return dict(found)
