"""What of this room needs somebody today. Rows come from the queries that the reminders use."""

from datetime import datetime, time

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import TodayRow
from mentoring.web.wording import counted as counted_words
from mentoring.web.wording import short_day, when_words
from safeguarding.complaints.queries import complaints_for
from safeguarding.concerns.deciding.queries import step_due
from safeguarding.concerns.models import Concern
from safeguarding.concerns.queries import concerns_let_in, nobody_leads, schemes_managed
from safeguarding.records.home import record_rows
from safeguarding.risk.models import RiskAssessment
from safeguarding.risk.queries import risks_to_approve
from safeguarding.trail.unusual.home import look_rows
from safeguarding.vetting.needing.queries import needs_outdated
from safeguarding.vetting.queries import checks_expiring, checks_too_long, checks_waiting, waits_ending
from safeguarding.visits.home import visit_rows
from schemes.people.permissions import Permission

MOST = 8
WAITS_FOR_NOBODY = "Something waits that no safeguarding lead can read."
NOBODY_LEADS = "No safeguarding lead is there today. Say who takes over."
ANSWER_IT = "Somebody waits for your answer to what they wrote."


def today_rows(actor, today) -> list[TodayRow]:
    return [
        *visit_rows(actor, today),
        *concern_rows(actor, today),
        *manager_rows(actor, today),
        *complaint_rows(actor, today),
        *record_rows(actor, today),
        *risk_rows(actor),
        *check_rows(actor, today),
        *wait_rows(actor, today),
        *rules_rows(actor, today),
        *let_in_rows(actor, today),
        *look_rows(actor, today),
    ]


def concern_rows(actor, today) -> list[TodayRow]:
    """A lead's: not taken on yet, or a step is due today. Nothing of what it is about, nor about whom."""
    leads_in = actor.schemes_for(Permission.CONCERN_LIST)
    tonight = timezone.make_aware(datetime.combine(today, time.max))
    needs = Q(state=Concern.State.RAISED) | step_due(tonight)
    mine = Concern.objects.visible_to(actor).filter(needs, scheme_id__in=leads_in).exclude(state=Concern.State.CLOSED)
    rows = mine.select_related("scheme").order_by("acknowledged_at", "acknowledge_by")[:MOST]
    return [concern_row(one, today) if one.state == Concern.State.RAISED else step_row(one, today) for one in rows]


def step_row(concern, today) -> TodayRow:
    """Taken on, and its next clock ends today or has ended."""
    decides = concern.decide_by if concern.state == Concern.State.ACKNOWLEDGED else None
    tells = concern.officer_by if not concern.officer_settled_at else None
    until = timezone.localtime(min((one for one in (decides, tells) if one), default=timezone.now()))
    return TodayRow(
        due_on=min(until.date(), today),
        words="Something you look after has a step that is due.",
        detail=f"By {when_words(until, today)}" if decides or tells else "",
        url=reverse("safeguarding:concern_show", kwargs={"scheme": concern.scheme.slug, "concern_id": concern.pk}),
        tone="overdue" if until < timezone.now() else "today",
        badge="Overdue" if until < timezone.now() else "Today",
    )


def concern_row(concern, today) -> TodayRow:
    """It needs somebody today, whenever its clock ends."""
    until = timezone.localtime(concern.acknowledge_by)
    late = until < timezone.now()
    return TodayRow(
        due_on=min(until.date(), today),
        words="Somebody told you about a worry. Read it and take it on.",
        detail=f"Take it on by {when_words(until, today)}",
        url=reverse("safeguarding:concern_show", kwargs={"scheme": concern.scheme.slug, "concern_id": concern.pk}),
        button="Read",
        tone="overdue" if late or concern.immediate_danger else "today",
        badge="Overdue" if late else "Now" if concern.immediate_danger else "New",
    )


def manager_rows(actor, today) -> list[TodayRow]:
    """A manager's, where no lead can read something, or no lead is there at all."""
    managed = schemes_managed(actor, today)
    return [
        *(manager_row(one, today, WAITS_FOR_NOBODY, "concern_break_glass") for one in managed if one.waits),
        *(manager_row(one, today, NOBODY_LEADS, "lead_absences") for one in managed if nobody_leads(one)),
    ]


def manager_row(scheme, today, words, page) -> TodayRow:
    url = reverse(f"safeguarding:{page}", kwargs={"scheme": scheme.slug})
    return TodayRow(due_on=today, words=words, detail=scheme.name, url=url, tone="bad", badge="Now")


