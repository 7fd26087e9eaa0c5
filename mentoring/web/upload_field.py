"""The field for photos and PDFs: one or several, each made anew (`mentoring.web.uploads`)."""

from django import forms
from django.core.exceptions import ValidationError

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
            return [made_anew(file.read(MAX_BYTES + 1)) for file in files]
        except UploadRefused as refused:
            raise ValidationError(str(refused)) from refused
