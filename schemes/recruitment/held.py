"""What this part holds on somebody who offers to mentor."""

from mentoring.held.kinds import Kind, Side
from mentoring.web.wording import listed

ASSESSED = "Those who interviewed you wrote it for each other, so somebody reads it with you in mind first."


def things_sent(row, side) -> str:
    return listed([str(thing) for thing in row.things])


KINDS = (
    Kind(
        "schemes.Application",
        "Your application",
        volunteer=Side("volunteer", own="answers sent_at"),
        labels={"answers": "What you wrote", "sent_at": "Sent"},
    ),
    Kind(
        "schemes.HistorySpell",
        "Your history",
        volunteer=Side("volunteer", own="kind words from_on to_on"),
        at="from_on",
    ),
    Kind(
        "schemes.HistoryGapExplained",
        "Gaps in your history",
        volunteer=Side("volunteer", own="from_on to_on words"),
        at="from_on",
        by="by",
    ),
    Kind(
        "schemes.OverseasStay",
        "Where you lived abroad",
        volunteer=Side("volunteer", own="country from_on to_on"),
        at="from_on",
    ),
    Kind(
        "schemes.InfoBooking",
        "Information sessions",
        volunteer=Side("volunteer", own="starts name email phone heard_from outcome"),
        email=Side("email", judged="starts name phone heard_from outcome"),
        joins=("session",),
        says={"starts": ("Session", lambda row, side: row.session.starts_at)},
        why="An address can be shared, so somebody looks whether it was you.",
    ),
    Kind(
        "schemes.Interview",
        "Interviews",
        volunteer=Side(
            "volunteer",
            own="held_on first_interviewer outcome",
            judged="second_user second_interviewer why difference_words span_words notes agreed_by",
        ),
        at="held_on",
        by="first_interviewer",
        why=ASSESSED,
    ),
    Kind(
        "schemes.InterviewScore",
        "What each interviewer noted",
        volunteer=Side("interview__volunteer", judged="seat points span_said words"),
        by="by",
        why=ASSESSED,
    ),
    Kind(
        "schemes.PackSending",
        "Packs sent to you",
        volunteer=Side("volunteer", own="things way sent_on"),
        at="sent_on",
        by="by",
        says={"things": ("What", things_sent)},
    ),
    Kind(
        "schemes.TrainingClaim",
        "Training that a list says you did",
        volunteer=Side("volunteer", own="course done_on hours settled_at"),
        at="done_on",
        by="settled_by",
        labels={"settled_at": "Looked at"},
    ),
)
ELSEWHERE = {
    "schemes.Application.token_hash": "a hash of a link, of which nothing can be read",
    "schemes.InfoBooking.token_hash": "a hash of a link, of which nothing can be read",
    "schemes.Asking": "what somebody began to ask without signing in: it hangs on nobody, and goes when its link does",
    "schemes.ImportBatch": "a whole list as it was brought in; what it said of somebody stands on their record",
}
