"""Writes of an interview: begun by one, scored by two apart from each other, agreed by either (S9)."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions import volunteer_reached, volunteer_step
from schemes.people.models import Volunteer
from schemes.people.reached import Reached
from schemes.recruitment.interviewing.rules import words_needed
from schemes.recruitment.models import Interview, InterviewScore

Seat = InterviewScore.Seat


@transaction.atomic
def interview_begin(*, volunteer, held_on, second_user=None, second_interviewer="", by) -> Interview:
    """Two people interviewed somebody. The second has an account, or is named and scores on the first one's screen."""
    volunteer = locked(volunteer)
    name = second_user.name if second_user else second_interviewer.strip()
    _two_others(volunteer, name, second_user, by)
    if volunteer.interviews.open().exists():
        raise Refused("An interview is open already. Finish that one, or call it off.")
    interview = Interview.objects.create(
        volunteer=volunteer, held_on=held_on, first_interviewer=by, second_user=second_user, second_interviewer=name
    )
    _record("begun", interview, by)
    return interview


def _two_others(volunteer, name: str, second_user, by) -> None:
    """The right stage; two different people; neither of them the volunteer."""
    if volunteer.state != Volunteer.State.INTERVIEWING:
        raise Refused("They are not at the interview stage. Invite them to an interview first.")
    if not name or name.casefold() == by.name.strip().casefold() or second_user == by:
        raise Refused("Two different people interview. Who was the other one?")
    if volunteer.user_id and volunteer.user_id in {by.pk, second_user.pk if second_user else None}:
        raise Refused("Nobody interviews themselves.")
    if name.casefold() == volunteer.name.strip().casefold():
        raise Refused("Nobody interviews themselves.")


@transaction.atomic
def interview_score(*, interview, points: dict, span_said, words="", by) -> InterviewScore:
    """One of the two hands in their scores; they stay as they are."""
    interview = locked(interview)
    seat = seat_of(interview, by)
    try:
        with transaction.atomic():
            score = InterviewScore.objects.create(
                interview=interview, seat=seat, by=by, points=points, span_said=span_said, words=words
            )
    except IntegrityError:
        raise Refused("These scores are in already and stay as they are.") from None
    _record("scored", interview, by, seat=seat)
    return score


def seat_of(interview, user) -> str:
    """Whose scores this person may hand in now. A second one without an account uses the first one's screen, after
    the first one's own are in."""
    if not interview.is_open:
        raise Refused("This interview is over.")
    given = set(interview.scores.values_list("seat", flat=True))
    if user.pk == interview.second_user_id:
        seat = Seat.SECOND
    elif user.pk == interview.first_interviewer_id:
        seat = Seat.SECOND if Seat.FIRST in given and interview.second_user_id is None else Seat.FIRST
    else:
        raise Refused("Only the two who interviewed hand in scores.")
    if seat in given:
        raise Refused("These scores are in already and stay as they are.")
    return seat


@transaction.atomic
def interview_agree(*, interview, outcome, why, difference_words="", span_words="", notes="", by) -> Interview:
    """Either of the two writes down what they agreed, and it is done: on to the checks, not taken on, or not now."""
    interview = locked(interview)
    said = {"difference_words": difference_words.strip(), "span_words": span_words.strip()}
    _may_be_agreed(interview, why, said, by)
    values = {"outcome": outcome, "why": why, "notes": notes, "agreed_by": by, "agreed_at": timezone.now(), **said}
    for name, value in values.items():
        setattr(interview, name, value)
    interview.save(update_fields=list(values))
    _record("recorded", interview, by, outcome=outcome)
    volunteer_reached(volunteer=locked(interview.volunteer), stage=Reached.INTERVIEWED)
    if outcome == Interview.Outcome.GO_ON:
        volunteer_step(volunteer=interview.volunteer, to=Volunteer.State.VETTING, by=by)
    elif outcome == Interview.Outcome.NO:
        why_moved = "Decided at the interview."
        volunteer_step(volunteer=interview.volunteer, to=Volunteer.State.DECLINED, why=why_moved, by=by)
    return interview


def _may_be_agreed(interview, why: str, said: dict, by) -> None:
    if not interview.is_open:
        raise Refused("This interview is over.")
    if by.pk not in {interview.first_interviewer_id, interview.second_user_id}:
        raise Refused("Only the two who interviewed decide.")
    scores = {score.seat: score for score in interview.scores.all()}
    if len(scores) < 2:
        raise Refused("Both hand in their scores first.")
    if not why.strip():
        raise Refused("Say why you decided so.")
    first, second = scores[Seat.FIRST], scores[Seat.SECOND]
    needed = words_needed(first.points, second.points, (first.span_said, second.span_said))
    if missing := [sentence for name, sentence in needed.items() if not said[name]]:
        raise Refused(*missing)


@transaction.atomic
def interview_call_off(*, interview, by) -> Interview:
    """It will not be finished: somebody fell ill, or left. Another one can begin."""
    interview = locked(interview)
    if not interview.is_open:
        raise Refused("This interview is over.")
    interview.called_off_at = timezone.now()
    interview.save(update_fields=["called_off_at"])
    _record("called_off", interview, by)
    return interview


@transaction.atomic
def interview_record(
    *, volunteer, held_on, second_interviewer, first_scores, second_scores, outcome, notes="", words=None, by
) -> Interview:
    """An interview that was held on paper, whole: for the demo and for what is brought over. `words` may hold why,
    difference_words and span_words."""
    interview = interview_begin(volunteer=volunteer, held_on=held_on, second_interviewer=second_interviewer, by=by)
    for points in (first_scores, second_scores):
        interview_score(interview=interview, points=points, span_said=InterviewScore.SpanSaid.TWO, by=by)
    said = {"why": "Decided together at the interview.", **(words or {})}
    return interview_agree(interview=interview, outcome=outcome, notes=notes, by=by, **said)


def _record(verb: str, interview, by, **details) -> None:
    volunteer = interview.volunteer
    audit_record(
        verb=f"interview.{verb}",
        subject=interview,
        scheme=volunteer.scheme,
        about=[volunteer.user],
        details=details,
        by=by,
    )
