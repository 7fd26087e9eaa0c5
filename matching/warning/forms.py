from django import forms

from mentoring.web.forms import KitForm


class SignNoteForm(KitForm):
    words = forms.CharField(
        label="What did you find out, and what happens next?",
        help_text="Two lines are enough. Co-ordinators, the safeguarding lead and the mentor’s supervisor read it.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
