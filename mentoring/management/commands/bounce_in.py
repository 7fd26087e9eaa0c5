import sys

from django.core.management.base import BaseCommand, CommandError

from mentoring.notices.actions import receipt_take
from mentoring.notices.actions.receipts import NotYet
from mentoring.notices.receipts.bounces import read_bounce

TRY_AGAIN = 75  # what a mail server takes for "not now" (sysexits.h)


class Command(BaseCommand):
    help = "Reads one mail that came back from standard input; the mail server pipes them here (docs/running.md)."

    def handle(self, **options):
        bounce = read_bounce(sys.stdin.buffer.read())
        if bounce is None:
            self.stdout.write("Not about a mail of ours.")
            return
        outcome = "refused" if bounce.permanent else "failed"
        try:
            number = receipt_take(key=bounce.key, outcome=outcome, said=f"came back ({bounce.status})")
        except NotYet as early:
            raise CommandError("Its mail is on its way still. Try again.", returncode=TRY_AGAIN) from early
        self.stdout.write("Written down." if number else "Nothing to write down.")
