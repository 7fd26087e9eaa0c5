"""What joining asks before a volunteer is approved: interview, role statement, training, a review by two (S9, S11)."""

from datetime import date

from django.utils import timezone

from schemes.people.models import Volunteer
from schemes.recruitment.queries import history_gaps_open, interview_agreed
from schemes.training.queries import review_signed, topic_words, training_standing
from schemes.training.standing import ALWAYS


def approval_missing(volunteer, today: date, to: str) -> list[str]:
    """Sentences; [] where nothing of this room is missing."""
    return [
        *_interview(volunteer),
        *_history(volunteer, today),
        *_role_statement(volunteer, today),
        *_training(volunteer, today, to),
        *_review(volunteer, to),
    ]


def _interview(volunteer) -> list[str]:
    return [] if interview_agreed(volunteer) else ["No interview by two people ended with “go on to checks”."]


def _history(volunteer, today: date) -> list[str]:
    """S9, safer recruitment: the five years before the review, every gap explained."""
    review = review_signed(volunteer)
    return history_gaps_open(volunteer, timezone.localdate(review.second_at) if review else today)


def _role_statement(volunteer, today: date) -> list[str]:
    """P2: what a mentor is and is not, signed."""
    signed = volunteer.role_statement_signed_on
    return [] if signed and signed <= today else ["The role statement has not been signed."]


def _training(volunteer, today: date, to: str) -> list[str]:
    """P2: boundaries and confidentiality for whoever meets young people; the scheme's minimum before matching."""
    standing = training_standing(volunteer, today)
    to_match = to == Volunteer.State.APPROVED
    topics = standing.missing if to_match else [topic for topic in standing.missing if topic in ALWAYS]
    missing = [f"Training still missing: {words}." for words in topic_words(topics)]
    if to_match and standing.hours < standing.hours_needed:
        missing.append(f"{float(standing.hours):g} of {float(standing.hours_needed):g} hours of training attended.")
    return missing


def _review(volunteer, to: str) -> list[str]:
    """S11: two people looked at it since it was last opened, and decided just this (P1 for a peer mentor)."""
    review = review_signed(volunteer)
    if review is None:
        return ["Two people have not agreed on a suitability review."]
    if review.leads_to != to:
        return [f"The suitability review says “{review.get_outcome_display().lower()}”."]
    if volunteer.is_peer and to == Volunteer.State.APPROVED and not review.peer_ready.strip():
        return ["The review does not say how this peer mentor is ready, willing and able."]
    return []
