"""Reading a draft back into its form.

A form takes part by `<form data-autosave-url="{% url 'draft_keep' 'session-…' %}">`; its view starts it with
`initial=draft_initial(request.user, "session-…", SessionForm)`, and its action calls `draft_drop` when it is sent.
"""

from django.http import QueryDict

from mentoring.web.models import Draft

LARGEST = 100_000
LONGEST_KEY = 120
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")


def typed_of(posted: QueryDict) -> dict[str, list[str]]:
    """What may be kept of a form as it was posted: never a password, never the token against forgery."""
    return {name: values for name, values in posted.lists() if name not in NEVER_KEPT}


def too_large(typed: dict[str, list[str]]) -> bool:
    """More than any form of ours can hold: somebody is using drafts as a store."""
    return sum(len(name) + sum(map(len, values)) for name, values in typed.items()) > LARGEST


def draft_initial(owner, form_key: str, form_class) -> dict:
    """Field → what was typed, in the shape that its control shows; {} where nothing is kept. A form that makes its
    fields when it is made is given as one, in place of its class."""
    draft = Draft.objects.filter(owner=owner, form_key=form_key).first()
    if draft is None:
        return {}
    data = QueryDict(mutable=True)
    for name, values in draft.typed.items():
        data.setlist(name, values)
    fields = getattr(form_class, "fields", None) or form_class.base_fields
    kept = {name: field.widget.value_from_datadict(data, {}, name) for name, field in fields.items()}
    return {name: value for name, value in kept.items() if (any(value) if isinstance(value, list) else value)}
