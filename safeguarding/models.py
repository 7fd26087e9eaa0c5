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
from safeguarding.vetting.exempting.models import VettingExemption
from safeguarding.vetting.models import (
    RiskDecision,
    RiskDecisionGroupPermission,
    RiskDecisionUserPermission,
    VettingCheck,
)
from safeguarding.vetting.needing.models import VettingNeed
from safeguarding.vetting.references.models import Reference, ReferenceLink, ReferenceQuestion
from safeguarding.vetting.updates.models import StatusCheck

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
    "Reference",
    "ReferenceLink",
    "ReferenceQuestion",
    "RiskAssessment",
    "RiskAssessmentGroupPermission",
    "RiskAssessmentUserPermission",
    "RiskDecision",
    "RiskDecisionGroupPermission",
    "RiskDecisionUserPermission",
    "StatusCheck",
    "VettingCheck",
    "VettingExemption",
    "VettingNeed",
]
