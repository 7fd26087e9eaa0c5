"""What is written down about a consent."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.consent.models import Consent


class ConsentAskForm(KitForm):
    kind = forms.ChoiceField(label="Whose consent?", choices=Consent.Kind.choices)
    asked_on = SayDateField(label="Asked for on", past=True)


class ConsentGiveForm(KitForm):
    given_on = SayDateField(label="Given on", past=True)
    given_by = forms.CharField(label="Given by", help_text="The name of whoever said yes.", max_length=120)
    how = forms.CharField(label="How?", help_text="In person, by letter, by e-mail.", max_length=120)


class ConsentNotNeededForm(KitForm):
    because = forms.CharField(
        label="Why is it not needed?",
        help_text="For example: full care order, the local authority decides; or: no parent can be found, asked twice.",
        max_length=200,
    )


class ConsentTakeBackForm(KitForm):
    withdrawn_on = SayDateField(label="Taken back on", past=True)
