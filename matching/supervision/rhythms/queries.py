"""Which rhythm holds on a day (S14). A scheme that has set none has the usual one."""

from datetime import date

from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from matching.supervision.rhythm import USUAL, USUAL_PEER, Rhythm
from matching.supervision.rhythms.models import SupervisionRhythm


def rhythm_of(scheme, on: date | None = None) -> Rhythm:
    """The intervals that hold there on that day; today where none is given."""
    row = SupervisionRhythm.objects.newest_on(on or localdate()).filter(scheme=scheme).first()
    return row.rhythm if row else Rhythm()


def every_days_on(day: date):
    """The days between two supervisions of a mentor, as a column of volunteers: no query more, however many schemes."""
    rows = SupervisionRhythm.objects.newest_on(day).filter(scheme=OuterRef("scheme"))
    return Case(
        When(Q(is_peer=True), then=Coalesce(Subquery(rows.values("peer_every_days")[:1]), USUAL_PEER)),
        default=Coalesce(Subquery(rows.values("every_days")[:1]), USUAL),
        output_field=IntegerField(),
    )


def rhythms_of(actor, scheme):
    """What was set, the newest first."""
    return SupervisionRhythm.objects.visible_to(actor).filter(scheme=scheme).select_related("set_by")
