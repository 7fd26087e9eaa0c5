"""The form of a session that is put right."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.relationships.forms import WORDS, SessionLogForm


class SessionCorrectForm(SessionLogForm):
    """What was written down, once more; with a reason once supervision has been held since."""

    because = forms.CharField(
        label=_("Why is it changed?"),
        help_text=_("Staff read this, what it said before, and what it says now."),
        max_length=1000,
        widget=forms.Textarea(WORDS),
    )

    def __init__(self, *args, is_locked: bool, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["session"]
        if not is_locked:
            del self.fields["because"]


def written_so_far(session) -> dict:
    """What the form begins with."""
    at = timezone.localtime(session.planned_at)
    kept = ("outcome", "reason", "called_off_by", "minutes", "kind", "channel", "mentor_feeling", "topics")
    return {
        **{name: getattr(session, name) for name in (*kept, "shared_note", "mentor_note")},
        "home_safe": {True: "yes", False: "no"}.get(session.home_safe, ""),
        "day": at.date(),
        "time": at.strftime("%H:%M"),
    }
