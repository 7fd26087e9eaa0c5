"""Words put into every column that holds what somebody typed, as if a form had let them through."""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import IntegrityError, models, transaction

from mentoring.tests.guards import ROOMS

#: Columns of words that the house writes itself, and reads again.
OUR_OWN = {
    "from_state", "to_state", "status", "tone", "kind", "level", "overruled_to", "version", "key", "mark",
    "previewed_mark", "full_review_months", "outcode", "ref", "gone_ref", "left_out", "language", "password",
    "rule", "object_key", "step", "scheme_key", "path", "trouble", "about_key", "chain", "by_key", "verb",
    "subject", "hash", "previous_hash", "last_hash", "questions", "form_key", "content", "content_hash",
    "text_hash",
}  # fmt: skip


def typed_columns() -> Iterator[models.Field]:
    for model in apps.get_models():
        if model._meta.app_label in ROOMS and not model._meta.label.startswith("mentoring.Audit"):
            for field in model._meta.concrete_fields:
                is_words = isinstance(field, models.CharField | models.TextField)
                no_words = isinstance(field, models.EmailField | models.JSONField) or "JSON" in type(field).__name__
                if is_words and not no_words and not (field.choices or field.unique or field.name in OUR_OWN):
                    yield field


def plant(words: Callable[[], str]) -> tuple[int, list[str]]:
    """How many columns hold the words now, and those that the database keeps them out of."""
    planted, kept_out = 0, []
    for field in typed_columns():
        try:
            with transaction.atomic():
                for row in field.model.objects.all():
                    text = words()[: field.max_length]
                    field.model.objects.filter(pk=row.pk).update(**{field.name: text})
            planted += 1
        except IntegrityError:
            kept_out.append(str(field))
    return planted, kept_out
