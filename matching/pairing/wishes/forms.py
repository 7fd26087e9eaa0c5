"""What each side wishes for in the other: one thought a page, nothing compulsory, and who reads it said beside it
(S12, R8, L4, L9). Forms clean; `profile_edit` writes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.pairing.models import Profile
from matching.pairing.profiles import MENTOR_SHOWS
from mentoring.web.forms import BigChoiceField, KitForm
from mentoring.web.wording import months_words
from schemes.people.choices import WHY_NOW
from schemes.people.forms import LinesField, TicksField
from schemes.people.models import YoungPerson

NOT_SAID = _("Not said yet")
STAFF_AND_MATCHING = _("The person who runs the scheme, to look for somebody who fits.")
NEVER_A_MENTOR = _("The person who runs the scheme, to look for somebody who fits. A mentor never sees it.")
NEVER_A_YOUNG_PERSON = _("The person who runs the scheme, to look for somebody who fits. A young person never sees it.")
#: L4: how long, as people say it; kept in months.
HOW_LONG = {6: _("About 6 months"), 12: _("A year"), 24: _("Two years or more"), None: _("I don’t know yet")}


class Wish(KitForm):
    """One thought. `title` heads its page, `short` its line in the list, `sees` who reads the answer."""

    title = ""
    short = ""
    sees = STAFF_AND_MATCHING

    @classmethod
    def said(cls, known: dict) -> str:
        """What was answered so far, in words; `known` holds the fields of every thought."""
        return NOT_SAID


class HowLongWish(Wish):
    title = _("For how long?")
    short = _("How long")
    sees = NEVER_A_MENTOR
    months = forms.TypedChoiceField(
        label=_("How long would you like a mentor for?"),
        required=False,
        choices=[(months or "", words) for months, words in HOW_LONG.items()],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect(attrs={"kind": "choices-big"}),
        help_text=_("You can stop sooner, or go on for longer."),
    )

    @classmethod
    def said(cls, known):
        months = known["months"]
        return HOW_LONG.get(months) or months_words(months) if months else NOT_SAID


class HowLongOffer(HowLongWish):
    title = _("How long can you be a mentor?")
    sees = NEVER_A_YOUNG_PERSON

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["months"].label = _("As far as you can see from here")
        self.fields["months"].help_text = _("A mentor who stays as long as they said matters more than a long time.")


class PlacesWish(Wish):
    """L9: in a village, somebody from round the corner may be the last person they want."""

    title = _("Where should they not be from?")
    short = _("Nobody from")
    not_from = LinesField(
        label=_("Please don’t match me with people from"),
        help_text=_("Towns or areas, with commas between. You don’t have to say why."),
        required=False,
        max_length=300,
    )

    @classmethod
    def said(cls, known):
        return ", ".join(known["not_from"]) or _("No place named")


class ShowsWish(Wish):
    """R8: nothing is read about a mentor that they did not tick, and they look at it first."""

    title = _("What may they read before you meet?")
    short = _("What they can read")
    sees = _("A young person reads what you tick, once you are proposed to them. Nobody reads it before.")
    shows = forms.MultipleChoiceField(
        label=_("A young person may read"),
        help_text=_("Your first name is always there. Your surname, phone and address never are."),
        required=False,
        choices=list(MENTOR_SHOWS.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    @classmethod
    def said(cls, known):
        words = [str(MENTOR_SHOWS[key]) for key in MENTOR_SHOWS if key in known["shows"]]
        return ", ".join(words) or _("Just your first name")


class AgreedWish(Wish):
    """What a mentor does on their own page, written down for them; never ticked beforehand."""

    short = _("Their yes")
    sees = _("Until there is a yes, a young person reads the first name alone.")
    agreed = forms.BooleanField(label=_("They looked at what a young person would read, and said yes"), required=False)


class KnowsWish(Wish):
    title = _("What do you know from your own life or work?")
    short = _("Lived or worked with")
    sees = NEVER_A_YOUNG_PERSON
    knows_about = TicksField(
        options=WHY_NOW,
        label=_("I have lived through this, or worked with it"),
        help_text=_("Tick only what you would be glad to be asked about. Nobody asks you for more."),
    )

    @classmethod
    def said(cls, known):
        return ", ".join(known["knows_about"]) or NOT_SAID


class CommunitiesOffer(Wish):
    """R8: named by each in their own words; it counts only where a young person asked for it."""

    title = _("Which communities do you feel part of?")
    short = _("Communities")
    sees = NEVER_A_YOUNG_PERSON
    communities = LinesField(
        label=_("In your own words"),
        help_text=_(
            "Like: Irish Traveller, Polish, deaf, Muslim, LGBT+. With commas between. You don’t have to say. "
            "It counts only where a young person asked for somebody like them, or somebody from elsewhere."
        ),
        required=False,
        max_length=300,
    )

    @classmethod
    def said(cls, known):
        return ", ".join(known["communities"]) or NOT_SAID


class BackgroundWish(Wish):
    title = _("Someone like you, or not?")
    short = _("Background")
    sees = NEVER_A_MENTOR
    background_wish = BigChoiceField(
        label=_("Would you like…"), choices=YoungPerson.BackgroundWish.choices, required=False
    )
    communities = LinesField(
        label=_("What do you feel part of?"),
        help_text=_(
            "In your own words, with commas between. Like: Polish, deaf, Muslim, gay. You don’t have to say. It "
            "helps us find someone like you, or not like you."
        ),
        required=False,
        max_length=300,
    )

    @classmethod
    def said(cls, known):
        return " · ".join(
            [
                str(YoungPerson.BackgroundWish(known["background_wish"]).label),
                *filter(None, [", ".join(known["communities"])]),
            ]
        )


class PersonWish(Wish):
    title = _("What should they be like?")
    short = _("The mentor")
    sees = NEVER_A_MENTOR
    mentor_gender_wish = BigChoiceField(
        label=_("Would you like…"),
        required=False,
        choices=[("Female", _("A woman")), ("Male", _("A man")), ("", _("It doesn’t matter"))],
    )
    mentor_age_wish = BigChoiceField(
        label=_("How old should they be?"), choices=Profile.AgeWish.choices, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        held, offered = self.initial.get("mentor_gender_wish"), self.fields["mentor_gender_wish"]
        if held and held not in dict(offered.choices):  # their own words, from a spreadsheet or the staff's page
            offered.choices = [(held, held), *offered.choices]

    @classmethod
    def said(cls, known):
        gender = dict(cls.base_fields["mentor_gender_wish"].choices)
        wish = known["mentor_gender_wish"]
        return " · ".join(
            str(words)
            for words, is_wish in (
                (gender.get(wish, wish), wish),
                (Profile.AgeWish(known["mentor_age_wish"]).label, known["mentor_age_wish"]),
            )
            if is_wish
        ) or _("It doesn’t matter")


class LanguagesWish(Wish):
    title = _("Which languages do you like to speak?")
    short = _("Languages")
    sees = NEVER_A_MENTOR
    languages = LinesField(
        label=_("Languages"),
        help_text=_("With commas between. Sign language counts too."),
        required=False,
        max_length=200,
    )

    @classmethod
    def said(cls, known):
        return ", ".join(known["languages"]) or NOT_SAID


#: The thoughts of each side in order; the key stands in the address and says nothing about anybody.
MENTOR_WISHES = {
    "shown": ShowsWish,
    "how-long": HowLongOffer,
    "known": KnowsWish,
    "own": CommunitiesOffer,
    "places": PlacesWish,
}
MENTEE_WISHES = {
    "person": PersonWish,
    "own": BackgroundWish,
    "languages": LanguagesWish,
    "how-long": HowLongWish,
    "places": PlacesWish,
}
