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
    person = forms.ChoiceField(label="Who", required=False)
    what = forms.ChoiceField(label="What", choices=WHAT, required=False)
    since = SayDateField(label="From", required=False)
    until = SayDateField(label="To", required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Anybody"), *people]
