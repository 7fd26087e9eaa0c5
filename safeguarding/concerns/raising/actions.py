"""What somebody types about a worry is kept from the first key stroke, encrypted, until it is sent."""

from django.utils import timezone

from mentoring.web.models import Draft

FORM_KEY = "concern"


def concern_draft_keep(*, typed: dict, owner) -> None:
    Draft.objects.update_or_create(
        owner=owner, form_key=FORM_KEY, defaults={"typed": typed, "saved_at": timezone.now()}
    )


def concern_draft_drop(*, owner) -> None:
    Draft.objects.filter(owner=owner, form_key=FORM_KEY).delete()
