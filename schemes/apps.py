from django.apps import AppConfig


class SchemesConfig(AppConfig):
    name = "schemes"

    def ready(self):
        import schemes.people.sign_in  # noqa: F401  how long a sign-in lasts is noted wherever one begins
