"""How long this room keeps what it holds on a person (see `mentoring.conventions`)."""

from mentoring.held.keeping import Keep

COURT = "If something goes wrong between us, a court can hear it for six years (Limitation Act 1980)."
KEEPS = (
    Keep(
        "person",
        "Who you are, and how you came to us",
        "schemes.YoungPerson schemes.Volunteer schemes.YoungPersonStateChange schemes.VolunteerStateChange "
        "schemes.Referral schemes.Membership schemes.Invitation schemes.MailingRecipient schemes.NoMoreMail "
        "schemes.MergedPerson schemes.FirstMeeting schemes.CareSpell schemes.CategoryConfirmation schemes.Contact "
        "schemes.Signpost schemes.StepUpCode",
        whom="young-people mentors others",
        months=72,
        whole="schemes.Invitation schemes.MailingRecipient schemes.NoMoreMail schemes.MergedPerson",
        why=COURT,
    ),
    Keep(
        "diary",
        "What you write only for yourself",
        "schemes.DiaryEntry",
        months=0,
        whole="schemes.DiaryEntry",
        why="It is yours alone. It goes with your account.",
    ),
    Keep(
        "volunteering",
        "How you became a mentor: interview and training",
        "schemes.Application schemes.HistorySpell schemes.HistoryGapExplained schemes.OverseasStay "
        "schemes.InfoBooking schemes.Interview schemes.InterviewScore schemes.PackSending schemes.TrainingClaim "
        "schemes.Attendance schemes.StudyTry schemes.Equivalence schemes.Certificate schemes.GroupPlace "
        "schemes.SuitabilityReview schemes.TrainingNeed",
        whom="mentors",
        months=72,
        why=COURT,
    ),
    Keep(
        "working",
        "Working here: being appointed, the manual you read",
        "schemes.Appointment schemes.PolicyReading",
        whom="",
        months=72,
        why=COURT,
    ),
)
