"""What people write to a list."""

from django import forms

from mentoring.web.forms import KitForm
from schemes.people.mailings.rules import FIRST_NAME, unknown_blanks


class MailingWriteForm(KitForm):
    """A subject and plain words."""

    subject = forms.CharField(
        label="Subject",
        max_length=120,
        help_text="Anybody near a phone may read it: say nothing of care, and nobody’s name.",
    )
    words = forms.CharField(
        label="What do you want to say?",
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": "12"}),
        help_text=f"Plain words. {FIRST_NAME} becomes each person’s own first name.",
    )

    def clean_subject(self):
        return self._filled_in("subject")

    def clean_words(self):
        return self._filled_in("words")

    def _filled_in(self, name: str) -> str:
        words = self.cleaned_data[name]
        if unknown := unknown_blanks(words):
            raise forms.ValidationError(f"{unknown[0]} is nothing we can fill in. Only {FIRST_NAME} is.")
        return words


class MailingSendForm(forms.Form):
    """How many people the sender was shown."""

    number = forms.IntegerField(min_value=0, max_value=1_000_000)
