"""What the engine knows of somebody, packed and sealed, so that thousands are read at once."""

from django.db import models
from django.db.models import OuterRef, Subquery


class Traits(models.Model):
    """A copy, made when it is missing and thrown away by the database itself as soon as what it was made from changes
    (`models.watching`; docs/decisions/0019). `person` is the key of a volunteer or a young person: no relation, so
    that nothing hangs on it, and records put together leave it behind."""

    person = models.UUIDField(primary_key=True)
    packed = models.BinaryField()

    class Meta:
        verbose_name_plural = "traits"

    class DataProtection:
        personal = ("person",)
        sensitive = ("packed",)
        ordinary = ()


def traits_kept() -> Subquery:
    """Beside a person: what is kept of them, None where nothing is."""
    return Subquery(Traits.objects.filter(person=OuterRef("pk")).values("packed"))
