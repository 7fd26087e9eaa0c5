"""What is asked about a pair. Forms clean; actions write."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.pairing.models import Conflict, Match, Technique
from mentoring.web.forms import BigChoiceField, KitForm, SayDateField
from schemes.people.models import Volunteer, YoungPerson

WORDS = {"rows": 3}
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class ProposeForm(KitForm):
    """A pair made by hand; the same gate is asked for it."""

    young_person = forms.ModelChoiceField(YoungPerson.objects.none(), label="Young person", empty_label="Choose")
    volunteer = forms.ModelChoiceField(Volunteer.objects.none(), label="Mentor", empty_label="Choose")

    def __init__(self, *args, young_people, mentors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["young_person"].queryset = young_people
        self.fields["volunteer"].queryset = mentors


class AnswerForm(KitForm):
    """An answer that came by phone or in person, written down for one of the two."""

    side = BigChoiceField(label="Who answered?")
    answer = BigChoiceField(label="What did they say?", choices=YES_NO)
    because = forms.CharField(
        label="Why, if they told you",
        help_text="Nobody has to say why. Only co-ordinators read this.",
        required=False,
        widget=forms.Textarea(WORDS),
    )

    def __init__(self, *args, match, **kwargs):
        super().__init__(*args, **kwargs)
        sides = [
            ("mentee", match.young_person.first_name, match.mentee_answer),
            ("mentor", match.volunteer.first_name, match.mentor_answer),
        ]
        self.fields["side"].choices = [(side, name) for side, name, answer in sides if not answer]


class DeclineForm(KitForm):
    because = forms.CharField(
        label="Why?",
        help_text="Staff of the scheme can read this. The two cannot.",
        required=False,
        max_length=500,
        widget=forms.Textarea(WORDS),
    )


class TechniqueForm(KitForm):
    """S12: a group event, an interview or a paper profile, kept with the pair."""

    kind = BigChoiceField(label="What was it?", choices=Technique.Kind.choices)
    used_on = SayDateField(label="When?", past=True)
    note = forms.CharField(label="What did you see?", required=False, max_length=300, widget=forms.Textarea(WORDS))


class PairTechniqueForm(TechniqueForm, ProposeForm):
    """The same for two people who need not be proposed to each other yet."""

    field_order = ["young_person", "volunteer"]


class ConflictForm(ProposeForm):
    """Two people who must not be matched, whether they are proposed already or not."""

    kind = BigChoiceField(label="Why can’t these two be matched?", choices=Conflict.Kind.choices)


class SetAsideForm(ProposeForm):
    """A pair that is not to be proposed for now."""

    reason = forms.CharField(
        label="Why not these two, for now?",
        help_text="Only co-ordinators read this. Neither of the two is told.",
        max_length=1000,
        widget=forms.Textarea(WORDS),
    )
    until = SayDateField(
        label="Until when?",
        help_text="For example 3 March 2027. Leave it empty: until somebody takes it back.",
        required=False,
        future=True,
    )


class KnownForm(KitForm):
    """The same, as one of the two says it."""

    kind = BigChoiceField(
        label=_("How do you know each other?"),
        choices=[
            (Conflict.Kind.KNOW_EACH_OTHER, _("We knew each other before")),
            (Conflict.Kind.HOUSEHOLD, _("We live in the same home")),
            (Conflict.Kind.FAMILY, _("We are family")),
            (Conflict.Kind.COLLEAGUE, _("Through work, theirs or ours")),
            (Conflict.Kind.NOT_WITH, _("I’d rather not say")),
        ],
    )


class AgeExceptionForm(ProposeForm):
    """P3: a pair outside the age rules, with a reason that a second person reads."""

    reason = forms.CharField(
        label="Why are their ages all right?",
        help_text="A second person reads this and agrees, or not.",
        widget=forms.Textarea(WORDS),
    )


class OwnAnswerForm(KitForm):
    """A young person's or a mentor's own answer."""

    answer = BigChoiceField(label=_("What do you think?"))
    because = forms.CharField(
        label=_("Anything you want to tell us?"),
        help_text=_("You don’t have to say why."),
        required=False,
        widget=forms.Textarea(WORDS),
    )

    #: Neither yes nor no: they would like to see each other first.
    MEET = "meet"

    def __init__(self, *args, yes: str, no: str, meet: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        between = [(self.MEET, meet)] if meet else []
        self.fields["answer"].choices = [(Match.Answer.YES, yes), *between, (Match.Answer.NO, no)]


class NoneOfTheseForm(KitForm):
    wish = forms.CharField(
        label=_("What would you like?"),
        help_text=_("As much or as little as you want. We look for somebody like that."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(WORDS),
    )


class MentorKindForm(KitForm):
    """P4: always the young person's own choice."""

    mentor_kind = BigChoiceField(label=_("Who would you like?"), choices=YoungPerson.MentorKind.choices)
