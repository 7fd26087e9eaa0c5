"""What is asked of somebody who asks, and of whoever answers."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.relationships.asks.models import Ask
from mentoring.web.forms import BigChoiceField, KitForm


class AskForm(KitForm):
    kind = BigChoiceField(label=_("What would you like?"), choices=Ask.Kind.choices)
    words = forms.CharField(
        label=_("Want to say more?"),
        help_text=_("You don’t have to say why."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mentor_may_know = forms.BooleanField(required=False)

    def __init__(self, *args, mentor="Your mentor", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentor_may_know"].label = gettext("%(mentor)s may know that I asked") % {"mentor": mentor}
        self.fields["mentor_may_know"].help_text = _("Not what you wrote. Just that you asked.")


class AskAnswerForm(KitForm):
    answer = forms.CharField(
        label=_("What will happen now?"),
        help_text=_("In plain words, with a day: “I ring you on Thursday, and we look at it together.”"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
