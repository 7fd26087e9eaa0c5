"""GOV.UK Notify: e-mail and text by two templates of the service, ((subject)) and ((body)), and ((words)).

What was sent before is asked for by our reference before it is sent again, so that a killed worker doubles nothing.
"""

from collections.abc import Callable

from django.conf import settings
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from mentoring.notices.channels import Undeliverable, message_key
from mentoring.notices.models import Outgoing

#: What Notify names in a refusal that is about the address, not about us.
ABOUT_THE_ADDRESS = ("email_address", "phone_number")


class Away(OSError):
    """Notify cannot be reached, is busy, or turns this installation away: try later."""


class Notify:
    """One kind of message; `fields(rows)` gives what the client asks for: address, template and what fills it."""

    def __init__(self, kind: str, fields: Callable[[list[Outgoing]], dict]):
        self.kind, self.fields, self.client = kind, fields, None

    def open(self) -> None:
        self.client = self.client or NotificationsAPIClient(
            settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=settings.EMAIL_TIMEOUT
        )

    def send(self, rows: list[Outgoing]) -> str:
        key = message_key(rows[0])
        try:
            return (self._taken_before(rows, key) or self._sent(rows, key))["id"]
        except HTTPError as refusal:
            raise read(refusal) from refusal

    def _taken_before(self, rows: list[Outgoing], key: str) -> dict | None:
        if rows[0].attempts <= 1:
            return None
        found = self.client.get_all_notifications(reference=key)["notifications"]
        return next((one for one in found if "failure" not in one["status"]), None)

    def _sent(self, rows: list[Outgoing], key: str) -> dict:
        send = getattr(self.client, f"send_{self.kind}_notification")
        return send(**self.fields(rows), reference=key)

    def close(self) -> None:
        if self.client:
            self.client.request_session.close()


def read(refusal: HTTPError) -> Exception:
    """What a refusal means: the address is wrong for good, or it is to be tried later."""
    if refusal.status_code == 400 and any(word in str(refusal.message) for word in ABOUT_THE_ADDRESS):
        return Undeliverable("the address was refused (400)")
    return Away(f"Notify answered {refusal.status_code}")
