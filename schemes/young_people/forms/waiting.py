"""What is written down while somebody waits."""

from django import forms

from mentoring.web.forms import BigChoiceField, KitForm, SayDateField
from schemes.young_people.models import Contact


class ContactForm(KitForm):
    made_on = SayDateField(label="When?", past=True)
    how = BigChoiceField(label="How?", choices=Contact.How.choices)
    reached = BigChoiceField(
        label="Did you reach them?", choices=[("yes", "Yes, we spoke or they wrote back"), ("no", "No answer yet")]
    )
    still_wants = BigChoiceField(
        label="Do they still want a mentor?",
        required=False,
        choices=Contact.StillWants.choices,
        help_text="“No” takes them off the waiting list. They don’t have to say why, and can come back any time.",
    )
    line = forms.CharField(
        label="A line about it",
        required=False,
        max_length=1000,
        help_text="They can read this. Leave it out if there is nothing to say.",
        widget=forms.Textarea({"rows": 3}),
    )
    kind = forms.ChoiceField(label="What was it about?", choices=Contact.Kind.choices)

    def clean_reached(self) -> bool:
        return self.cleaned_data["reached"] == "yes"

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if answers.get("still_wants") and answers.get("reached") is False:
            self.add_error("still_wants", "You did not reach them, so they have not said. Leave this open.")
        return answers


class SignpostForm(KitForm):
    where_to = forms.CharField(label="Where did you point them to?", max_length=200)
    why = forms.CharField(label="Why there?", required=False, max_length=1000, widget=forms.Textarea({"rows": 2}))
    told_on = SayDateField(label="When?", past=True)
    follow_up_on = SayDateField(
        label="When will you ask how it went?",
        required=False,
        future=True,
        help_text="In three weeks’ time, say.",
    )
    leaves = BigChoiceField(
        label="Do they still go on here?",
        choices=[("no", "Yes: this is as well"), ("yes", "No: this takes the place of a mentor")],
    )

    def clean_leaves(self) -> bool:
        return self.cleaned_data["leaves"] == "yes"


class SignpostFollowUpForm(KitForm):
    followed_up_on = SayDateField(label="When did you ask?", past=True)
    how_it_went = forms.CharField(
        label="How did it go?", required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
    )
