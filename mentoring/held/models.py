"""Says to the triggers of SQLite that this transaction erases somebody (`mentoring.refusing`)."""

from django.db import models


class Erasing(models.Model):
    """Empty but inside such a transaction."""

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ()
