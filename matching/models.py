"""The models of two people and their time together, gathered from their parts."""

from matching.cover.models import Cover, Pause
from matching.cover.news.models import MentorNews
from matching.endings.models import Ending, EndingPlan, EndingTakenBack, FollowUp, GoalAtEnd, MentorReference
from matching.expenses.models import (
    ExpenseClaim,
    ExpenseClaimChange,
    ExpenseClaimVersion,
    ExpenseRules,
    PayRun,
    Receipt,
)
from matching.pairing.models import (
    AgeException,
    Conflict,
    Match,
    MatchStateChange,
    Meeting,
    PairingRules,
    Profile,
    SetAside,
    Technique,
    Traits,
)
from matching.relationships.amendments.models import SessionAmendment
from matching.relationships.asks.models import Ask
from matching.relationships.calendar.models import CalendarFeed
from matching.relationships.goals.models import GoalLevels, GoalLevelSaid, GoalStep
from matching.relationships.messages.models import Message, MessageReading
from matching.relationships.models import Agreement, Goal, GoalRating, MentoringSession, Review
from matching.relationships.pulses.models import Pulse, PulseAsking
from matching.supervision.agenda.models import SupervisionPoint
from matching.supervision.following.models import SupervisionAction
from matching.supervision.groups.models import SupervisionGroup
from matching.supervision.models import Supervision
from matching.supervision.notes.models import SupervisionAmendment
from matching.supervision.rhythms.models import SupervisionRhythm
from matching.supervision.support_plans.models import SupportPlan
from matching.support.models import CheckIn, Debrief, Handover
from matching.warning.models import SignNote
from matching.you_said.models import YouSaid

__all__ = [
    "AgeException",
    "Agreement",
    "Ask",
    "CalendarFeed",
    "CheckIn",
    "Conflict",
    "Cover",
    "Debrief",
    "Ending",
    "EndingPlan",
    "EndingTakenBack",
    "ExpenseClaim",
    "ExpenseClaimChange",
    "ExpenseClaimVersion",
    "ExpenseRules",
    "FollowUp",
    "Goal",
    "GoalAtEnd",
    "GoalLevelSaid",
    "GoalLevels",
    "GoalRating",
    "GoalStep",
    "Handover",
    "Match",
    "MatchStateChange",
    "Meeting",
    "MentorNews",
    "MentorReference",
    "MentoringSession",
    "Message",
    "MessageReading",
    "PairingRules",
    "Pause",
    "PayRun",
    "Profile",
    "Pulse",
    "PulseAsking",
    "Receipt",
    "Review",
    "SessionAmendment",
    "SetAside",
    "SignNote",
    "Supervision",
    "SupervisionAction",
    "SupervisionAmendment",
    "SupervisionGroup",
    "SupervisionPoint",
    "SupervisionRhythm",
    "SupportPlan",
    "Technique",
    "Traits",
    "YouSaid",
]
