"""What somebody did in the last five years, line by line; for the application and for the record (S9)."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from mentoring.web.forms import KitForm
from schemes.recruitment.history.gaps import asked_since, gaps, month_end, month_words, read_month, span_words
from schemes.recruitment.models import HistorySpell

SPELLS, STAYS = 12, 5
#: Lines that stand open from the start; more unfold.
OPEN_LINES = 2
YES_NO = [("yes", "Yes"), ("no", "No")]


class SayMonthField(forms.CharField):
    """A month as people write it: March 2022, 3/2022. With `may_go_on` also "now". Cleans to (first day | None)."""

    def __init__(self, *, may_go_on=False, **kwargs):
        short = forms.TextInput(attrs={"class": "short", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=30, required=False, widget=short, **kwargs)
        self.may_go_on = may_go_on

    def clean(self, value):
        written = super().clean(value)
        if not written:
            return ""
        try:
            found = read_month(written)
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem
        if found is None and not self.may_go_on:
            raise ValidationError("Write the month it began, like March 2022.")
        if found and found > timezone.localdate():
            raise ValidationError("This month has not come yet. Check it.")
        return found


def line_fields(stem: str, number: int, **first) -> dict[str, forms.Field]:
    """The fields of one line: what the line is about, from, to."""
    fields = {f"{stem}_{number}_{name}": field for name, field in first.items()}
    fields[f"{stem}_{number}_from"] = SayMonthField(label="From (month and year)")
    fields[f"{stem}_{number}_to"] = SayMonthField(label="To (or “now”)", may_go_on=True)
    for field in fields.values():
        field.hide_optional = True  # a line that stays empty is no answer left out
    return fields


def spell_fields(number: int) -> dict[str, forms.Field]:
    kinds = [("", "Choose…"), *HistorySpell.Kind.choices]
    return line_fields(
        "spell",
        number,
        kind=forms.ChoiceField(label="What was it?", required=False, choices=kinds),
        words=forms.CharField(label="What and where", required=False, max_length=200),
    )


def stay_fields(number: int) -> dict[str, forms.Field]:
    return line_fields("stay", number, country=forms.CharField(label="Country", required=False, max_length=80))


ROWS = [spell_fields(number) for number in range(1, SPELLS + 1)] + [stay_fields(n) for n in range(1, STAYS + 1)]
#: A form of so many lines, empty ones among them, so that the page works without scripts.
LineFields = type("LineFields", (KitForm,), {name: field for row in ROWS for name, field in row.items()})


class HistoryLines(LineFields):
    """The lines themselves; after cleaning `spells` and `stays` hold what the action takes."""

    def clean(self):
        answers = super().clean() or self.cleaned_data
        self.spells = self._lines("spell", SPELLS, {"kind": "Choose what it was.", "words": "Say what and where."})
        self.stays = self._lines("stay", STAYS, {"country": "Which country was it?"})
        return answers

    def _lines(self, stem: str, most: int, needed: dict[str, str]) -> list[dict]:
        found = [self._line(f"{stem}_{number}_", needed) for number in range(1, most + 1)]
        return [line for line in found if line]

    def _line(self, start: str, needed: dict[str, str]) -> dict | None:
        names = [*needed, "from", "to"]
        if not any((self.data.get(start + name) or "").strip() for name in names):
            return None
        asked = {
            **needed,
            "from": "Which month did it begin?",
            "to": "Which month did it end? Write “now” if it goes on.",
        }
        for name, words in asked.items():
            if self.cleaned_data.get(start + name, "wrong") == "":
                self.add_error(start + name, words)
        first, last = self.cleaned_data.get(start + "from"), self.cleaned_data.get(start + "to")
        if first and last and last < first:
            self.add_error(start + "to", "It ends before it begins. Check the two months.")
        line = {name: self.cleaned_data.get(start + name, "") for name in needed}
        return {**line, "from_on": first or None, "to_on": month_end(last) if isinstance(last, date) else None}

    def lines(self) -> dict[str, list]:
        """For the template: {"spells": [(number, fields, is_open)], "stays": […]}."""
        return {"spells": self._shown("spell", SPELLS, OPEN_LINES), "stays": self._shown("stay", STAYS, 1)}

    def _shown(self, stem: str, most: int, at_least: int) -> list[tuple]:
        shown = []
        for number in range(1, most + 1):
            fields = [self[name] for name in self.fields if name.startswith(f"{stem}_{number}_")]
            is_open = number <= at_least or any(bound.value() or bound.errors for bound in fields)
            shown.append((number, fields, is_open))
        return shown

    def in_words(self) -> list[tuple[str, str]]:
        """What was answered, for the page that checks it: one line each, and the times without a word."""
        if not self.is_valid():
            return [("Your last five years", "To be put right")]
        said = [(span_words(line["from_on"], line["to_on"]), line["words"]) for line in self.spells]
        said += [(f"Abroad, {span_words(line['from_on'], line['to_on'])}", line["country"]) for line in self.stays]
        today = timezone.localdate()
        known = [(line["from_on"], line["to_on"]) for line in self.spells]
        missing = [span_words(*gap) for gap in gaps(known, asked_since(today), today)] if known else []
        return said + [
            ("Nothing is written for", f"{when}. A line about it saves a question later.") for when in missing
        ]


class HistoryForm(HistoryLines):
    """Part of the application: the last five years."""

    title = "Your last five years"
    template = "schemes/recruitment/history_lines.html"
    lived_abroad = forms.ChoiceField(
        label="Have you lived outside the UK for three months or more in the last five years?",
        choices=YES_NO,
        widget=forms.RadioSelect,
        help_text="We may need a check from there. It is no reason to turn anybody down.",
    )
    history_gaps = forms.CharField(
        label="Anything you would like to say about these years?",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self):
        answers = super().clean()
        if not self.spells:
            self.add_error("spell_1_kind", "Write at least one line. School, work, being at home: everything counts.")
        if answers.get("lived_abroad") == "yes" and not self.stays:
            self.add_error("stay_1_country", "Which country was it?")
        return answers

    def changes(self) -> dict:
        """What goes onto the record itself; the lines are kept apart."""
        return {"history_gaps": self.cleaned_data["history_gaps"]}


class HistoryEditForm(HistoryLines):
    """The same lines, as staff put them right."""


class HistoryGapExplainForm(KitForm):
    """The answer to a question about one gap."""

    from_on = forms.DateField(widget=forms.HiddenInput)
    to_on = forms.DateField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What did they say?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write what they said about this time."},
    )


def history_initial(volunteer) -> dict:
    """The lines as they stand, in the shape of the form."""
    initial = {}
    for stem, name, rows in (
        ("spell", "words", volunteer.history_spells.all()[:SPELLS]),
        ("stay", "country", volunteer.overseas_stays.all()[:STAYS]),
    ):
        for number, row in enumerate(rows, 1):
            start = f"{stem}_{number}_"
            initial[start + name] = getattr(row, name)
            initial[start + "from"] = month_words(row.from_on)
            initial[start + "to"] = month_words(row.to_on) if row.to_on else "now"
            if stem == "spell":
                initial[start + "kind"] = row.kind
    return initial
