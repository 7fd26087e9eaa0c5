"""Where GOV.UK Notify says what became of a message."""

import json
from hmac import compare_digest
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from mentoring.notices import actions
from mentoring.notices.actions.receipts import NotYet
from mentoring.web.gates import public

OUTCOMES = {
    "delivered": "delivered",
    "permanent-failure": "refused",
    "temporary-failure": "failed",
    "technical-failure": "failed",
}


@csrf_exempt
@require_POST
@public("Notify calls it with the token that the installation gave it; it answers nothing but a status")
def notify_receipt(request):
    """204 once it is written down or is not ours; 503 where it came too early, and Notify says it again."""
    if not is_notify(request):
        raise Http404
    try:
        said = json.loads(request.body)
        key, status = UUID(said["reference"]), said["status"]
    except (ValueError, KeyError, TypeError, AttributeError):
        return HttpResponse(status=400)
    if status in OUTCOMES:
        try:
            actions.receipt_take(key=key, outcome=OUTCOMES[status], said=f"Notify says: {status}")
        except NotYet:
            return HttpResponse(status=503)
    return HttpResponse(status=204)


def is_notify(request) -> bool:
    token = settings.NOTIFY_CALLBACK_TOKEN
    return bool(token) and compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
