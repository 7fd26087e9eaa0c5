"""What the records show of steps 9 and 10 (S9, S10)."""

from datetime import date

from django.db.models import Count

from schemes.people.models import Volunteer, YoungPerson
from schemes.planning.evidence import Evidence
from schemes.planning.shown import plural, shown
from schemes.recruitment.models import InfoSession, Interview

#: States of a volunteer beyond the interview: checks begun, or further.
PAST_INTERVIEW = ("vetting", "training", "suitability", "approved", "group-only", "paused", "left")
MET = ("met", "waiting", "paused", "moved-on")


def volunteers(scheme, today: date) -> Evidence:
    """Asked by campaigns, interviewed by two people, checks begun."""
    by_state = _by_state(Volunteer, scheme)
    everybody, checked = sum(by_state.values()), sum(by_state.get(state, 0) for state in PAST_INTERVIEW)
    campaigns = scheme.campaigns.count()
    sessions = InfoSession.objects.filter(scheme=scheme, starts_at__date__lte=today, cancelled_at__isnull=True).count()
    interviews = Interview.objects.filter(volunteer__scheme=scheme).exclude(outcome="").count()
    summary = f"{plural(everybody, 'volunteer')} asked, {by_state.get('approved', 0)} approved."
    return shown(
        [
            (
                campaigns > 0,
                f"{plural(campaigns, 'campaign')} with cost and yield.",
                "No campaign is written down yet.",
            ),
            (everybody > 0, summary, "Nobody has asked about volunteering yet."),
            (sessions > 0, f"{plural(sessions, 'information session')} held.", ""),
            (interviews > 0, f"{plural(interviews, 'interview')} by two people.", "No interview is written down yet."),
            (checked > 0, f"Checks were begun for {plural(checked, 'volunteer')}.", "No checks have begun yet."),
        ],
        summary if everybody else "",
    )


def young_people(scheme, today: date) -> Evidence:
    """They come by themselves or with their own consent, are met, and choose."""
    by_state = _by_state(YoungPerson, scheme)
    everybody, met = sum(by_state.values()), sum(by_state.get(state, 0) for state in MET)
    alone = scheme.referrals.filter(is_self_referral=True).count()
    unasked = scheme.referrals.filter(young_person_agreed=False).count()
    chose_not = by_state.get("chose-not", 0)
    summary = f"{plural(everybody, 'young person', 'young people')}, {by_state.get('waiting', 0)} waiting for a mentor."
    return shown(
        [
            (everybody > 0, summary, "No young person has come yet."),
            (alone > 0, f"{alone} asked by themselves.", ""),
            (met > 0, f"{met} have been met face to face.", "Nobody has been met face to face yet."),
            (chose_not > 0, f"{chose_not} chose not to go on.", ""),
            (unasked == 0, "", f"Of {unasked} it is not recorded that they agreed to be referred."),
        ],
        summary if everybody else "",
    )


def _by_state(model, scheme) -> dict[str, int]:
    counted = model.objects.filter(scheme=scheme).order_by().values_list("state").annotate(Count("pk"))
    return dict(counted)


EVIDENCE = {9: volunteers, 10: young_people}
