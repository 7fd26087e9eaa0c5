"""What stands in a column once what told of somebody is gone: nothing, or as little as the column allows. Pure.

Days, numbers and choices of other records than somebody's own stay: they tell of nobody any more, and are counted.
"""

from django.db import models

NOTHING = "–"
STATES = ("from_state", "to_state")
WORDS = (models.CharField, models.TextField)


def is_words(field: models.Field) -> bool:
    """Somebody typed it, or it is a document."""
    typed = isinstance(field, (*WORDS, models.JSONField, models.BinaryField))
    return typed and not field.choices and field.name not in STATES


def blank_of(field: models.Field, value):
    """Of a column of words. What had to be filled in stays filled in, with a dash."""
    if value in (None, "", [], {}, b""):
        return value
    if field.null:
        return None
    if field.unique:
        return field.get_default()
    if isinstance(field, models.BinaryField):
        return b""
    if isinstance(value, dict | list):
        return type(value)()
    return NOTHING


def own_blank_of(field: models.Field, value):
    """Of a column of somebody's own record, of whatever sort; the value itself where nothing lesser is possible."""
    if field.is_relation or field.primary_key:
        return value
    if field.unique:
        return field.get_default()
    if field.null:
        return None
    if isinstance(field, WORDS) and isinstance(value, str):
        return "" if field.blank else NOTHING
    if isinstance(value, dict | list):
        return type(value)()
    return value
