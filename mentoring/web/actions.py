"""What a person typed and has not sent: kept for that person alone, forgotten when it is sent."""

from django.db import transaction
from django.utils import timezone

from mentoring.web.models import Draft


@transaction.atomic
def draft_keep(*, form_key: str, typed: dict[str, list[str]], by) -> Draft:
    """Keeps the newest state of a half-filled form. Not audited: nothing has been said to anybody yet."""
    draft, _ = Draft.objects.update_or_create(
        owner=by, form_key=form_key, defaults={"typed": typed, "saved_at": timezone.now()}
    )
    return draft


@transaction.atomic
def draft_drop(*, form_key: str, by) -> None:
    """Forgets it; called in the transaction that takes the form."""
    Draft.objects.filter(owner=by, form_key=form_key).delete()
