"""The form of the letter that marks an ending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.endings.models import Ending
from mentoring.web.forms import KitForm, SayDateField


class LetterForm(KitForm):
    letter_to = forms.ChoiceField(label=_("Who is it for?"), widget=forms.RadioSelect)
    letter = forms.CharField(
        label=_("Words of the letter"),
        help_text=_(
            "“Dear …,” stands above it already, your name and the scheme’s below. Make it your own: say one "
            "thing that only these two would know."
        ),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    letter_by = forms.ChoiceField(
        label=_("How does it get there?"),
        choices=[
            ("", _("I only keep the words for now")),
            ("portal", _("Put it on their own page, now")),
            ("post", _("I have posted it")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    letter_sent_on = SayDateField(label=_("Letter sent on"), required=False, past=True)

    def __init__(self, *args, match, **kwargs):
        super().__init__(*args, **kwargs)
        names = {"mentee": match.young_person.first_name, "mentor": match.volunteer.first_name}
        self.fields["letter_to"].choices = [(side, names[side]) for side in Ending.To.values]

    def clean(self):
        cleaned = super().clean()
        unsaid = not cleaned.get("letter_sent_on") and "letter_sent_on" not in self.errors
        if cleaned.get("letter_by") == Ending.By.POST and unsaid:
            self.add_error("letter_sent_on", _("Say when the letter was sent."))
        return cleaned
