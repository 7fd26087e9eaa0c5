"""What is asked of two people who meet. Forms clean; actions write."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.relationships.models import MentoringSession
from matching.relationships.outcomes import left_unsaid
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField

TIMES = ["%H:%M", "%H:%M:%S", "%H.%M", "%I:%M %p", "%I.%M %p", "%I %p", "%I%p", "%I.%M%p", "%I:%M%p"]
WORDS = {"rows": 3}


def clock_field(**kwargs) -> forms.TimeField:
    """A time of day; telephones show their own clock for it."""
    widget = forms.TimeInput(attrs={"type": "time", "class": "short"}, format="%H:%M")
    return forms.TimeField(label=_("What time?"), input_formats=TIMES, widget=widget, **kwargs)


def moment(day, clock) -> datetime:
    """The instant of a local day and time."""
    return timezone.make_aware(datetime.combine(day, clock))


class SessionPlanForm(KitForm):
    day = SayDateField(label=_("Which day?"), future=True)
    time = clock_field()
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["planned_at"] = moment(cleaned.pop("day"), cleaned.pop("time"))
            if cleaned["planned_at"] < timezone.now():
                raise ValidationError(_("This time has passed. Choose a later one."))
        return cleaned


def chips(**kwargs) -> forms.ChoiceField:
    """One of a few short answers, side by side."""
    return forms.ChoiceField(required=False, widget=forms.RadioSelect(attrs={"kind": "choices-row"}), **kwargs)


class SessionLogForm(KitForm):
    """Under a minute on a telephone: everything but the first question is filled in or may stay empty. The page shows
    the rest once that is answered; what does not belong to the answer is left out when it is sent (`fitting`)."""

    outcome = BigChoiceField(label=_("Did it happen?"), choices=MentoringSession.Outcome.choices[1:])
    reason = chips(label=_("What came up?"), choices=MentoringSession.Reason.choices)
    called_off_by = chips(label=_("Who called it off?"), choices=MentoringSession.CalledOffBy.choices)
    day = SayDateField(label=_("Which day?"), past=True)
    time = clock_field()
    minutes = forms.IntegerField(
        label=_("Minutes?"),
        required=False,
        min_value=1,
        max_value=720,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    channel = forms.ChoiceField(label=_("How?"), choices=MentoringSession.Channel.choices)
    kind = forms.ChoiceField(
        label=_("What kind?"),
        required=False,
        choices=MentoringSession.Kind.choices,
        initial=MentoringSession.Kind.ONE_TO_ONE,
    )
    home_safe = forms.TypedChoiceField(
        required=False,
        choices=[("yes", _("Yes")), ("no", _("I don’t know"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        widget=forms.RadioSelect(attrs={"kind": "choices-row"}),
    )
    mentor_feeling = chips(label=_("How did it go?"), choices=MentoringSession.Feeling.choices[1:])
    topics = forms.MultipleChoiceField(
        label=_("What about?"),
        required=False,
        choices=MentoringSession.Topic.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"kind": "choices-row"}),
    )
    shared_note = forms.CharField(
        label=_("What did you do?"), required=False, max_length=4000, widget=forms.Textarea(WORDS)
    )
    mentor_note = forms.CharField(
        label=_("Anything for your supervisor?"),
        help_text=_("Your supervisor and the co-ordinators read this, and the safeguarding lead."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(WORDS),
    )
    session = forms.UUIDField(label=_("Session"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args, name="The young person", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [
            ("held", _("Yes, we met")),
            ("partly", _("Yes, but it was cut short")),
            ("missed-mentee", gettext("No, %(name)s couldn’t come") % {"name": name}),
            ("missed-mentor", _("No, I couldn’t come")),
            ("called-off", _("No, it was called off")),
        ]
        self.fields["called_off_by"].choices = [("mentee", name), ("mentor", _("Me")), ("scheme", _("The scheme"))]
        self.fields["home_safe"].label = gettext("Did %(name)s get home safely?") % {"name": name}
        self.fields["shared_note"].help_text = gettext("%(name)s can read this too.") % {"name": name}
        for asked in ("reason", "called_off_by", "minutes"):
            self.fields[asked].hide_optional = True

    def clean(self):
        cleaned = super().clean()
        needed = {name: cleaned.get(name) for name in ("minutes", "reason", "called_off_by")}
        missing = left_unsaid(cleaned["outcome"], **needed) if cleaned.get("outcome") else {}
        for name, words in missing.items():
            if name not in self.errors:
                self.add_error(name, words)
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["planned_at"] = moment(cleaned.pop("day"), cleaned.pop("time"))
            if cleaned["planned_at"] > timezone.now():
                self.add_error("time", _("This time has not come yet. Check the day and the time."))
        return cleaned
