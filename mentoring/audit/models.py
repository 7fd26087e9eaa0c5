"""The trail: who changed what and who looked. Rows are added in the transaction of the act and never changed.

The database refuses update and delete on both engines (`mentoring.refusing`); each chain's rows carry the hash of the
row before, and the head keeps the last one, so that a missing last row shows too (security row 6). The head is sealed
with a key that the database does not have: whoever rewrites the rows cannot write a head that fits them.
"""

from django.db import models

from mentoring.refusing import Refusal


class AuditHead(models.Model):
    """Where a chain ends. A chain per scheme keeps writers of different schemes from waiting for each other."""

    chain = models.CharField(max_length=40, primary_key=True)
    length = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="")
    seal = models.CharField(max_length=64, default="")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("chain", "length", "last_hash", "seal")


class AuditEntry(models.Model):
    """One act: a dotted verb, who, on what, about whom. Old and new values of ordinary fields only."""

    refuses = (Refusal("the audit trail is append-only"),)
    id = models.BigAutoField(primary_key=True)
    chain = models.CharField(max_length=40)
    place = models.PositiveBigIntegerField(help_text="position in the chain, from 1")
    at = models.DateTimeField()
    by_key = models.CharField(max_length=40, blank=True, help_text="the user's key; empty for the system itself")
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=90, help_text="app.model:key")
    person_keys = models.JSONField(default=list, help_text="keys of the users whose record this is")
    details = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "place"], name="mentoring_auditentry_one_per_place")]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["chain", "-at"])]

    class DataProtection:
        personal = ("by_key", "person_keys")
        sensitive = ()
        ordinary = ("chain", "place", "at", "verb", "subject", "details", "previous_hash", "hash")

    def __str__(self):
        return f"{self.verb} {self.subject}"
