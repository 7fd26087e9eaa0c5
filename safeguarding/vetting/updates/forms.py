"""What is asked after a look at the Update Service."""

from django import forms

from mentoring.web.forms import KitForm
from safeguarding.vetting.updates.models import StatusCheck


class StatusCheckForm(KitForm):
    consented = forms.BooleanField(label="They agreed that we look", required=False)
    certificate_seen = forms.BooleanField(label="We have seen the certificate itself", required=False)
    same_workforce = forms.BooleanField(
        label="It is for the same workforce (children, adults or both) and level", required=False
    )
    answer = forms.ChoiceField(
        label="What did the service say?", choices=StatusCheck.Answer.choices, widget=forms.RadioSelect
    )
