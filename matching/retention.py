"""How long this room keeps what it holds on a person (see `mentoring.conventions`)."""

from mentoring.held.keeping import Keep

COURT = "If something goes wrong between us, a court can hear it for six years (Limitation Act 1980)."
KEEPS = (
    Keep(
        "pairing",
        "How the two of you were matched",
        "matching.Profile matching.Match matching.MatchStateChange matching.Meeting matching.Technique "
        "matching.Conflict matching.AgeException matching.SetAside",
        months=72,
        why=COURT,
    ),
    Keep(
        "together",
        "What the two of you agreed, did and wrote, and how you said it was going",
        "matching.Agreement matching.Goal matching.GoalStep matching.GoalRating matching.GoalLevels "
        "matching.GoalLevelSaid matching.MentoringSession matching.SessionAmendment matching.Review matching.Message "
        "matching.MessageReading matching.Pulse matching.PulseAsking matching.Ask matching.CalendarFeed "
        "matching.Pause matching.Cover matching.EndingPlan matching.Ending matching.EndingTakenBack "
        "matching.GoalAtEnd matching.FollowUp",
        months=72,
        whole="matching.CalendarFeed matching.PulseAsking",
        why=COURT,
    ),
    Keep(
        "supporting",
        "How a mentor was supported",
        "matching.MentorNews matching.Supervision matching.SupervisionGroup matching.SupervisionAction "
        "matching.SupervisionPoint matching.SupervisionAmendment matching.SupportPlan matching.Debrief "
        "matching.CheckIn matching.SignNote matching.Handover matching.MentorReference",
        whom="mentors",
        months=72,
        why=COURT,
    ),
    Keep(
        "money",
        "What a mentor spent and got back",
        "matching.ExpenseClaim matching.ExpenseClaimChange matching.ExpenseClaimVersion matching.Receipt",
        whom="mentors",
        months=72,
        why="A charity keeps its accounts for six years (Charities Act 2011, section 131).",
        law="A charity has to keep its accounts for six years (Charities Act 2011, section 131; UK GDPR, article "
        "17(3)(b)).",
    ),
)
