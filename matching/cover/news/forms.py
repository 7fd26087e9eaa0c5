"""What a mentor tells of themselves, and what a co-ordinator answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.cover.news.models import MentorNews
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField

WORDS = {"rows": 3}


class AwayForm(KitForm):
    from_on = SayDateField(label=_("First day you are away"), future=True)
    until_on = SayDateField(
        label=_("Last day you are away"), required=False, future=True,
        help_text=_("For example 3 November 2026. Leave it empty if you don’t know yet."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Anything you want to say about it"), help_text=_("You don’t have to say why."), required=False,
        max_length=4000, widget=forms.Textarea(WORDS),
    )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day comes before the first. Check both."))
        return cleaned


class LifeChangeForm(KitForm):
    kind = BigChoiceField(label=_("What is it about?"), choices=MentorNews.Kind.choices[1:])
    from_on = SayDateField(
        label=_("From when?"), help_text=_("A day, as near as you know it. For example 3 November 2026.")
    )
    means = BigChoiceField(
        label=_("What do you think it means for the two of you?"), choices=MentorNews.Means.choices, required=False,
        help_text=_("You can leave this open. Nothing happens before somebody has talked with you."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Anything you want to say about it"), help_text=_("You don’t have to say more."), required=False,
        max_length=4000, widget=forms.Textarea(WORDS),
    )  # fmt: skip


class NewsAnswerForm(KitForm):
    answer = forms.CharField(
        label=_("What happens now?"),
        help_text=_("In plain words, with a day: “I ring you on Thursday, and we plan it together.”"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
