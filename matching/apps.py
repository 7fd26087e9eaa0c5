from django.apps import AppConfig
from django.db.models.signals import post_migrate


def watch(using: str, **_) -> None:
    """Not in a migration: see `matching.pairing.models.watching`."""
    from matching.pairing.models import traits_watch

    traits_watch(using)


class MatchingConfig(AppConfig):
    name = "matching"

    def ready(self):
        post_migrate.connect(watch, sender=self)
