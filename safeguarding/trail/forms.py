"""What of the trail to show; it stays in the address."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField

WHAT = (
    ("", "Everything"),
    ("looked", "Who looked"),
    ("volunteer", "Volunteers"),
    ("youngperson", "Young people"),
    ("check", "Checks"),
    ("consent", "Consents"),
    ("riskassessment", "Risk assessments"),
    ("match", "Matches"),
    ("membership", "Roles"),
)


class TrailFilterForm(KitForm):
    person = forms.ChoiceField(label="Who", required=False, widget=forms.Select(attrs={"class": "form-select"}))
    what = forms.ChoiceField(
        label="What", choices=WHAT, required=False, widget=forms.Select(attrs={"class": "form-select"})
    )
    since = SayDateField(label="From", required=False, widget=forms.TextInput(attrs={"class": "form-control"}))
    until = SayDateField(label="To", required=False, widget=forms.TextInput(attrs={"class": "form-control"}))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Anybody"), *people]
