"""Where you will be, and when you are back."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import KitForm, UkPhoneField
from safeguarding.visits.models import Visit


class VisitForm(KitForm):
    scheme = forms.ChoiceField(label=_("For which scheme?"))
    kind = forms.ChoiceField(label=_("What is it?"), choices=Visit.Kind.choices, widget=forms.RadioSelect)
    where = forms.CharField(
        label=_("Where will you be?"),
        help_text=_("So that somebody finds you. Where their address is a secret, write “at home”."),
        max_length=400,
    )
    with_whom = forms.CharField(label=_("Whom do you meet?"), help_text=_("A first name is enough."), max_length=120)
    phone = UkPhoneField(label=_("On which number can we ring you?"))
    back_time = forms.TimeField(
        label=_("When will you be back?"),
        help_text=_("For example 17:30. They are told a quarter of an hour after that."),
        widget=forms.TextInput(attrs={"class": "short"}),
    )

    def __init__(self, *args, schemes, **kwargs):
        super().__init__(*args, **kwargs)
        self.schemes = {str(scheme.pk): scheme for scheme in schemes}
        if len(self.schemes) == 1:
            del self.fields["scheme"]
        else:
            self.fields["scheme"].choices = [
                ("", _("Choose…")),
                *((key, one.name) for key, one in self.schemes.items()),
            ]

    def as_written(self) -> dict:
        """The time is the next such time: after ten at night "00:30" is tomorrow."""
        found, now = dict(self.cleaned_data), timezone.localtime()
        hour, chosen = found.pop("back_time"), found.pop("scheme", None)
        back = timezone.make_aware(datetime.combine(now.date(), hour))
        if back <= now and now.hour >= LATE:
            back = timezone.make_aware(datetime.combine(now.date() + timedelta(days=1), hour))
        scheme = self.schemes[chosen] if chosen else next(iter(self.schemes.values()))
        return {**found, "scheme": scheme, "back_by": back}


LATE = 18


class VisitSettleForm(KitForm):
    words = forms.CharField(
        label=_("How are they, and how do you know?"), max_length=4000, widget=forms.Textarea({"rows": 3})
    )
