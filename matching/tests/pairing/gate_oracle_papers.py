"""A mentor's papers told a second time: checks, what may be waited for, and training (see `gate_oracle`)."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from safeguarding.tests.world import LEVEL
from schemes.training.models import Attendance, Module

ALWAYS = {"boundaries", "confidentiality"}
#: How much a criminal record check of the machine says. LEVEL, which most roles need, looks at a barred list.
DEPTH = {"": 0, "basic": 1, "enhanced": 2, LEVEL: 3}
FIVE_YEARS = 5


def is_checked(scheme, mentor, today: date) -> bool:
    """Identity, self-declaration, criminal record at the level needed, whatever else was asked for, and references;
    what two people let wait is not asked for yet."""
    rows = list(mentor.checks.all())
    level = _level_needed(mentor)
    kinds = {"identity", "self-declaration", "criminal-record"} | {row.kind for row in rows}
    kinds |= {"overseas"} if _was_abroad(mentor, today) else set()
    kinds -= {"criminal-record"} if level == "none" else set()
    waited_for = _waited_for(mentor, rows, level, today)
    good = sum(_is_good(row, today) for row in rows if row.kind == "reference")
    enough = good >= scheme.references_needed or "reference" in waited_for
    kinds -= waited_for | {"reference"}
    return enough and all(_kind_is_clear([row for row in rows if row.kind == kind], level, today) for kind in kinds)


def _level_needed(mentor) -> str | None:
    """What one person wants less of counts once another agreed; until then nothing holds."""
    need = mentor.vetting_needs.filter(replaced_at=None).first()
    if need is None or (not need.answers["contact"] and need.second_by_id is None):
        return None
    if need.overruled_to and need.second_by_id:
        return need.overruled_to
    return LEVEL if need.answers["contact"] else "none"


def _waited_for(mentor, rows, level, today: date) -> set[str]:
    """Kinds that two people let wait. A barred list is not waited for, nor what was decided not clear."""
    agreed = mentor.vetting_exemptions.filter(agreed_by__isnull=False, ended_on=None, ends_on__gte=today)
    kinds = {row.kind for row in agreed} - {row.kind for row in rows if row.decision == "not-clear"}
    return kinds if level in ("basic", "enhanced") else kinds - {"criminal-record"}


def _was_abroad(mentor, today: date) -> bool:
    """Three months or more of the last five years or since before them."""
    since = date(today.year - FIVE_YEARS, today.month, min(today.day, monthrange(today.year - 5, today.month)[1]))
    stays = [(stay.from_on, stay.to_on or today) for stay in mentor.overseas_stays.all()]
    return any(to_on >= since and to_on - from_on >= timedelta(days=90) for from_on, to_on in stays)


def _kind_is_clear(rows, level, today: date) -> bool:
    """The newest decision counts, and of one day a bad one."""
    decided = [row for row in rows if row.decision]
    if not decided:
        return False
    last = max(row.decided_on for row in decided)
    of_that_day = [row for row in decided if row.decided_on == last]
    if any(row.decision == "not-clear" or row.status == "not-current" for row in of_that_day):
        return False
    asked = max(row.requested_on for row in of_that_day)
    newest = max(
        (row for row in of_that_day if row.requested_on == asked),
        key=lambda row: (row.expires_on or date.max, DEPTH[row.level]),
    )
    return _is_good(newest, today) and (
        newest.kind != "criminal-record" or (level is not None and DEPTH[newest.level] >= DEPTH[level])
    )


def _is_good(row, today: date) -> bool:
    return row.decision in ("clear", "conditions") and (row.expires_on is None or row.expires_on >= today)


def is_trained(scheme, mentor, today: date) -> bool:
    """Topics and hours of whatever was heard by any way and has not run out."""
    taught = [one for one in Module.objects.filter(course__scheme=scheme, retired_at=None) if not one.course.retired_at]
    runs_out = {}
    for one in taught:
        if one.refresh_months:
            runs_out[one.topic] = min(one.refresh_months, runs_out.get(one.topic, 999))
    counted = [
        (topic, hours)
        for topic, hours, day in _heard(mentor)
        if topic not in runs_out or today < _months_on(day, runs_out[topic])
    ]
    kind = "peer" if mentor.is_peer else "mentor"
    standard = scheme.trainingstandards.filter(programme=kind).first()
    needed = ALWAYS | {one.topic for one in taught if one.is_required and one.course.made_for in ("", kind)}
    needed |= set(standard.topics) if standard else set()
    hours_needed = standard.hours if standard else scheme.training_hours_needed
    return (
        needed <= {topic for topic, _ in counted} and sum((hours for _, hours in counted), Decimal(0)) >= hours_needed
    )


def _heard(mentor) -> list[tuple[str, Decimal, date]]:
    came = Attendance.objects.filter(volunteer=mentor, outcome="attended").select_related("session__module")
    heard = [(one.session.module.topic, one.session.module.hours, one.session.starts_at.date()) for one in came]
    passed = {one.module_id: one for one in mentor.study_tries.filter(passed=True).order_by("on")}
    heard += [(one.module.topic, one.module.hours, one.on) for one in passed.values()]
    for one in mentor.equivalences.filter(withdrawn_at=None):
        heard += [(topic, one.hours / len(one.topics), one.done_on) for topic in one.topics]
    return heard


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
