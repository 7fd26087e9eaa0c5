"""What a worker writes who refers a young person (S10, P5)."""

from django import forms

from mentoring.web.forms import DatePartsField, KitForm, UkPhoneField
from mentoring.web.honeypot import HoneypotForm
from mentoring.web.postcodes import OutcodeField
from schemes.people.forms import ONLY_HALF, reachable


class ReferralForm(KitForm, HoneypotForm):
    """A worker refers a young person, who knows and agreed. The worker's hopes stay the worker's words (P5)."""

    name = forms.CharField(label="What the young person likes to be called", max_length=120)
    phone = UkPhoneField(label="Their phone", required=False, max_length=40)
    email = forms.EmailField(label="Their e-mail", required=False, help_text="Phone or e-mail: one is enough.")
    contact_notes = forms.CharField(
        label="Anything to know about contacting them safely", required=False, max_length=200
    )
    area = forms.CharField(label="Where they live", required=False, max_length=80)
    outcode = OutcodeField(label="First half of their postcode", help_text=ONLY_HALF)
    born_on = DatePartsField(label="Their date of birth", required=False)
    young_person_words = forms.CharField(
        label="What they say they want, in their own words",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    young_person_agreed = forms.BooleanField(
        label="They know about this referral and agreed to it themselves",
        error_messages={
            "required": "We can only take a referral that the young person knows about and agreed to. Talk with them "
            "first; they can also ask us themselves."
        },
    )
    referrer_name = forms.CharField(label="Your name", max_length=120)
    referrer_role = forms.CharField(label="Your role and organisation", max_length=120)
    referrer_email = forms.EmailField(label="Your e-mail")
    referrer_phone = UkPhoneField(label="Your phone", required=False, max_length=40)
    referrer_words = forms.CharField(
        label="What you hope for",
        required=False,
        max_length=3000,
        help_text="These stay your words. What the two of them work on is for the young person to decide.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    PERSON = ("name", "phone", "email", "contact_notes", "area", "outcode", "born_on")

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)

    def person(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.PERSON}

    def referral(self) -> dict:
        rest = set(self.fields) - set(self.PERSON) - {"website"}
        return {name: self.cleaned_data[name] for name in rest}
