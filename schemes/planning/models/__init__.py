"""A scheme, and what its first eight steps are made of (S1–S8)."""

from schemes.planning.models.need import Consultation, Need, Objective, PlanItem, Step
from schemes.planning.models.plan import (
    Action,
    Appointment,
    BudgetLine,
    GroupMeeting,
    GroupMember,
    Leaflet,
    Policy,
    PolicyReading,
    Resource,
)
from schemes.planning.models.scheme import Scheme, SchemeStateChange

__all__ = [
    "Action",
    "Appointment",
    "BudgetLine",
    "Consultation",
    "GroupMeeting",
    "GroupMember",
    "Leaflet",
    "Need",
    "Objective",
    "PlanItem",
    "Policy",
    "PolicyReading",
    "Resource",
    "Scheme",
    "SchemeStateChange",
    "Step",
]
