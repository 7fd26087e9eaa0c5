"""The ground's models, gathered from its parts."""

from mentoring.accounts.models import User
from mentoring.audit.models import AuditEntry, AuditHead
from mentoring.held.models import Erasing
from mentoring.keys.models import Resealing
from mentoring.notices.hearing.models import Hearing
from mentoring.notices.models import Heartbeat, Letter, Notice
from mentoring.notices.operations.models import Standstill
from mentoring.notices.putting_off.models import PuttingOff
from mentoring.web.models import Draft

__all__ = [
    "AuditEntry",
    "AuditHead",
    "Draft",
    "Erasing",
    "Hearing",
    "Heartbeat",
    "Letter",
    "Notice",
    "PuttingOff",
    "Resealing",
    "Standstill",
    "User",
]
