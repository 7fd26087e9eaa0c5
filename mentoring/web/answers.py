"""Answers of a form that is filled in over several pages: kept as typed, shown again, checked at the end. Pure."""

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

#: Longest single answer that is kept before it is checked.
LONGEST = 6000
NOT_ANSWERED = "Not answered"


def typed_in(sent: QueryDict, form_class: type[forms.Form]) -> dict[str, list[str]]:
    """What was typed into the fields of this form (and their parts: a date has three), nothing else of the request. A
    field of which only a part may be kept says so by its `kept` (a postcode's first half)."""
    fields = {name: made for field, made in form_class.base_fields.items() for name in _names(field, made.widget)}
    return {
        name: [getattr(fields[name], "kept", str)(value[:LONGEST]) for value in values]
        for name, values in sent.lists()
        if name in fields
    }


def _names(field: str, widget) -> list[str]:
    parts = getattr(widget, "widgets_names", None)
    return [field + part for part in parts] if parts else [field]


def as_query(kept: Mapping[str, list[str]] | None) -> QueryDict | None:
    """Kept answers as a form takes them; None where nothing was kept."""
    if kept is None:
        return None
    query = QueryDict(mutable=True)
    for name, values in kept.items():
        query.setlist(name, values)
    return query


def answers_of(form: forms.Form) -> list[tuple[str, str]]:
    """(question, answer) of a bound form in words; questions left out say so."""
    form.is_valid()
    seen = form.seen() if hasattr(form, "seen") else form
    return [(bound.label, answer_words(bound, form.cleaned_data.get(bound.name))) for bound in seen]


def answer_words(bound, value) -> str:
    if value in (None, "", []):
        return NOT_ANSWERED if bound.name not in bound.form.errors else "To be put right"
    if value is True:
        return "Yes"
    if value is False:
        return "No"
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    if hasattr(value, "strftime"):
        return f"{value.day} {value:%B %Y}"
    choices = dict(getattr(bound.field, "choices", ()) or ())
    return str(choices.get(value, value))
