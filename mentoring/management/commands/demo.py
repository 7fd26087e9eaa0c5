from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from mentoring.accounts.actions import site_admin_make
from mentoring.accounts.models import User
from mentoring.conventions import modules
from mentoring.demo import DEMO_PEOPLE, PASSWORD, DemoStage


class Command(BaseCommand):
    help = "Loads made-up schemes and people; safe to run twice; refuses a database that holds real people."

    def add_arguments(self, parser):
        parser.add_argument("--scale", choices=["small", "large", "national"], default="small")
        parser.add_argument("--today", type=date.fromisoformat, default=None, help="YYYY-MM-DD, the demo's today")

    def handle(self, *, scale, today, **options):
        if not settings.DEMO:
            raise CommandError("The demo is loaded only where DEMO=1 is set.")
        if User.objects.filter(is_made_up=False).exists():
            raise CommandError("This database holds real people; the demo is not loaded into it.")
        if User.objects.exists():
            self.stdout.write("The demo is here already.")
            return
        stage = DemoStage(today=today or date.today(), scale=scale)  # noqa: DTZ011  the person's own day
        with transaction.atomic():
            for name, (full_name, _) in DEMO_PEOPLE.items():
                stage.users[name] = User.objects.make(
                    email=f"{name}@demo.example", name=full_name, password=PASSWORD, is_made_up=True
                )
            site_admin_make(email=stage.users["admin"].email, name=stage.users["admin"].name)
            for room in modules("demo"):
                if hasattr(room, "demo_load"):
                    room.demo_load(stage)
        self.stdout.write("The demo is loaded.")
