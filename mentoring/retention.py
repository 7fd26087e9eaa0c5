"""How long the ground keeps what it holds on a person (see `mentoring.conventions`)."""

from mentoring.held.keeping import Keep

KEEPS = (
    Keep(
        "account",
        "Your account, and what we sent to you",
        "mentoring.User mentoring.Draft mentoring.Notice mentoring.Letter mentoring.Hearing mentoring.PuttingOff",
        whom="young-people mentors others",
        months=12,
        whole="mentoring.Draft mentoring.Notice mentoring.Letter mentoring.Hearing mentoring.PuttingOff",
        why="You may come back, or ask what we wrote to you.",
    ),
)
