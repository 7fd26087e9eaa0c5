from django.core.management.base import BaseCommand, CommandError

from mentoring.accounts.actions import sign_ins_end
from mentoring.accounts.models import User


class Command(BaseCommand):
    help = "Ends every sign-in of one person, or of everybody (--everybody): a lost phone, a stolen laptop."

    def add_arguments(self, parser):
        whom = parser.add_mutually_exclusive_group(required=True)
        whom.add_argument("email", nargs="?")
        whom.add_argument("--everybody", action="store_true")

    def handle(self, *, email, everybody, **options):
        user = None if everybody else User.objects.filter(email__iexact=email).first()
        if user is None and not everybody:
            raise CommandError(f"Nobody signs in with “{email}”.")
        ended = sign_ins_end(user=user)
        self.stdout.write("Nobody was signed in." if not ended else f"Ended: {ended}.")
