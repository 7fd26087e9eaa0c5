"""The private links of a record that goes: whoever holds one must not reach the record that stays through it."""

from schemes.people import mail
from schemes.people.actions import invitation_withdraw
from schemes.people.merging.rows import row_from, values_of
from schemes.people.models import Invitation


def links_end(link: str, gone, by) -> list[dict]:
    """Take open invitations of the record back and drop its unsent applications, with the letters that still wait.
    `link` is the field by which rows point at it. Returns what the applications held."""
    for invitation in Invitation.objects.filter(**{link: gone}, taken_up_at=None, withdrawn_at=None):
        invitation_withdraw(invitation=invitation, by=by)
    if link != "volunteer":
        return []
    unsent = list(gone.applications.filter(sent_at=None))
    mail.applications_unsend(unsent)
    gone.applications.filter(sent_at=None).delete()
    return [values_of(application) for application in unsent]


def links_back(model, unsent: list[dict]) -> None:
    """The applications stand again as they were; an invitation that was taken back stays so."""
    for values in unsent:
        row_from(model._meta.get_field("applications").related_model, values).save_base(raw=True, force_insert=True)
