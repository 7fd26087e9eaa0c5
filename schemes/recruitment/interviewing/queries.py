"""Reads of interviews (S9)."""

from schemes.people.models import Membership
from schemes.people.permissions import ABILITIES, Permission
from schemes.recruitment.models import Interview, InterviewScore


def interviewers_of(scheme, *, besides) -> list:
    """Accounts that may interview here, without those named."""
    roles = ABILITIES[Permission.INTERVIEW_HOLD]
    members = Membership.objects.filter(scheme=scheme, ended_at__isnull=True, role__in=roles).select_related("user")
    people = {member.user for member in members}
    return sorted(people - set(besides), key=lambda user: user.name)


def interviews_of(volunteer):
    """All of a volunteer's, newest first."""
    return volunteer.interviews.select_related("first_interviewer").order_by("-held_on", "-created_at")


def interviews_shown(actor, scheme):
    """Interviews this person may open."""
    people = ("volunteer", "first_interviewer", "second_user", "agreed_by")
    return Interview.objects.visible_to(actor).filter(volunteer__scheme=scheme).select_related(*people)


def scores_shown(actor, interview) -> dict[str, InterviewScore]:
    """Seat → scores, as far as this person may see them: another's only when both are in."""
    return {score.seat: score for score in InterviewScore.objects.visible_to(actor).filter(interview=interview)}


def seats_taken(interview) -> set[str]:
    """Whose scores are in, without what they are."""
    return set(interview.scores.values_list("seat", flat=True))


def interviews_waiting(actor):
    """Open interviews of this person that wait for their scores or for the two to agree, oldest first."""
    mine = Interview.objects.visible_to(actor).open().prefetch_related("scores")
    found = mine.select_related("volunteer__scheme").order_by("held_on")
    return [interview for interview in found if waits_for(interview, actor.user)]


def waits_for(interview, user) -> str:
    """ "scores", "agree" or "": what this person owes the interview."""
    seats = {score.seat for score in interview.scores.all()}
    if user.pk not in {interview.first_interviewer_id, interview.second_user_id}:
        return ""
    if len(seats) == 2:
        return "agree"
    mine = "second" if user.pk == interview.second_user_id else "first"
    on_my_screen = mine == "first" and interview.second_user_id is None
    return "scores" if mine not in seats or on_my_screen else ""
