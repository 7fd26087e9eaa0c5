"""Saying it: in one's own words, who may read them, and whom they are about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import BigChoiceField, KitForm
from safeguarding.complaints.models import Complaint

ALONE, SHARED = "independent", "shared"


class ComplaintMakeForm(KitForm):
    scheme = forms.ChoiceField(label=_("Which scheme is it about?"))
    wants = BigChoiceField(label=_("What is it?"), choices=Complaint.Wants.choices)
    words = forms.CharField(
        label=_("Tell us about it"),
        help_text=_("In your own words. Short is fine."),
        max_length=10000,
        widget=forms.Textarea({"rows": 6}),
    )
    hoped_for = forms.CharField(
        label=_("What would put it right?"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    about_users = forms.MultipleChoiceField(
        label=_("Is it about somebody who works here?"),
        help_text=_("Tick them, and they will never see this."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    about_words = forms.CharField(label=_("Is it about somebody else?"), required=False, max_length=400)
    who_reads = BigChoiceField(label=_("Who may read it?"), initial=ALONE)

    def __init__(self, *args, schemes, people, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.schemes = {str(scheme.pk): scheme for scheme in schemes}
        self.people = {str(user.pk): user for user in people}
        if len(self.schemes) == 1:
            del self.fields["scheme"]
        else:
            self.fields["scheme"].choices = [
                ("", _("Choose…")),
                *((key, one.name) for key, one in self.schemes.items()),
            ]
        if self.people:
            self.fields["about_users"].choices = [(key, user.name) for key, user in self.people.items()]
        else:
            del self.fields["about_users"]
        self.fields["who_reads"].choices = readers

    def as_made(self) -> dict:
        """What `complaint_make` takes."""
        made = dict(self.cleaned_data)
        chosen = made.pop("scheme", None)
        made["scheme"] = self.schemes[chosen] if chosen else next(iter(self.schemes.values()))
        made["about_users"] = [self.people[key] for key in made.pop("about_users", [])]
        made["is_independent"] = made.pop("who_reads") == ALONE
        return made


class ComplaintFurtherForm(KitForm):
    words = forms.CharField(
        label=_("What is still not right?"),
        help_text=_("You can leave this empty."),
        required=False,
        max_length=10000,
        widget=forms.Textarea,
    )
