"""What a young person is asked who would like a mentor: one question a page, and nothing must be told but a name to
call them and one way to reach them (S10, P4, P5, R8, L9)."""

from django import forms

from mentoring.web.forms import BigChoiceField, DatePartsField, KitForm, UkPhoneField
from mentoring.web.honeypot import HoneypotForm
from mentoring.web.postcodes import OutcodeField
from schemes.people.choices import INTERESTS, WANTS
from schemes.people.forms import LinesField, TicksField
from schemes.people.models import YoungPerson

YES_NO = [("yes", "Yes"), ("no", "No")]
SCHEME = "The person who runs the scheme."


class Question(KitForm):
    """One page. `title` is its heading, `sees` who will see the answer, `must` whether it can be skipped."""

    title = ""
    sees = SCHEME
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
    title = "How can we reach you?"
    sees = "The person who runs the scheme. We only use what you say is OK."
    must = True
    phone = UkPhoneField(label="Your phone", required=False, max_length=40)
    email = forms.EmailField(label="Or your e-mail", required=False)

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if not answers.get("email") and not answers.get("phone") and not (self.errors.keys() & {"email", "phone"}):
            self.add_error("phone", "Give us your phone or your e-mail. One is enough.")
        return answers


class SafeQuestion(Question):
    title = "What is safe for you?"
    sees = "The person who runs the scheme. We only do what you say is OK."
    may_text = forms.ChoiceField(label="Can we text you?", required=False, choices=YES_NO, widget=forms.RadioSelect)
    may_leave_message = forms.ChoiceField(
        label="Can we leave a message?", required=False, choices=YES_NO, widget=forms.RadioSelect
    )
    contact_seen_by = forms.CharField(
        label="Who else sees your phone or mail?",
        required=False,
        max_length=200,
        help_text="Like: nobody, my carer, my ex.",
    )
    contact_how = forms.ChoiceField(
        label="What is best?", required=False, choices=YoungPerson.ContactHow.choices, widget=forms.RadioSelect
    )
    contact_time = forms.CharField(
        label="When is a good time?", required=False, max_length=120, help_text="Like: after 4, not on Fridays."
    )
    contact_notes = forms.CharField(
        label="Anything else to keep you safe?",
        required=False,
        max_length=200,
        help_text="Like: don’t say what it is about.",
    )


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
    mentor_kind = BigChoiceField(
        label="Your mentor could be…",
        required=False,
        choices=[
            ("peer", "Somebody who was in care too"),
            ("traditional", "Somebody older from the community"),
            ("either", "Either is fine"),
        ],
    )

    def make_ready(self):
        offers = {"peer": self.scheme.offers_peer, "traditional": self.scheme.offers_traditional}
        missing = [kind for kind, offered in offers.items() if not offered]
        if missing:
            only = "somebody who was in care too" if "traditional" in missing else "somebody older from the community"
            more = f" There is also: {self.scheme.second_tier}" if self.scheme.second_tier else ""
            self.fields["mentor_kind"].help_text = f"Right now we only have {only}.{more} Still tell us what you want."


class WishQuestion(Question):
    title = "What should they be like?"
    mentor_gender_wish = BigChoiceField(
        label="Would you like…",
        required=False,
        choices=[("Female", "A woman"), ("Male", "A man"), ("", "It doesn’t matter")],
    )
    background_wish = BigChoiceField(
        label="And…", required=False, choices=[*YoungPerson.BackgroundWish.choices[1:], ("", "It doesn’t matter")]
    )
    mentor_wish = forms.CharField(
        label="Anything else you would like?",
        required=False,
        max_length=1000,
        help_text="Like: loves dogs, speaks Polish, is calm.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LikesQuestion(Question):
    title = "What do you like?"
    sees = "The person who runs the scheme. It helps to find a good match."
    interests = TicksField(label="Things you like", options=INTERESTS)


class WhereQuestion(Question):
    title = "Where and how old are you?"
    area = forms.CharField(label="Your town, or part of town", required=False, max_length=80)
    outcode = OutcodeField(
        label="The first half of your postcode",
        help_text="Like EH6. We keep just that bit, so nobody can find your door.",
    )
    not_from = LinesField(
        label="Is there a place your mentor should not be from?",
        required=False,
        max_length=200,
        help_text="You don’t have to say why. Put a comma between places.",
    )
    born_on = DatePartsField(label="Your date of birth", required=False)


#: The questions in order; the key stands in the address.
QUESTIONS = {
    "name": NameQuestion,
    "reach": ReachQuestion,
    "safe": SafeQuestion,
    "why": WordsQuestion,
    "who": KindQuestion,
    "wish": WishQuestion,
    "likes": LikesQuestion,
    "where": WhereQuestion,
}
