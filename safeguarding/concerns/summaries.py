"""How many concerns there were, and nothing else about them: what an evaluation may know (roles.md, S16)."""

from django.db.models import Exists, F, OuterRef, Q

from safeguarding.concerns.models import Concern, ConcernStateChange


def concern_counts(scheme, begin, end) -> dict[str, int]:
    """{"raised", "in_time", "open"} of the concerns raised in [begin, end), two instants.

    in_time: acknowledged within their clock; open: raised before the end, whenever that was, and not closed by then.
    True counts: whoever shows them hides small ones, and nought with them.
    """
    raised = Concern.objects.filter(scheme=scheme, created_at__lt=end)
    closed = ConcernStateChange.objects.filter(concern=OuterRef("pk"), to_state="closed", created_at__lt=end)
    in_period = raised.filter(created_at__gte=begin)
    return {
        "raised": in_period.count(),
        "in_time": in_period.filter(Q(acknowledged_at__lte=F("acknowledge_by"))).count(),
        "open": raised.filter(~Exists(closed)).count(),
    }
