"""What staff write about an information session, and what whoever books is asked (S9)."""

from datetime import datetime

from django import forms
from django.utils import timezone

from mentoring.web.forms import KitForm, SayDateField, UkPhoneField
from mentoring.web.honeypot import HoneypotForm
from schemes.people.forms import reachable
from schemes.recruitment.models import InfoBooking

TIMES = ("%H:%M", "%H.%M", "%I.%M %p", "%I:%M %p", "%I %p", "%I%p", "%I.%M%p", "%I:%M%p")


class InfoSessionForm(KitForm):
    """When, where, for how many."""

    day = SayDateField(label="Day", future=True)
    time = forms.TimeField(
        label="Time",
        input_formats=TIMES,
        widget=forms.TimeInput(attrs={"type": "time", "class": "short"}, format="%H:%M"),
        error_messages={"invalid": "Write the time like 18:30 or 6.30 pm."},
    )
    minutes = forms.IntegerField(label="How many minutes?", min_value=10, max_value=600, initial=60)
    place = forms.CharField(label="Where?", max_length=200, help_text="An address, or the link to a video call.")
    places = forms.IntegerField(label="How many places?", min_value=1, max_value=500, initial=20)
    words = forms.CharField(
        label="Anything people should know?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: step-free, children are welcome, a mentor will be there to ask.",
    )

    def session(self) -> dict:
        """What the action takes."""
        rest = {name: self.cleaned_data[name] for name in ("minutes", "place", "places", "words")}
        return {**rest, "starts_at": timezone.make_aware(datetime.combine(*self._when()))}

    def _when(self) -> tuple:
        return self.cleaned_data["day"], self.cleaned_data["time"]


def info_initial(session) -> dict:
    """A session as it stands, in the shape of the form."""
    at = timezone.localtime(session.starts_at)
    kept = {name: getattr(session, name) for name in ("minutes", "place", "places", "words")}
    return {**kept, "day": at.date(), "time": at.time()}


class InfoBookForm(KitForm, HoneypotForm):
    """Under a minute: a name and one way to reach them."""

    name = forms.CharField(label="Your name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label="Your e-mail",
        required=False,
        help_text="We send you a private link with which you can give the place back.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = UkPhoneField(label="Your phone", required=False, max_length=40, help_text="E-mail or phone: one is enough.")

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)

    def person(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("name", "email", "phone")}


class InfoWalkInForm(KitForm):
    """Somebody at the door: as little as the public page asks."""

    name = forms.CharField(label="Name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(label="E-mail", required=False, widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    phone = UkPhoneField(label="Phone", required=False, max_length=40, help_text="E-mail or phone: one is enough.")
    heard_from = forms.ModelChoiceField(
        None, label="How did they hear of us?", required=False, empty_label="Nobody asked"
    )

    def __init__(self, *args, campaigns, **kwargs):
        super().__init__(*args, prefix="door", **kwargs)
        self.fields["heard_from"].queryset = campaigns

    def clean(self):
        return reachable(self, super().clean() or self.cleaned_data)


class InfoRegisterForm(KitForm):
    """Who came: a row of large buttons for each."""

    CHOICES = [
        (InfoBooking.State.ATTENDED, "Came"),
        (InfoBooking.State.MISSED, "Did not come"),
    ]

    def __init__(self, *args, bookings=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = {f"place_{booking.pk.hex}": booking.pk for booking in bookings}
        for booking in bookings:
            self.fields[f"place_{booking.pk.hex}"] = forms.ChoiceField(
                label=booking.name,
                required=False,
                choices=self.CHOICES,
                initial=booking.outcome,
                widget=forms.RadioSelect(attrs={"kind": "choices-row"}),
            )
            self.fields[f"place_{booking.pk.hex}"].hide_optional = True

    def outcomes(self) -> dict:
        """Key of each place that was marked → "attended" or "missed"."""
        given = self.cleaned_data
        return {key: given[name] for name, key in self.keys.items() if given.get(name)}
