"""Rules about expenses: nobody waits for their money unseen. The rows are those the screens show."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.expenses.queries import claims_answered, claims_overdue
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders


@rule("A claim for expenses has waited for a week.")
def expense_waiting(at):
    """To every co-ordinator who may decide on it: never whoever made it, nor the young person of the session."""
    holders = Holders()
    for claim in claims_overdue(at):
        own = {claim.volunteer.user_id, claim.session.match.young_person.user_id if claim.session else None}
        path = reverse("matching:expense_show", args=[claim.scheme.slug, claim.pk])
        for person in holders.of(claim.scheme_id, "coordinator"):
            if person not in own:
                due_on = localdate(claim.sent_at)
                yield Due(key_of(claim), due_on, person, path, scheme_key=str(claim.scheme_id))


@rule(_("There is news about your expenses."), optional=True)
def expense_answered(at):
    """A question, a no, or the payment: to the mentor, at once."""
    for change in claims_answered(at):
        claim = change.claim
        if claim.volunteer.user_id:
            path = reverse("matching:expense_mine", args=[claim.pk])
            due_on = localdate(change.created_at)
            yield Due(key_of(change), due_on, claim.volunteer.user_id, path, scheme_key=str(claim.scheme_id))
