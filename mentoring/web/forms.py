"""The ground that every form stands on: how it looks, how dates and telephone numbers are read."""

import re
from functools import partial

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.web.day_reading import day_or_none, read_day
from mentoring.web.wording import MONTHS, listed

#: The words at the two ends of a line from 0 to 10, where a field has none of its own.
ENDS = (_("Not at all"), _("Completely"))


class Kit:
    """What our forms have in common: no form tag of their own, no colons, the browser left out of checking.

    The page shows mistakes in a summary with links and beside the field, which the browser's own bubbles would hide.
    """

    summary_above = True
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        unsaid = forms.Field.default_error_messages["required"]
        for field in self.fields.values():
            if field.required and field.error_messages.get("required") == unsaid:
                field.error_messages["required"] = ask_for(field)
            if isinstance(field.widget, forms.Textarea) and field.widget.attrs.get("rows") == "10":
                field.widget.attrs["rows"] = "4"
            if isinstance(field, forms.MultipleChoiceField):
                field.clean = partial(once_each, field.clean)


def once_each(clean, value) -> list:
    """The same tick sent twice counts once. A browser never does it, and two rows of one kind would clash."""
    return list(dict.fromkeys(clean(value)))


def ask_for(field: forms.Field) -> str:
    """The sentence for something left out."""
    return _("Choose one of these.") if isinstance(field, forms.ChoiceField) else _("Please fill this in.")


class KitForm(Kit, forms.Form):
    """A form that is not tied to one model."""


class KitModelForm(Kit, forms.ModelForm):
    """A form over one model; it cleans, an action writes: nobody calls its `save()`. A long one names its `PARTS`:
    heading and the names of its fields; what no part names stands in the last."""

    PARTS: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def parts(self) -> list[tuple[str, list]]:
        """(heading, bound fields) for `components/form_parts.html`."""
        named = {name for _, names in self.PARTS for name in names}
        rest = [name for name in self.fields if name not in named]
        last = self.PARTS[-1][0] if self.PARTS else ""
        return [
            (title, [self[name] for name in (*names, *(rest if title == last else ())) if name in self.fields])
            for title, names in self.PARTS
        ]


class SayDateField(forms.Field):
    """A day as people write it: 3/11/2026, 3 Nov 2026, 2026-11-03, today, yesterday, last Tuesday."""

    widget = forms.TextInput(attrs={"class": "short", "autocomplete": "off", "spellcheck": "false"})

    def __init__(self, *, past=False, future=False, **kwargs):
        kwargs.setdefault(
            "help_text",
            _("For example 3 November 2026, or “yesterday”.") if past else _("For example 3 November 2026."),
        )
        super().__init__(**kwargs)
        self.past, self.future = past, future

    def to_python(self, value):
        if not value:
            return None
        if hasattr(value, "year"):
            return value
        try:
            return read_day(str(value), timezone.localdate())
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem

    def validate(self, value):
        super().validate(value)
        today = timezone.localdate()
        if value and self.past and value > today:
            raise ValidationError(_("This day has not come yet. Check the date."))
        if value and self.future and value < today:
            raise ValidationError(_("This day has passed. Check the date."))

    def prepare_value(self, value):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if hasattr(value, "year") else value


class DatePartsWidget(forms.MultiWidget):
    """Three small boxes; for a day that is known by heart, such as a birthday."""

    template_name = "components/date_parts.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        box = {"class": "form-control", "inputmode": "numeric", "autocomplete": "off"}
        parts = {name: forms.TextInput(attrs=box) for name in ("day", "month", "year")}
        super().__init__(parts, attrs)

    def decompress(self, value):
        return [value.day, value.month, value.year] if value else [None, None, None]


class DatePartsField(forms.MultiValueField):
    """A birthday or the like in three parts, day first; says which part is missing."""

    widget = DatePartsWidget

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For example 27 3 2007."))
        parts = tuple(forms.CharField(required=False) for _ in range(3))
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        written = [str(part or "").strip() for part in data_list or ["", "", ""]]
        if not any(written):
            return None
        names = (gettext("a day"), gettext("a month"), gettext("a year"))
        missing = [name for name, part in zip(names, written, strict=True) if not part]
        if missing:
            raise ValidationError(_("The date needs %(parts)s.") % {"parts": listed(missing)})
        if not all(re.fullmatch(r"\d{1,4}", part) for part in written) or len(written[2]) != 4:
            raise ValidationError(_("Use numbers: the day, the month, and all four figures of the year."))
        found = day_or_none(*(int(part) for part in written))
        if found is None:
            raise ValidationError(_("That is not a real date. Check the day and the month."))
        return found


class UkPhoneField(forms.CharField):
    """A telephone number as people write it; kept as "07700 900123", or "+49 …" for one from abroad."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "short"})

    def clean(self, value):
        written = super().clean(value)
        if not written:
            return ""
        digits = re.sub(r"[\s().\-–/]", "", written)
        digits = re.sub(r"^(?:\+|00)44(?:0)?", "0", digits)
        if re.fullmatch(r"0[1-9]\d{8,9}", digits):
            return grouped(digits)
        if re.fullmatch(r"(?:\+|00)[1-9]\d{6,14}", digits):
            return "+" + digits.lstrip("+0")
        raise ValidationError(_("Write a telephone number, like 07700 900123."))


def grouped(digits: str) -> str:
    """A British number with the gaps where people expect them: 07700 900123, 020 7946 0000, 0114 496 0000."""
    code = 3 if digits[1] == "2" else 4 if digits[2] == "1" or digits[3] == "1" or digits[1] in "389" else 5
    rest = digits[code:]
    return f"{digits[:code]} {rest}" if code == 5 else f"{digits[:code]} {rest[:-4]} {rest[-4:]}"


class ScaleWidget(forms.RadioSelect):
    """The numbers from 0 to 10 side by side."""


class ScaleField(forms.TypedChoiceField):
    """A place on a line from 0 to 10; `ends` are the words at its two ends."""

    widget = ScaleWidget(attrs={"kind": "scale"})

    def __init__(self, *, ends=ENDS, **kwargs):
        choices = [(str(number), str(number)) for number in range(11)]
        super().__init__(choices=choices, coerce=int, empty_value=None, **kwargs)
        self.ends = ends


class BigChoiceField(forms.ChoiceField):
    """One of a few, each a large box to press; for portals."""

    widget = forms.RadioSelect(attrs={"kind": "choices-big"})
