"""Forms of staff contact: under a minute, so that it is written down."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.support.models import CheckIn, Debrief
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField

SEGMENTS = {"kind": "segments"}
#: What somebody promised and gave no day for is theirs to do within a week.
PROMISE_DAYS = 7


class CheckInAddForm(KitForm):
    side = forms.ChoiceField(label=_("Who did you speak with?"), widget=forms.RadioSelect(attrs=SEGMENTS))
    how = forms.ChoiceField(label=_("How?"), choices=CheckIn.How.choices, widget=forms.RadioSelect(attrs=SEGMENTS))
    spoken_on = SayDateField(label=_("Which day?"), past=True)
    words = forms.CharField(
        label=_("What did they say?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write a line, so that whoever speaks with them next knows.")},
    )  # fmt: skip
    to_do = forms.CharField(
        label=_("Anything you promised to do?"), required=False, max_length=1000,
        help_text=_("It stands on your first page until it is done."), widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    to_do_on = SayDateField(
        label=_("By when?"), required=False, future=True, help_text=_("Within a week, if you leave it.")
    )

    def __init__(self, *args, match, sides, stood_in=(), **kwargs):
        kwargs["initial"] = {"spoken_on": timezone.localdate(), "how": "phone"} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        names = {"mentor": match.volunteer.first_name, "mentee": match.young_person.first_name}
        self.stood_in = {str(cover.pk): cover for cover in stood_in}
        covers = [(key, f"{cover.volunteer.first_name} (stands in)") for key, cover in self.stood_in.items()]
        self.fields["side"].choices = [*((side, names[side]) for side in sides), *covers]
        self.started_on = match.introduced_on

    def clean_spoken_on(self):
        day = self.cleaned_data["spoken_on"]
        if self.started_on and day < self.started_on:
            raise forms.ValidationError(_("They had not been introduced by then. Check the date."))
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("to_do") and not cleaned.get("to_do_on") and "to_do_on" not in self.errors:
            cleaned["to_do_on"] = timezone.localdate() + timedelta(days=PROMISE_DAYS)
        if not cleaned.get("to_do"):
            cleaned["to_do_on"] = None
        cleaned["cover"] = self.stood_in.get(cleaned.get("side"))
        if cleaned["cover"]:
            cleaned["side"] = CheckIn.Side.COVER
        return cleaned


class DebriefSayForm(KitForm):
    """Two lines; only the first question has to be answered."""

    feeling = BigChoiceField(label=_("How was it for you?"), choices=Debrief.Feeling.choices)
    words = forms.CharField(
        label=_("In a line, if you like"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    talk_over = forms.CharField(
        label=_("Anything you want to talk over?"), required=False, max_length=1000,
        help_text=_("Your supervisor gets in touch with you."), widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
