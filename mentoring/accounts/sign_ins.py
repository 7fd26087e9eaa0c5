"""What somebody is told of each of their sign-ins. All of it stands in the session itself and goes with it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth import signals
from django.dispatch import receiver
from django.utils.crypto import salted_hmac

from mentoring.accounts.devices import device_of, device_words
from mentoring.accounts.lasting import BEGUN, SEEN

DEVICE = "device"


@dataclass(frozen=True)
class SignIn:
    """`name` stands for it in addresses, `session_key` never leaves the server. `begun_at` UTC, `quiet_for` seconds."""

    name: str
    session_key: str
    device: str
    begun_at: datetime
    quiet_for: float
    is_this_one: bool


def name_of(session_key: str) -> str:
    """Says which sign-in is meant; whoever reads it can neither sign in with it nor guess another."""
    return salted_hmac("mentoring.accounts.sign_ins", session_key, algorithm="sha256").hexdigest()[:32]


def sign_in_from(session_key: str, kept: dict, *, now: float, here: str) -> SignIn:
    """kept: what the session holds; now: seconds since 1970; here: the key of the one that asks."""
    return SignIn(
        name=name_of(session_key),
        session_key=session_key,
        device=device_words(*kept.get(DEVICE, ("", ""))),
        begun_at=datetime.fromtimestamp(kept[BEGUN], UTC),
        quiet_for=max(0.0, now - kept[SEEN]),
        is_this_one=session_key == here,
    )


@receiver(signals.user_logged_in)
def device_noted(sender, request, user, **kwargs) -> None:
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
