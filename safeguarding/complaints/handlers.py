"""Who reads complaints and sees to them. What decides it is read once, for however many there are."""

from collections import defaultdict

from mentoring.accounts.models import User
from safeguarding.complaints.models import ComplaintStateChange, ComplaintSubject
from safeguarding.complaints.reading import HANDLERS, LOOK_AGAIN, reads
from schemes.people.models import Membership
from schemes.people.permissions import Role

#: Who takes these has a part in the first answer.
FIRST_STEPS = ("taken-on", "answered")


def roles_by_scheme(schemes) -> dict:
    """{scheme key: {user: roles}}: who holds which of the roles that see to complaints, today. Ordered by name."""
    live = Membership.objects.filter(scheme__in=schemes, role__in=HANDLERS, ended_at__isnull=True, user__is_active=True)
    held = defaultdict(lambda: defaultdict(set))
    for membership in live.select_related("user").order_by("user__name"):
        held[membership.scheme_id][membership.user].add(Role(membership.role))
    return held


class Handlers:
    """Of these complaints, on this day: asked one by one, they cost nothing more."""

    def __init__(self, complaints, today):
        schemes = {complaint.scheme_id for complaint in complaints}
        self.today, self._held = today, roles_by_scheme(schemes)
        self._subjects, self._co_ordinated, self._steps = defaultdict(set), defaultdict(list), defaultdict(list)
        subjects = ComplaintSubject.objects.filter(complaint__in=complaints)
        for complaint_id, user_id in subjects.values_list("complaint_id", "user_id"):
            self._subjects[complaint_id].add(user_id)
        ever = Membership.objects.filter(scheme__in=schemes, role=Role.COORDINATOR)
        for scheme_id, user_id, ended_at in ever.values_list("scheme_id", "user_id", "ended_at"):
            self._co_ordinated[scheme_id].append((user_id, ended_at))
        steps = ComplaintStateChange.objects.filter(complaint__in=complaints)
        for complaint_id, to_state, by_id in steps.values_list("complaint_id", "to_state", "by_id"):
            self._steps[complaint_id].append((to_state, by_id))

    def readers(self, complaint) -> list[User]:
        """The same people as `visible_to` lets in."""
        alone, gone = complaint.is_independent, self._shut_out(complaint)
        reaches = alone or bool(complaint.further_at) or self._is_late(complaint)
        held = self._held[complaint.scheme_id].items()
        return [
            user
            for user, roles in held
            if user.pk not in gone and reads(roles, is_independent=alone, reaches_managers=reaches)
        ]

    def of(self, complaint) -> list[User]:
        """Who may see to it now: whoever reads it; the second time those with no part in the first answer."""
        return self.fresh_eyes(complaint) if complaint.further_at else self.readers(complaint)

    def fresh_eyes(self, complaint) -> list[User]:
        """Managers and leads who could look again: no part in the first answer, not co-ordinating, not shut out."""
        gone = self._shut_out(complaint) | self._took(complaint, FIRST_STEPS)
        held = self._held[complaint.scheme_id].items()
        return [
            user for user, roles in held if roles & LOOK_AGAIN and Role.COORDINATOR not in roles and user.pk not in gone
        ]

    def whose_turn(self, complaint) -> list[User]:
        """Whom the next step waits for: all who may take it on, then the one who did; when it is late, all again."""
        handlers = self.of(complaint)
        if complaint.is_looked_into and not self._is_late(complaint):
            taken_by = self._took(complaint, [complaint.state])
            return [user for user in handlers if user.pk in taken_by] or handlers
        return handlers

    def _shut_out(self, complaint) -> set:
        """Keys of those who never read it: who made it, whom it is about, and who co-ordinated when it was made
        independent of them."""
        keys = {complaint.made_by_id, *self._subjects[complaint.pk]}
        if complaint.is_independent:
            then = self._co_ordinated[complaint.scheme_id]
            keys |= {user_id for user_id, ended_at in then if not ended_at or ended_at >= complaint.created_at}
        return keys

    def _took(self, complaint, states) -> set:
        return {by_id for to_state, by_id in self._steps[complaint.pk] if to_state in states}

    def _is_late(self, complaint) -> bool:
        return bool(complaint.due_on and complaint.due_on < self.today)
