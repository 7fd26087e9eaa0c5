"""Which ways are not safe; and, for a lead, the address that is a secret."""

from django import forms

from mentoring.web.forms import KitForm
from safeguarding.contact.models import SafeContact


class SafeContactForm(KitForm):
    unsafe_ways = forms.MultipleChoiceField(
        label="What is not safe?",
        help_text="Where e-mail is not safe, nothing is sent there from that moment: no notice, letter or reminder.",
        choices=SafeContact.Way.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    instead = forms.CharField(
        label="How do we reach them instead?", required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    address_is_secret = forms.BooleanField(
        label="Nobody may learn where they live",
        help_text="Part of town and half a postcode leave their record: they stand with the address, for leads. Once "
        "this is over, somebody asks them and writes them down again.",
        required=False,
    )
    address = forms.CharField(
        label="Where do they live?",
        help_text="Only safeguarding leads can open it, and each opening is written down. It is in no list and no "
        "copy. Left empty, it stays as it is.",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )
    why = forms.CharField(
        label="Why?",
        help_text="For safeguarding leads. Left empty, it stays as it is.",
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args, leads, **kwargs):
        super().__init__(*args, **kwargs)
        if not leads:
            for name in ("address_is_secret", "address", "why"):
                del self.fields[name]

    def as_written(self) -> dict:
        """What was left empty of the sealed ones stays as it was; once nobody need hide, the address goes."""
        found = dict(self.cleaned_data)
        for name in ("address", "why"):
            if not found.get(name):
                found.pop(name, None)
        if found.get("address_is_secret") is False:
            found["address"] = ""
        return found
