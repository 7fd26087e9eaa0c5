"""Reading accounts."""

from mentoring.accounts.models import User

DEMO_DOMAIN = "demo.example"


def demo_person(name: str) -> User | None:
    """A made-up person of the demo by their short name; never anybody else."""
    return User.objects.filter(email=f"{name}@{DEMO_DOMAIN}", is_made_up=True, is_active=True).first()
