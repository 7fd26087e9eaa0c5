"""What people give when they bring in a spreadsheet."""

from collections.abc import Mapping

from django import forms

from mentoring.web.forms import BigChoiceField, KitForm
from schemes.recruitment.models import ImportBatch
from schemes.recruitment.sheet_files import MAX_BYTES, SheetError
from schemes.recruitment.sheet_sorting import ANYWAY, SKIP
from schemes.recruitment.sheets import read_sheet

ROWS_AT_ONCE = 2_000  # what one request can bring in, all or none, well within its time
FIXABLE = ("name", "first_name", "surname", "born_on", "email", "phone", "capacity", "referred_on", "area", "gender")


class ImportUploadForm(KitForm):
    """A file that cannot be read as a list is turned away here, in one sentence beside the field."""

    kind = BigChoiceField(label="Who is on the list?", choices=ImportBatch.Kind.choices)
    file = forms.FileField(
        label="The spreadsheet",
        help_text="CSV or Excel (.xlsx), as it is: title rows, gaps and totals may stay.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        error_messages={"required": "Choose the file.", "empty": "The file is empty."},
        allow_empty_file=False,
    )

    def clean(self):
        found = super().clean()
        if "kind" not in found or "file" not in found:
            return found
        try:
            found["data"] = found["file"].read(MAX_BYTES + 1)
            rows = len(read_sheet(found["data"], found["kind"]).lines)
            if rows > ROWS_AT_ONCE:
                raise SheetError(
                    f"The list has {rows:,} rows. Split it, and bring in at most {ROWS_AT_ONCE:,} at a time."
                )
        except SheetError as problem:
            self.add_error("file", str(problem))
        return found


class ImportLineForm(forms.Form):
    """One line's decision. Which boxes there are depends on what was wrong, so each is optional here."""

    line = forms.IntegerField(min_value=1, max_value=10_000_000)
    choice = forms.ChoiceField(
        choices=[("check", "check"), (SKIP, "skip"), (ANYWAY, "anyway"), ("undo", "undo")], required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in FIXABLE:
            self.fields[name] = forms.CharField(required=False, max_length=300)

    def decision(self, before: Mapping) -> tuple[str, dict[str, str]]:
        """(choice, corrected values): what is said now on top of what was said `before` about this line."""
        choice = self.cleaned_data["choice"]
        if choice == "undo":
            return "", {}
        typed = {name: self.cleaned_data[name] for name in FIXABLE if name in self.data}
        return "" if choice == "check" else choice, before.get("fixes", {}) | typed
