"""What is asked about a pause, and about whoever stands in. Forms clean; actions write."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.cover.models import Cover, Pause
from matching.relationships.amendments.forms import SessionCorrectForm
from matching.relationships.forms import SessionLogForm
from mentoring.accounts.models import User
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField
from schemes.people.models import Volunteer

WORDS = {"rows": 3}
OPEN_END = "You don’t know yet? Leave it empty, and say below when you look at it again."


class PauseChangeForm(KitForm):
    until_on = SayDateField(label=_("Last day of the pause"), required=False, future=True, help_text=OPEN_END)
    look_again_on = SayDateField(label=_("Or: look at it again on"), required=False, future=True)
    contact_by = forms.ModelChoiceField(
        User.objects.none(), label=_("Who keeps in touch with the young person meanwhile?"), empty_label=None
    )
    contact_every_days = forms.IntegerField(
        label=_("Every how many days?"), min_value=1, max_value=60, initial=14,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"}),
    )  # fmt: skip

    def __init__(self, *args, match, staff, **kwargs):
        super().__init__(*args, **kwargs)
        name = match.young_person.first_name
        self.fields["contact_by"].queryset = staff
        self.fields["contact_by"].label = gettext("Who keeps in touch with %(name)s meanwhile?") % {"name": name}
        self.fields["contact_by"].help_text = gettext("%(name)s reads the first name, and how often.") % {"name": name}

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes before the first. Check both."))
        unsaid = {"until_on", "look_again_on"} - set(self.errors)
        if len(unsaid) == 2 and not last and not cleaned.get("look_again_on"):
            self.add_error("look_again_on", _("Say on which day you look at it again."))
        return cleaned


class PausePlanForm(PauseChangeForm):
    field_order = ["whose", "from_on", "until_on", "look_again_on", "why", "contact_by", "contact_every_days"]

    whose = BigChoiceField(label=_("Why do they not meet?"), choices=Pause.Whose.choices)
    from_on = SayDateField(label=_("First day of the pause"), help_text=_("For example 3 November 2026, or “today”."))
    why = forms.CharField(
        label=_("What is behind it?"), max_length=4000, widget=forms.Textarea(WORDS),
        help_text=_("Only co-ordinators read this. The other of the two never does."),
    )  # fmt: skip

    def __init__(self, *args, match, **kwargs):
        super().__init__(*args, match=match, **kwargs)
        mentor, mentee = match.volunteer.first_name, match.young_person.first_name
        self.fields["whose"].choices = [
            ("mentor", (gettext("%(mentor)s is away") % {"mentor": mentor})),
            ("mentee", (gettext("%(mentee)s wants a break") % {"mentee": mentee})),
        ]


class ReasonForm(KitForm):
    because = forms.CharField(label=_("Why?"), max_length=4000, widget=forms.Textarea(WORDS))

    def __init__(self, *args, label="Why?", help_text="Only staff read this.", required=True, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["because"]
        field.label, field.help_text, field.required = label, help_text, required


class CoverAskForm(KitForm):
    volunteer = forms.ModelChoiceField(
        Volunteer.objects.none(), label=_("Who could stand in?"), empty_label=None, widget=forms.RadioSelect,
        error_messages={"required": _("Choose somebody.")},
    )  # fmt: skip

    def __init__(self, *args, free, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["volunteer"].queryset = free


class CoverAnswerForm(KitForm):
    """What one of the two said to staff: on the phone, or because they have no account."""

    answer = BigChoiceField(label=_("What did they say?"), choices=[("yes", _("Yes")), ("no", _("No"))])
    goals_shown = forms.BooleanField(required=False)

    def __init__(self, *args, cover, **kwargs):
        super().__init__(*args, **kwargs)
        if cover.waits_for != "mentee":
            del self.fields["goals_shown"]
        else:
            self.fields["goals_shown"].label = gettext("%(volunteer)s may read their goals") % {
                "volunteer": cover.volunteer.first_name
            }


class CoverChooseForm(KitForm):
    answer = forms.ChoiceField(choices=Cover.Answer.choices[1:])
    goals_shown = forms.BooleanField(required=False)


class CoverSayForm(KitForm):
    answer = BigChoiceField(label=_("Can you?"), choices=[])

    def __init__(self, *args, name, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [
            ("yes", (gettext("Yes, I can meet %(name)s") % {"name": name})),
            ("no", _("No, not this time")),
        ]


class ReadByOthers:
    """Of whoever stands in: who reads what they write is somebody else."""

    def __init__(self, *args, mentor, staff, **kwargs):
        super().__init__(*args, **kwargs)
        name = kwargs["name"]
        self.fields["shared_note"].help_text = gettext(
            "%(name)s can read this, and so can %(mentor)s when they are back."
        ) % {"name": name, "mentor": mentor}
        self.fields["mentor_note"].label = gettext("Anything for %(staff)s?") % {"staff": staff}
        self.fields["mentor_note"].help_text = _("Staff read this. The two do not.")


class CoverSessionLogForm(ReadByOthers, SessionLogForm):
    """The same minute on a telephone."""


class CoverSessionCorrectForm(ReadByOthers, SessionCorrectForm):
    """What was written down, once more."""
