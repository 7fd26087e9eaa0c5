"""What a young person is asked who would like a mentor: one question a page, and nothing must be told but a name to
call them and one way to reach them (S10, P4, P5)."""

from django import forms

from mentoring.web.forms import BigChoiceField, DatePartsField, KitForm, UkPhoneField
from mentoring.web.honeypot import HoneypotForm
from schemes.people.choices import INTERESTS, WANTS
from schemes.people.forms import TicksField, reachable

YES_NO = [("yes", "Yes"), ("no", "No")]


class Question(KitForm):
    """One page. `title` is its heading, `sees` who will see the answer, `must` whether it can be skipped."""

    title = ""
    sees = ""
    must = False

    def __init__(self, *args, scheme=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        self.make_ready()

    def make_ready(self) -> None:
        """For questions that depend on what the scheme offers."""


class NameQuestion(Question, HoneypotForm):
    title = "What should we call you?"
    sees = "The person who runs the scheme. Nobody else yet."
    must = True
    name = forms.CharField(
        label="Your name, or what you like to be called",
        max_length=120,
        error_messages={"required": "Tell us what to call you. A first name is fine."},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )


class ReachQuestion(Question):
    title = "How can we reach you safely?"
    sees = "The person who runs the scheme. We only use what you say is OK."
    must = True
    phone = UkPhoneField(label="Your phone", required=False, max_length=40)
    may_text = forms.ChoiceField(
        label="Is it OK to text you?", required=False, choices=YES_NO, widget=forms.RadioSelect
    )
    may_leave_message = forms.ChoiceField(
        label="Is it OK to leave a message?", required=False, choices=YES_NO, widget=forms.RadioSelect
    )
    email = forms.EmailField(label="Or your e-mail", required=False)
    contact_notes = forms.CharField(
        label="Anything we should know?",
        required=False,
        max_length=200,
        help_text="Like: not after 6, my carer may pick up, don’t say what it is about.",
    )

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if not answers.get("email") and not answers.get("phone") and not (self.errors.keys() & {"email", "phone"}):
            self.add_error("phone", "Give us your phone or your e-mail. One is enough.")
        return answers


class WordsQuestion(Question):
    title = "What would you like a mentor for?"
    sees = "The person who runs the scheme. You decide later what a mentor reads."
    young_person_words = forms.CharField(
        label="In your own words",
        required=False,
        max_length=3000,
        help_text="One line is fine. You can change your mind any time.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wants_help_with = TicksField(label="A mentor could help with", options=WANTS)


class KindQuestion(Question):
    title = "Who would you like?"
    sees = "The person who runs the scheme."
    mentor_kind = BigChoiceField(
        label="Your mentor could be…",
        required=False,
        choices=[
            ("peer", "Somebody who was in care too"),
            ("traditional", "Somebody older from the community"),
            ("either", "Either is fine"),
        ],
    )
    mentor_wish = forms.CharField(
        label="Anything else you would like?",
        required=False,
        max_length=1000,
        help_text="Like: a woman, somebody not from round here.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def make_ready(self):
        offers = {"peer": self.scheme.offers_peer, "traditional": self.scheme.offers_traditional}
        missing = [kind for kind, offered in offers.items() if not offered]
        if missing:
            only = "somebody who was in care too" if "traditional" in missing else "somebody older from the community"
            more = f" There is also: {self.scheme.second_tier}" if self.scheme.second_tier else ""
            self.fields["mentor_kind"].help_text = f"Right now we only have {only}.{more} Still tell us what you want."


class LikesQuestion(Question):
    title = "What do you like?"
    sees = "The person who runs the scheme. It helps to find a good match."
    interests = TicksField(label="Things you like", options=INTERESTS)


class WhereQuestion(Question):
    title = "Where and how old are you?"
    sees = "The person who runs the scheme."
    area = forms.CharField(label="Your town, or part of town", required=False, max_length=80)
    born_on = DatePartsField(label="Your date of birth", required=False)


#: The questions in order; the key stands in the address.
QUESTIONS = {
    "name": NameQuestion,
    "reach": ReachQuestion,
    "why": WordsQuestion,
    "who": KindQuestion,
    "likes": LikesQuestion,
    "where": WhereQuestion,
}


class ReferralForm(KitForm, HoneypotForm):
    """A worker refers a young person, who knows and agreed. The worker's hopes stay the worker's words (P5)."""

    name = forms.CharField(label="What the young person likes to be called", max_length=120)
    phone = UkPhoneField(label="Their phone", required=False, max_length=40)
    email = forms.EmailField(label="Their e-mail", required=False, help_text="Phone or e-mail: one is enough.")
    contact_notes = forms.CharField(
        label="Anything to know about contacting them safely", required=False, max_length=200
    )
    area = forms.CharField(label="Where they live", required=False, max_length=80)
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

    PERSON = ("name", "phone", "email", "contact_notes", "area", "born_on")

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)

    def person(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.PERSON}

    def referral(self) -> dict:
        rest = set(self.fields) - set(self.PERSON) - {"website"}
        return {name: self.cleaned_data[name] for name in rest}
