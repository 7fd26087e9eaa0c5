"""What says on SQLite that this very transaction seals anew (`mentoring.refusing`)."""

from django.db import models


class Resealing(models.Model):
    """Empty but inside such a transaction."""

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ()
