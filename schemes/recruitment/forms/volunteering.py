"""What somebody who wants to volunteer is asked: first almost nothing, then the application in five parts."""

from django import forms

from mentoring.web.forms import BigChoiceField, DatePartsField, KitForm, UkPhoneField
from mentoring.web.honeypot import HoneypotForm
from mentoring.web.postcodes import OutcodeField
from schemes.people.choices import FREE_TIMES, INTERESTS, STRENGTHS
from schemes.people.forms import LinesField, TicksField, reachable
from schemes.recruitment.history.forms import HistoryForm


class EnquiryForm(KitForm, HoneypotForm):
    """Under a minute: a name and one way to reach them."""

    name = forms.CharField(label="Your name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label="Your e-mail",
        required=False,
        help_text="We send you a private link to the application.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = UkPhoneField(label="Your phone", required=False, max_length=40, help_text="E-mail or phone: one is enough.")
    heard_from = forms.ModelChoiceField(
        label="How did you hear about us?", required=False, queryset=None, empty_label="I’d rather not say"
    )

    def __init__(self, *args, campaigns, source=None, **kwargs):
        """`source`: the campaign whose link brought them; then nobody asks."""
        super().__init__(*args, **kwargs)
        self.source = source
        self.fields["heard_from"].queryset = campaigns
        if source or not campaigns.exists():
            del self.fields["heard_from"]

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)

    def person(self) -> dict:
        told = {name: value for name, value in self.cleaned_data.items() if name != "website"}
        return {**told, "heard_from": self.source} if self.source else told


class AboutYouForm(KitForm):
    """Part one: who you are."""

    title = "About you"
    name = forms.CharField(label="Your name", max_length=120)
    phone = UkPhoneField(label="Your phone", required=False, max_length=40)
    born_on = DatePartsField(label="Your date of birth", help_text="Mentors and young people need a gap in age.")
    area = forms.CharField(label="Where you live", max_length=80, help_text="The town or part of town is enough.")
    outcode = OutcodeField(label="First half of your postcode")
    gender = forms.CharField(
        label="Your gender",
        required=False,
        max_length=40,
        help_text="Some young people ask for a woman or a man. Leave it empty if you like.",
    )
    care_experienced = BigChoiceField(
        label="Have you been in care yourself?",
        required=False,
        choices=[("yes", "Yes"), ("no", "No"), ("", "I’d rather not say")],
        help_text="Some young people would like somebody who has. It is never a condition.",
    )

    def clean_care_experienced(self):
        return {"yes": True, "no": False}.get(self.cleaned_data["care_experienced"])


class WhyForm(KitForm):
    """Part two: why."""

    title = "Why you want to mentor"
    motivation = forms.CharField(
        label="Why would you like to be a mentor?",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="A few sentences. There is no right answer.",
    )


class OfferForm(KitForm):
    """Part four: what you bring, and when. (Part three is the history.)"""

    title = "What you bring"
    interests = TicksField(label="What do you like doing?", options=INTERESTS)
    strengths = TicksField(label="What could you help with?", options=STRENGTHS)
    free_times = TicksField(label="When are you usually free?", options=FREE_TIMES)
    languages = LinesField(
        label="Languages you speak", required=False, max_length=200, help_text="With commas between them."
    )
    about_me = forms.CharField(
        label="A few lines about you that a young person may read",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PromiseForm(KitForm):
    """Part five: the role and the limits of confidentiality (P2)."""

    title = "The role"
    agreed = forms.BooleanField(
        label="I have read what a mentor is, and I agree",
        error_messages={"required": "Read the role statement and say that you agree, or ask us about it first."},
    )
    limits_agreed = forms.BooleanField(
        label="I have read what stays between us and what does not, and I agree",
        error_messages={"required": "Read what cannot stay secret and say that you agree, or ask us about it first."},
    )


#: Parts of the application in order; the key stands in the address.
PARTS = {
    "about-you": AboutYouForm,
    "why": WhyForm,
    "history": HistoryForm,
    "offer": OfferForm,
    "role": PromiseForm,
}
