"""What of the trail to show; it stays in the address."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from mentoring.web.marks import reference_read

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
    reference = forms.CharField(
        label="Reference on a file",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Anybody"), *people]

    def clean_reference(self) -> str:
        typed = self.cleaned_data["reference"]
        if typed and not reference_read(typed):
            raise forms.ValidationError("It has eight letters and figures, like k7m2-pq4x.")
        return reference_read(typed)
