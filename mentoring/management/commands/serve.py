"""`manage.py serve`: everything that runs on one machine, under one supervisor. `make run` calls it."""

import http.client
import os
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from mentoring.demo import DEMO_PEOPLE, PASSWORD
from mentoring.serve.processes import port_is_free, processes
from mentoring.serve.supervisor import Supervisor


class Command(BaseCommand):
    help = "Prepares database and static files, then runs web server, worker and scheduler until Ctrl-C."
    requires_system_checks = []

    def handle(self, *args, **options):
        if not port_is_free(settings.PORT):
            raise CommandError(
                f"Port {settings.PORT} is already in use. Stop what uses it, or choose another one: PORT=8001 make run"
            )
        os.umask(0o077)  # the database, letters and mails are for this account's eyes alone
        self.prepare()
        children = processes(
            port=settings.PORT,
            var=settings.VAR_DIR,
            chatty=not settings.FRIENDLY,
            broker_given=bool(settings.REDIS_URL),
        )
        code = Supervisor(children, say=self.say, ready=self.answers, on_ready=self.announce).run()
        if code:
            raise CommandError("Alongside has stopped: a part of it could not start.", returncode=code)
        self.say("Alongside has stopped.")

    def prepare(self):
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0)
        self.say("Preparing static files …")
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO:
            self.say("Loading the demo schemes …")
            call_command("demo", stdout=self.stdout)

    def say(self, sentence: str):
        self.stdout.write(sentence)
        self.stdout.flush()

    def answers(self) -> bool:
        """Whether the web server answers; asked under the site's own name, which ALLOWED_HOSTS knows."""
        connection = http.client.HTTPConnection("127.0.0.1", settings.PORT, timeout=5)
        try:
            connection.request("GET", "/health/live", headers={"Host": urlsplit(settings.SITE_URL).netloc})
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def announce(self):
        self.say(f"\nAlongside is running: {settings.SITE_URL}/")
        if settings.DEMO:
            self.say(f'Sign in there with one click, or by e-mail with the password "{PASSWORD}":')
            for name, (_, who) in DEMO_PEOPLE.items():
                self.say(f"  {name + '@demo.example':26}{who}")
        self.say("Ctrl-C stops all of it; the data stay.\n")
