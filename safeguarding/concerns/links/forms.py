"""With which other concern, and why."""

from django import forms

from mentoring.web.forms import KitForm
from safeguarding.concerns.forms import box, said

SAME = ", about the same person"


class ConcernLinkForm(KitForm):
    other = forms.ChoiceField(label="With which one?", help_text="Those you may read. Nothing of them is shown here.")
    why = forms.CharField(label="Why do they belong together?", max_length=4000, widget=box(3))

    def __init__(self, *args, others, same, **kwargs):
        super().__init__(*args, **kwargs)
        self.others = {str(one.pk): one for one in others}
        labels = [(key, said(one) + (SAME if one.pk in same else "")) for key, one in self.others.items()]
        self.fields["other"].choices = [("", "Choose…"), *labels]

    def as_written(self) -> dict:
        return {"other": self.others[self.cleaned_data["other"]], "why": self.cleaned_data["why"]}
