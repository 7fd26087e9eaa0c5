from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse

from mentoring.accounts.actions import site_admin_make


class Command(BaseCommand):
    help = "Makes the account of a site administrator, who sets up schemes and sees no records; prints a sign-in link."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("name", help='in quotes: "Ada Root"')

    def handle(self, *, email, name, **options):
        try:
            validate_email(email)
        except ValidationError as wrong:
            raise CommandError(f"“{email}” is not an e-mail address.") from wrong
        user = site_admin_make(email=email, name=name)
        key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
        link = settings.SITE_URL + reverse("account_reset_password_from_key", kwargs=key)
        self.stdout.write(f"{user.email} is a site administrator. A password is chosen here, once:\n{link}")
