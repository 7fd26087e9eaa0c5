"""The models that keep people safe, gathered from their parts."""

from safeguarding.complaints.models import Complaint, ComplaintEntry, ComplaintStateChange, ComplaintSubject
from safeguarding.concerns.absences.models import LeadAbsence
from safeguarding.concerns.links.models import ConcernLink
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
from safeguarding.contact.models import SafeContact
from safeguarding.erasure.models import Erasure, ErasureStateChange, LegalHold
from safeguarding.records.models import (
    AccessDecision,
    AccessPause,
    AccessRequest,
    AccessRequestStateChange,
    Correction,
)
from safeguarding.risk.models import (
    RiskAssessment,
    RiskAssessmentGroupPermission,
    RiskAssessmentUserPermission,
)
from safeguarding.trail.unusual.models import LookAnswer
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
from safeguarding.visits.models import Visit

__all__ = [
    "AccessDecision",
    "AccessPause",
    "AccessRequest",
    "AccessRequestStateChange",
    "Complaint",
    "ComplaintEntry",
    "ComplaintStateChange",
    "ComplaintSubject",
    "Concern",
    "ConcernEntry",
    "ConcernGrant",
    "ConcernGroupPermission",
    "ConcernLink",
    "ConcernReferral",
    "ConcernStateChange",
    "ConcernSubject",
    "ConcernUserPermission",
    "Consent",
    "Correction",
    "Erasure",
    "ErasureStateChange",
    "Hold",
    "LeadAbsence",
    "LegalHold",
    "LookAnswer",
    "Reference",
    "ReferenceLink",
    "ReferenceQuestion",
    "RiskAssessment",
    "RiskAssessmentGroupPermission",
    "RiskAssessmentUserPermission",
    "RiskDecision",
    "RiskDecisionGroupPermission",
    "RiskDecisionUserPermission",
    "SafeContact",
    "StatusCheck",
    "VettingCheck",
    "VettingExemption",
    "VettingNeed",
    "Visit",
]
