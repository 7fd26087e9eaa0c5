from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def hold(app_config, using: str, **_) -> None:
    """Not in a migration: see `mentoring.refusing`."""
    from mentoring.refusing import refusals_hold

    refusals_hold([model for model in app_config.get_models() if hasattr(model, "refuses")], using)


class MentoringConfig(AppConfig):
    name = "mentoring"

    def ready(self):
        post_migrate.connect(hold)
        import_module("mentoring.accounts.noting")  # listens at the door
        import_module("mentoring.accounts.sign_ins")  # and notes on what somebody came in
