"""What somebody began to write."""

from mentoring.web.models import Draft
from safeguarding.concerns.raising.actions import FORM_KEY


def concern_draft(owner) -> dict:
    """What was typed and not sent, as the form takes it; empty where there is none."""
    draft = Draft.objects.filter(owner=owner, form_key=FORM_KEY).first()
    return draft.typed if draft else {}
