"""Whether what waits to go is still so, asked in the moment it would go."""

import logging
from datetime import datetime

from django.utils.timezone import localdate

from mentoring.conventions import modules
from mentoring.notices.actions.queueing import key_of_due
from mentoring.notices.channels.lines import can_text
from mentoring.notices.hearing.queries import hearing_of
from mentoring.notices.models import Notice
from mentoring.notices.putting_off.later import told_by
from mentoring.notices.putting_off.queries import put_off_of
from mentoring.notices.rules import Due, Rule, rule_named

log = logging.getLogger(__name__)


def found(rule: Rule, at: datetime) -> list[Due] | None:
    """What the rule finds, less what was put off; None where it broke: one bad rule or record does not stop the others.
    What cannot wait cannot be put off."""
    try:
        dues = rule.find(at)
        return list(dues) if rule.urgent else list(told_by(dues, put_off_of(rule), localdate(at)))
    except Exception:
        log.exception("the rule %s broke", rule.name)
        return None


def is_unsafe(email: str) -> bool:
    """Somebody else reads what comes there, and must not: asked anew for each, for nothing that goes comes back."""
    return any(email.lower() in room.unsafe() for room in modules("letters") if hasattr(room, "unsafe"))


def texts_are_unsafe(user_id) -> bool:
    """As for mail: somebody else holds their telephone."""
    return any(user_id in room.unsafe_for_texts() for room in modules("letters") if hasattr(room, "unsafe_for_texts"))


class Truth:
    """Asks each rule once; what was read meanwhile, was muted, has become unsafe or is for a shut
    account does not go either."""

    def __init__(self, at: datetime):
        self.at, self._keys = at, {}

    def still(self, notice: Notice) -> bool:
        return not notice.read_at and self._may_reach(notice) and self._is_due(notice)

    def _may_reach(self, notice: Notice) -> bool:
        if not notice.recipient.is_active:
            return False
        hearing, rule = hearing_of(notice.recipient), rule_named(notice.rule)
        if rule and hearing.is_muted(rule):
            return False
        if notice.channel == Notice.Channel.TEXT:
            return bool(hearing.telephone) and can_text() and not texts_are_unsafe(notice.recipient_id)
        return not is_unsafe(notice.recipient.email)

    def _is_due(self, notice: Notice) -> bool:
        if notice.rule not in self._keys:
            rule = rule_named(notice.rule)
            dues = found(rule, self.at) if rule else []
            self._keys[notice.rule] = None if dues is None else {key_of_due(due) for due in dues}
        keys = self._keys[notice.rule]
        return keys is None or (notice.object_key, notice.due_on, notice.step, notice.recipient_id) in keys
