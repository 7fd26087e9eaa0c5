from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.web.forms import BigChoiceField, KitForm


class MessageForm(KitForm):
    words = forms.CharField(
        label=_("Your message"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), strip=True
    )


class MessageDecideForm(KitForm):
    passed_on = BigChoiceField(
        label=_("Does it go on?"), choices=[("yes", _("Pass it on")), ("no", _("Do not pass it on"))]
    )
    told = forms.CharField(
        label=_("What do you tell whoever wrote it?"),
        help_text=_("Kind and short. They read this. You may leave it empty if you pass it on."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_passed_on(self):
        return self.cleaned_data["passed_on"] == "yes"


class MessagesOpenForm(KitForm):
    why = forms.CharField(
        label=_("Why do you have to read them?"),
        help_text=_("Kept with your name. Both can see that you looked, not why."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
