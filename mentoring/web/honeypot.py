"""A box no person sees or reaches by keyboard; a machine fills it in."""

from django import forms


class HoneypotForm(forms.Form):
    """Mix into a public form. Render the box with `components/honeypot.html`; `is_machine` after cleaning."""

    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    @property
    def is_machine(self) -> bool:
        return bool(self.data.get("website"))

    def seen(self):
        """The fields people see."""
        return [bound for bound in self if bound.name != "website"]
