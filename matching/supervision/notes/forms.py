"""Forms around the notes of a supervision that is signed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.supervision.forms import SupervisionRecordForm, note
from mentoring.web.forms import KitForm


class SupervisionAmendForm(KitForm):
    shared_note = note("What we agreed", "The mentor can read this, and that it was changed.")
    private_note = note("Notes for supervision only", SupervisionRecordForm.base_fields["private_note"].help_text)
    because = forms.CharField(
        label=_("Why is it changed?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stays beside it, with what it said before. Supervisor, co-ordinators and leads read it."),
    )  # fmt: skip

    def __init__(self, *args, is_first: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["because"]

    def said(self) -> dict:
        told = self.cleaned_data
        notes = {name: told[name] for name in ("shared_note", "private_note")}
        return {"notes": notes, "because": told.get("because", "")}


class SupervisionCommentForm(KitForm):
    words = forms.CharField(
        label=_("What would you like to add?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Your supervisor and the co-ordinators read it."),
    )  # fmt: skip
