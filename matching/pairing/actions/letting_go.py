"""What was planned for a pair falls away with the pair; the two are told (`matching.pairing.meetings.reminders`)."""

from django.utils import timezone

from matching.pairing.models import Match

#: Why a meeting was not held, by what became of the pair before it; staff alone read this.
WHY = {
    Match.State.DECLINED: "The two were not matched, so it was called off.",
    Match.State.ENDING: "The match came to an end before it.",
    Match.Answer.YES: "The young person said yes before it.",
}


def meetings_let_go(match, because: str, by) -> None:
    """Meetings asked for or planned are called off. `because`: a key of WHY; with any other nothing changes."""
    if because in WHY:
        match.meetings.still_open().update(
            outcome="not-held", why_not=WHY[because], recorded_by=by, recorded_at=timezone.now()
        )
