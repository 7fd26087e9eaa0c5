"""The models that keep people safe, gathered from their parts."""

from safeguarding.concerns.models import (
    Concern,
    ConcernEntry,
    ConcernGrant,
    ConcernGroupPermission,
    ConcernReferral,
    ConcernStateChange,
    ConcernSubject,
    ConcernUserPermission,
    Hold,
)
from safeguarding.consent.models import Consent
from safeguarding.risk.models import (
    RiskAssessment,
    RiskAssessmentGroupPermission,
    RiskAssessmentUserPermission,
)
from safeguarding.vetting.models import (
    RiskDecision,
    RiskDecisionGroupPermission,
    RiskDecisionUserPermission,
    VettingCheck,
)

__all__ = [
    "Concern",
    "ConcernEntry",
    "ConcernGrant",
    "ConcernGroupPermission",
    "ConcernReferral",
    "ConcernStateChange",
    "ConcernSubject",
    "ConcernUserPermission",
    "Consent",
    "Hold",
    "RiskAssessment",
    "RiskAssessmentGroupPermission",
    "RiskAssessmentUserPermission",
    "RiskDecision",
    "RiskDecisionGroupPermission",
    "RiskDecisionUserPermission",
    "VettingCheck",
]
