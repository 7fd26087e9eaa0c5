"""The field for photos and PDFs: one or several, each looked at by the scanner where there is one, and made anew
(`mentoring.web.uploads`)."""

from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError

from mentoring.web.scanning import ScannerAway, is_set_up, virus_in
from mentoring.web.uploads import ACCEPT, MAX_BYTES, Upload, UploadRefused, made_anew


class UploadInput(forms.FileInput):
    allow_multiple_selected = True


class UploadField(forms.FileField):
    """Gives a list of `Upload`; [] where nothing was sent."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", UploadInput(attrs={"accept": ACCEPT}))
        super().__init__(**kwargs)

    def clean(self, data, initial=None) -> list[Upload]:
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if self.required and not files:
            raise ValidationError(self.error_messages["required"])
        try:
            return [_taken(file.read(MAX_BYTES + 1)) for file in files]
        except UploadRefused as refused:
            raise ValidationError(str(refused)) from refused


def _taken(data: bytes) -> Upload:
    """Nothing is lost where the scanner is away: the file is kept, and is handed out once it has been looked at."""
    if len(data) <= MAX_BYTES and is_set_up():
        with suppress(ScannerAway):
            if virus_in(data):
                raise UploadRefused("There is a virus in this file. Take a photo of the paper in its place.")
    return made_anew(data)
