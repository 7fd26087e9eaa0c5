"""What is asked before a list of people leaves the system."""

from django import forms

from mentoring.web.forms import KitForm
from mentoring.web.sheets_out import FORMATS
from schemes.people.downloads.reasons import WHY


class DownloadForm(KitForm):
    """Why, and as what. The answer stands in the trail."""

    why = forms.ChoiceField(label="What is it for?", choices=WHY, widget=forms.RadioSelect)
    file_kind = forms.ChoiceField(label="As what?", choices=FORMATS, widget=forms.RadioSelect, initial="xlsx")
