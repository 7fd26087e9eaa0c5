"""Who is told about a concern at once: a bell without words. The notice leads to a page that asks for sign-in."""

from django.urls import reverse
from django.utils import timezone

from mentoring.notices.models import Notice
from safeguarding.concerns.queries import concern_readers, managers_apart_from_subjects


def raised_tell(*, concern) -> None:
    """The leads who can read it; where nobody leads, the managers, who can open it with a reason."""
    readers = concern_readers(concern)
    if readers:
        notices_queue(rule="concern.raised", concern=concern, path=page_of(concern), recipients=readers)
        return
    path = reverse("safeguarding:concern_break_glass", kwargs={"scheme": concern.scheme.slug})
    managers = managers_apart_from_subjects(concern)
    notices_queue(rule="concern.no_lead", concern=concern, path=path, recipients=managers)


def glass_broken_tell(*, concern, grant) -> None:
    """Every lead who can read it hears at once that a manager opened it."""
    readers = [user for user in concern_readers(concern) if user != grant.membership.user]
    notices_queue(
        rule="concern.glass_broken", concern=concern, path=page_of(concern), recipients=readers, step=str(grant.pk)[:30]
    )


def notices_queue(*, rule, concern, path, recipients, step="") -> None:
    """One notice a person and channel, in the caller's transaction: lost with it or sent with it."""
    now = timezone.now()
    for user in recipients:
        for channel in (Notice.Channel.INBOX, Notice.Channel.EMAIL):
            Notice.objects.get_or_create(
                rule=rule,
                object_key=f"{concern._meta.label_lower}:{concern.pk}",
                due_on=timezone.localdate(concern.created_at),
                step=step,
                recipient=user,
                channel=channel,
                defaults={"path": path, "scheme_key": str(concern.scheme_id), "not_before": now, "urgent": True},
            )


def page_of(concern) -> str:
    return reverse("safeguarding:concern_show", kwargs={"scheme": concern.scheme.slug, "concern_id": concern.pk})
