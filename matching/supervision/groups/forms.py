"""Forms of group supervision."""

from django import forms

from matching.supervision.forms import note
from mentoring.web.forms import KitForm

CAME = [("held", "Came"), ("called-off", "Said sorry"), ("missed", "Missed it")]


class SupervisionGroupRecordForm(KitForm):
    """Who came, one row each, and what it was about."""

    topics = note(
        "What it was about",
        "Everybody who was invited reads this. Leave names and stories of single people out; they have a page each.",
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = places
        for place in places:
            self.fields[f"came_{place.pk}"] = forms.ChoiceField(
                label=place.volunteer.name, choices=CAME, widget=forms.RadioSelect(attrs={"kind": "segments"})
            )

    def attendance(self) -> list:
        return [self[f"came_{place.pk}"] for place in self.places]

    def came(self) -> dict:
        return {place.pk: self.cleaned_data[f"came_{place.pk}"] for place in self.places}


class SupervisionGroupInviteForm(KitForm):
    volunteers = forms.ModelMultipleChoiceField(None, label="Who else comes?", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, volunteers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteers"].queryset = volunteers