def complaint_rows(actor, today) -> list[TodayRow]:
    """Theirs to read, or to answer. Nothing of what it is about, nor by whom."""
    return [
        TodayRow(
            due_on=min(complaint.due_on, today) if complaint.is_unread else complaint.due_on,
            words="Somebody wrote to you. Read it and say that you have it." if complaint.is_unread else ANSWER_IT,
            detail=f"By {short_day(complaint.due_on, today)}",
            url=reverse("safeguarding:complaint_show", args=[complaint.scheme.slug, complaint.pk]),
            button="Read" if complaint.is_unread else "Answer",
            tone="overdue" if complaint.due_on < today else "today" if complaint.is_unread else "",
            badge="Overdue" if complaint.due_on < today else "New" if complaint.is_unread else "",
        )
        for complaint in complaints_for(actor)[:MOST]
    ]


def risk_rows(actor) -> list[TodayRow]:
    """A lead's: assessments to approve, not their own."""
    waiting = risks_to_approve(actor.schemes_for(Permission.RISK_APPROVE)).exclude(author=actor.user)
    mine = RiskAssessment.objects.visible_to(actor).filter(pk__in=waiting.values("pk"))
    return [
        TodayRow(
            due_on=timezone.localdate(risk.created_at),
            words=f"Read the risk assessment for {risk.volunteer.first_name} and {risk.young_person.first_name}",
            detail=f"Written by {risk.author.name}",
            url=reverse("safeguarding:risk_show", kwargs={"scheme": risk.scheme.slug, "risk_id": risk.pk}),
            button="Read",
        )
        for risk in mine.select_related("scheme", "volunteer", "young_person", "author")[:MOST]
    ]


def check_rows(actor, today) -> list[TodayRow]:
    """A co-ordinator's: to decide, to chase, to look at again."""
    edits = actor.schemes_for(Permission.VETTING_EDIT)
    mine = {"volunteer__scheme_id__in": edits}
    at = timezone.make_aware(datetime.combine(today, time(12)))
    expiring = checks_expiring(at).filter(**mine)
    to_decide = checks_waiting().filter(received_on__isnull=False, **mine).order_by("received_on")[:MOST]
    late = checks_too_long(actor.schemes_of(edits), today)
    to_chase = late.filter(received_on__isnull=True).order_by("requested_on")[:MOST]
    return [
        *(check_row(one, "came back. Decide what it means.", one.received_on, "Decide") for one in to_decide),
        *(check_row(one, "has not come back. Chase it.", one.requested_on, "Chase") for one in to_chase),
        *(
            check_row(one, "runs out. Ask for a new one.", one.expires_on, "Renew")
            for one in expiring.order_by("expires_on")[:MOST]
        ),
    ]


def wait_rows(actor, today) -> list[TodayRow]:
    """A co-ordinator's: who works under supervision until a check is there, and not much longer."""
    ending = waits_ending(today).filter(volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_EDIT))
    return [
        TodayRow(
            due_on=wait.ends_on,
            words=f"{wait.volunteer.name}’s start under supervision ends {short_day(wait.ends_on, today)}",
            detail=f"{wait.volunteer.scheme} · {wait.get_kind_display()} is still to come",
            url=reverse(
                "safeguarding:check_show",
                kwargs={"scheme": wait.volunteer.scheme.slug, "volunteer_id": wait.volunteer_id},
            ),
        )
        for wait in ending.exclude(volunteer__user=actor.user)[:MOST]
    ]


def rules_rows(actor, today) -> list[TodayRow]:
    """A co-ordinator's: the law on checks changed after they were worked out. One row a scheme."""
    outdated = needs_outdated(today).filter(volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_EDIT))
    counted = outdated.order_by().values_list("volunteer__scheme__slug").annotate(Count("pk"))
    return [
        TodayRow(
            due_on=today,
            words=f"The rules on checks changed. Look again at {counted_words(number, 'volunteer')}.",
            url=reverse("safeguarding:check_list", kwargs={"scheme": slug}) + "?show=rules",
        )
        for slug, number in counted
    ]


def check_row(check, words, due_on, button) -> TodayRow:
    volunteer = check.volunteer
    return TodayRow(
        due_on=due_on,
        words=f"{volunteer.name}: {check.called} {words}",
        detail=f"{volunteer.scheme} · asked for {short_day(check.requested_on, timezone.localdate())}",
        button=button,
        url=reverse("safeguarding:check_show", kwargs={"scheme": volunteer.scheme.slug, "volunteer_id": volunteer.pk}),
    )


def let_in_rows(actor, today) -> list[TodayRow]:
    """Somebody's who was let in by name, for as long as it lasts."""
    return [
        TodayRow(
            due_on=timezone.localdate(concern.open_until),
            words="You may read something for a while.",
            detail=f"Until {short_day(timezone.localdate(concern.open_until), today)}",
            url=reverse("safeguarding:concern_show", kwargs={"scheme": concern.scheme.slug, "concern_id": concern.pk}),
            tone="calm",
        )
        for concern in concerns_let_in(actor)
    ]
