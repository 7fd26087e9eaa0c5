"""Who is away from when to when, and who takes over."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField


class AbsencePlanForm(KitForm):
    lead = forms.ChoiceField(label="Who is away?")
    from_on = SayDateField(label="First day away")
    to_on = SayDateField(label="Last day away", future=True)
    deputy = forms.ChoiceField(
        label="Who takes over?",
        help_text="Another safeguarding lead. What would have come to the first comes to them.",
        required=False,
    )

    def __init__(self, *args, leads, own, **kwargs):
        """`own`: the lead who asks, if they may only write down their own days."""
        super().__init__(*args, **kwargs)
        self.leads, self.own = {str(user.pk): user for user in leads}, own
        if own:
            del self.fields["lead"]
        else:
            self.fields["lead"].choices = [("", "Choose…"), *((key, user.name) for key, user in self.leads.items())]
        others = [(key, user.name) for key, user in self.leads.items() if user != own]
        nobody = "Choose…" if own else "Nobody yet"
        self.fields["deputy"].choices = [("", nobody), *others]

    def as_written(self) -> dict:
        found = self.cleaned_data
        lead = self.own or self.leads[found["lead"]]
        deputy = self.leads.get(found["deputy"])
        return {"lead": lead, "deputy": deputy, "from_on": found["from_on"], "to_on": found["to_on"]}
