"""What staff write about people of a scheme."""

from django import forms
from django.contrib.auth.password_validation import validate_password

from mentoring.accounts.models import User
from mentoring.web.forms import DatePartsField, KitForm, KitModelForm, SayDateField, UkPhoneField
from mentoring.web.postcodes import OutcodeField
from schemes.people.choices import FREE_TIMES, INTERESTS, STRENGTHS, WANTS
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.states import WHY_NEEDED

#: L9, said beside the field.
ONLY_HALF = "Like EH6. Of a whole postcode only the first half is kept, so that nobody can find a door with it."


class LinesField(forms.CharField):
    """A few words, one thing after a comma or on its own line; kept as a list."""

    widget = forms.TextInput

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        words = super().to_python(value) or ""
        return [word.strip() for word in words.replace("\n", ",").split(",") if word.strip()]

    def validate(self, value):
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value):
        """Length is a matter of the words joined again."""
        super().run_validators(", ".join(value))


class TicksField(forms.MultipleChoiceField):
    """Any of a few, and whatever the record already holds that is no longer offered."""

    widget = forms.CheckboxSelectMultiple(attrs={"kind": "choices choices-columns"})

    def __init__(self, *, options, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(choices=[(option, option) for option in options], **kwargs)

    def keep(self, held: list[str]) -> None:
        """Offer what is already held as well: saving a page loses nothing that was not on it."""
        offered = [value for value, _ in self.choices]
        self.choices = [*self.choices, *((word, word) for word in held if word not in offered)]


def keep_held(form) -> None:
    """Let every list of ticks offer what its record holds already."""
    for name, field in form.fields.items():
        if isinstance(field, TicksField):
            held = form.initial.get(name) or []
            field.keep([str(word) for word in held] if isinstance(held, list) else [])


class VolunteerEditForm(KitModelForm):
    """What is known of a volunteer."""

    PARTS = (
        ("Reaching them", ("name", "email", "phone", "area", "outcode")),
        ("About them", ("born_on", "gender", "care_experienced", "languages", "about_me", "motivation")),
        ("As a mentor", ("is_peer", "supervisor", "capacity", "interests", "strengths", "free_times")),
        ("For us", ("heard_from", "history_gaps", "role_statement_signed_on")),
    )
    phone = UkPhoneField(label="Phone", required=False, max_length=40)
    born_on = DatePartsField(label="Date of birth", required=False)
    outcode = OutcodeField(help_text=ONLY_HALF)
    interests = TicksField(label="Interests", options=INTERESTS)
    strengths = TicksField(label="Can help with", options=STRENGTHS)
    free_times = TicksField(label="Free", options=FREE_TIMES)
    languages = LinesField(label="Languages", required=False, max_length=200, help_text="With commas between them.")
    role_statement_signed_on = SayDateField(label="Role statement signed", required=False, past=True)

    class Meta:
        model = Volunteer
        fields = (
            "name", "email", "phone", "born_on", "area", "outcode", "gender", "care_experienced", "is_peer",
            "supervisor", "capacity", "interests", "strengths", "free_times", "languages", "about_me", "motivation",
            "history_gaps", "heard_from", "role_statement_signed_on",
        )  # fmt: skip
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in ("about_me", "motivation", "history_gaps")}

    def __init__(self, *args, supervisors=(), campaigns=None, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["supervisor"]
        field.queryset = field.queryset.filter(pk__in=[user.pk for user in supervisors])
        field.empty_label = "Nobody yet"
        self.fields["heard_from"].queryset = campaigns
        self.fields["heard_from"].empty_label = "Not known"
        self.fields["capacity"].max_value = 9
        keep_held(self)


class VolunteerAddForm(KitModelForm):
    """Somebody rang or wrote: a name and a way to reach them is enough."""

    phone = UkPhoneField(label="Phone", required=False, max_length=40)
    outcode = OutcodeField(help_text=ONLY_HALF)

    class Meta:
        model = Volunteer
        fields = ("name", "email", "phone", "area", "outcode", "heard_from")

    def __init__(self, *args, campaigns=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["heard_from"].queryset = campaigns

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)


def reachable(form, answers: dict) -> dict:
    """One way to reach somebody is needed, and only one."""
    if not answers.get("email") and not answers.get("phone") and not (form.errors.keys() & {"email", "phone"}):
        form.add_error("email", "Give an e-mail address or a phone number: one of the two is enough.")
    return answers


class YoungPersonEditForm(KitModelForm):
    """What is known of a young person, in words they could read over your shoulder."""

    PARTS = (
        (
            "Reaching them",
            ("name", "email", "phone", "may_text", "may_leave_message", "contact_notes", "area", "outcode"),
        ),
        ("About them", ("born_on", "gender", "care_status", "languages", "interests", "about_me")),
        (
            "What they want",
            ("mentor_kind", "mentor_gender_wish", "mentor_wish", "wants_help_with", "free_times", "why_now"),
        ),
    )
    name = forms.CharField(label="What they like to be called", max_length=120)
    phone = UkPhoneField(label="Phone", required=False, max_length=40)
    born_on = DatePartsField(label="Date of birth", required=False)
    may_text = forms.NullBooleanField(label="We can text this number", required=False)
    may_leave_message = forms.NullBooleanField(label="We can leave a message", required=False)
    contact_notes = forms.CharField(label="Anything to know about contacting them", required=False, max_length=200)
    outcode = OutcodeField(help_text=ONLY_HALF)
    mentor_kind = forms.ChoiceField(
        label="Who they would like",
        required=False,
        choices=[("", "Not said yet"), *YoungPerson.MentorKind.choices],
    )
    interests = TicksField(label="Things they like", options=INTERESTS)
    wants_help_with = TicksField(label="Would like help with", options=WANTS)
    free_times = TicksField(label="Free", options=FREE_TIMES)
    languages = LinesField(
        label="Languages they like to speak", required=False, max_length=200, help_text="With commas between them."
    )
    about_me = forms.CharField(label="About them, in their words", required=False, widget=forms.Textarea)
    still_wants_mentor_on = SayDateField(label="Last said they want a mentor", required=False, past=True)

    class Meta:
        model = YoungPerson
        fields = (
            "name", "email", "phone", "may_text", "may_leave_message", "contact_notes", "born_on", "area",
            "outcode", "gender", "care_status", "mentor_kind", "mentor_gender_wish", "mentor_wish", "interests",
            "wants_help_with", "free_times", "languages", "why_now", "about_me", "still_wants_mentor_on",
        )  # fmt: skip
        widgets = {"mentor_wish": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_held(self)


class YoungPersonAddForm(KitForm):
    """Somebody rang, or brought a young person along; how they came is kept with them."""

    name = forms.CharField(label="What they like to be called", max_length=120)
    email = forms.EmailField(label="E-mail", required=False)
    phone = UkPhoneField(label="Phone", required=False, max_length=40)
    area = forms.CharField(label="Area", required=False, max_length=80)
    outcode = OutcodeField(help_text=ONLY_HALF)
    is_self_referral = forms.BooleanField(label="They came by themselves", required=False)
    referrer_name = forms.CharField(label="Who told us about them", required=False, max_length=120)
    referrer_role = forms.CharField(label="In what role", required=False, max_length=120)
    referrer_email = forms.EmailField(label="E-mail of the person who told us", required=False)
    young_person_agreed = forms.BooleanField(label="The young person knows about this and agreed", required=True)

    PERSON = ("name", "email", "phone", "area", "outcode")

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)

    def person(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.PERSON}

    def referral(self, received_on) -> dict:
        """The fields of the Referral that goes with them."""
        rest = {name: value for name, value in self.cleaned_data.items() if name not in self.PERSON}
        return {**rest, "received_on": received_on}


class MoveForm(KitForm):
    """One lawful step, with a word of why where it is final."""

    to = forms.ChoiceField(widget=forms.HiddenInput)
    why = forms.CharField(label="Why?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, lawful=(), to="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(state, state) for state in lawful]
        self.fields["to"].error_messages["invalid_choice"] = "This step is not open from where they are now."
        if to in WHY_NEEDED:
            self.fields["why"].required = True
            self.fields["why"].error_messages["required"] = "Say why in a few words; it stays with the record."


class InvitationSendForm(KitForm):
    """Invite somebody to a role of the scheme."""

    name = forms.CharField(label="Their name", max_length=120)
    email = forms.EmailField(label="Their e-mail")
    role = forms.ChoiceField(label="What they will do here")

    def __init__(self, *args, roles=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]


class InvitationTakeUpForm(KitForm):
    """A password of one's own."""

    password = forms.CharField(
        label="Choose a password",
        help_text="At least 10 characters. Three words nobody would guess together are good.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=200,
    )

    def __init__(self, *args, needs_password=True, email="", name="", **kwargs):
        super().__init__(*args, **kwargs)
        self.who = User(email=email, name=name)
        if not needs_password:
            del self.fields["password"]

    def clean_password(self):
        validate_password(self.cleaned_data["password"], self.who)
        return self.cleaned_data["password"]
