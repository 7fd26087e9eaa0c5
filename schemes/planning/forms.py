"""Forms of the plan. They clean words and figures; actions write."""

from django import forms

from mentoring.web.forms import KitForm, KitModelForm, SayDateField
from schemes.planning.figures import authorities, figures
from schemes.planning.items import say_dates
from schemes.planning.models import Need, Scheme, Step


class StepForm(KitModelForm):
    class Meta:
        model = Step
        fields = ["owner", "due_on", "notes"]
        formfield_callback = say_dates

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = self.instance.scheme.staff()


class SignOffForm(KitForm):
    why = forms.CharField(
        label="Why you sign it off",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where something is missing. It is shown in the evaluation report.",
    )


class NeedForm(KitModelForm):
    """Step 1: which councils, how the estimate is worked out, and what was decided."""

    la_codes = forms.MultipleChoiceField(
        label="Councils", required=False, widget=forms.CheckboxSelectMultiple, help_text="Whose care leavers is it for?"
    )
    year = forms.TypedChoiceField(label="Year of the figures", coerce=int)
    decided_on = SayDateField(label="Decided on", required=False, past=True)

    class Meta:
        model = Need
        fields = [
            "la_codes", "year", "divide_by", "served_elsewhere", "support_now", "enough_support", "no_duplication",
            "adds_choice", "decision", "decided_on",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["la_codes"].choices = [(council.code, council.name) for council in authorities()]
        years = sorted(figures().years, reverse=True)
        self.fields["year"].choices = [(year, f"Year to 31 March {year}") for year in years]
        self.fields["year"].initial = years[0]

    def regions(self) -> list[dict]:
        """The councils' boxes by region; regions with a chosen one stand open."""
        chosen = set(self["la_codes"].value() or [])
        regions: dict[str, list] = {}
        for council in authorities():
            regions.setdefault(council.region, []).append(
                {"code": council.code, "name": council.name, "chosen": council.code in chosen}
            )
        return [
            {"name": name, "councils": councils, "chosen": [c["name"] for c in councils if c["chosen"]]}
            for name, councils in regions.items()
        ]

    def clean_divide_by(self):
        value = self.cleaned_data["divide_by"]
        if value <= 0:
            raise forms.ValidationError("Divide by a number above nought; the guide says four.")
        return value

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") and not cleaned.get("decided_on"):
            self.add_error("decided_on", "Say when it was decided.")
        return cleaned


class SchemeForm(KitModelForm):
    """The scheme's aim and the rules it set itself."""

    class Meta:
        model = Scheme
        fields = [
            "name", "aim", "contact_email", "contact_phone", "out_of_hours_phone", "offers_peer", "offers_traditional",
            "peer_definition", "second_tier", "mentor_age_from", "mentee_age_from", "mentee_age_to", "age_gap_least",
            "training_hours_needed", "references_needed", "contact_first_month_days", "contact_first_year_days",
            "contact_later_days", "peer_contact_days", "full_review_months", "review_every_days", "lapse_after_days",
        ]  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("offers_peer") or cleaned.get("offers_traditional")):
            self.add_error("offers_traditional", "A scheme offers at least one kind of mentor.")
        youngest, oldest = cleaned.get("mentee_age_from"), cleaned.get("mentee_age_to")
        if youngest and oldest and youngest > oldest:
            self.add_error("mentee_age_to", "The oldest cannot be younger than the youngest.")
        return cleaned


class SchemeStartForm(KitModelForm):
    """A new scheme; its manager is invited by e-mail and does the rest."""

    manager_name = forms.CharField(label="Name of its manager", max_length=120)
    manager_email = forms.EmailField(label="E-mail of its manager")

    class Meta:
        model = Scheme
        fields = ["name", "slug", "nation"]
