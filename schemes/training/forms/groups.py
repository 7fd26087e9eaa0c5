"""What is written about the peer support group."""

from datetime import datetime

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, SayDateField
from schemes.training.forms.sessions import TIME


class GroupSessionForm(KitForm):
    """When the group meets."""

    day = SayDateField(label="Day")
    time = forms.TimeField(**TIME)
    place = forms.CharField(label="Place", max_length=120)
    about = forms.CharField(
        label="What is it about?", max_length=300, required=False, help_text="The members read this. No names, please."
    )

    def session(self) -> dict:
        given = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(given["day"], given["time"]))
        return {"starts_at": starts_at, "place": given["place"], "about": given["about"]}


class GroupMarkForm(KitForm):
    """Who came."""

    came = forms.ModelMultipleChoiceField(
        label="Who came?", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = members
        self.fields["came"].queryset = members

    def marks(self) -> dict:
        """Every member this person may see -> was there?"""
        there = set(self.cleaned_data["came"])
        return {member: member in there for member in self.members}
