"""A short card before two people meet for the first time: one for the mentor, one for the young person (S13, L8).

Pure. What they could talk about comes from what each of them lets the other read, and from nothing else (R8).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.web.wording import listed

#: So many shared interests are a beginning; more would be a questionnaire.
MOST_SHARED = 3
#: What the kind of place asks of the mentor, where it asks anything.
OF_THE_PLACE = {
    "public": gettext_noop("Look for a table where others can see you and nobody can listen."),
    "outdoors": gettext_noop("Dress for rain, and know where you could go indoors."),
    "group": gettext_noop("They know this place and you do not: let them show you."),
    "video": gettext_noop("Try camera and sound before. Sit where nobody else can listen."),
}


@dataclass(frozen=True)
class Prompts:
    """What one of the two reads: each a few short sentences."""

    helps: tuple[str, ...]
    talk: tuple[str, ...]
    limits: tuple[str, ...]
    if_they_do_not_come: str
    call: str


def both_like(ones: Iterable[str], others: Iterable[str]) -> list[str]:
    """What both like, in the words of `others` and in their order, whatever the case it is written in."""
    known = {word.strip().casefold() for word in ones} - {""}
    return [word.strip() for word in others if word.strip().casefold() in known][:MOST_SHARED]


def for_mentor(*, name: str, staff: str, phone: str, shared: list[str], place_kind: str) -> Prompts:
    """`name` of the young person; `staff` who is there with them; `shared` what both like and let the other read."""
    of_place = OF_THE_PLACE.get(place_kind)
    said = {"name": name, "staff": staff, "likes": _likes(shared)}
    return Prompts(
        helps=(
            _("Come ten minutes early, and bring nothing but time."),
            _("Say who you are and why you do this. Then listen more than you talk."),
            _("Silence is fine, and so is a short meeting."),
            *([_(of_place)] if of_place else []),
        ),
        talk=(
            _("You both like %(likes)s. Begin there.") % said
            if shared
            else _("Ask %(name)s what a good day looks like.") % said,
            _("Ask %(name)s what they would rather not be asked.") % said,
        ),
        limits=(
            _("Leave the past alone. They tell of it if and when they want to."),
            _("No presents, no money, no promises you cannot keep. The rest is in what you two agreed."),
            _("Keep no secret that worries you: tell %(staff)s.") % said,
        ),
        if_they_do_not_come=(
            _(
                "Wait a quarter of an hour with %(staff)s, who finds out what happened. Do not take it to heart: many "
                "need a second try."
            )
            % said
        ),
        call=_call(staff, phone, _("Late, ill, or not sure about something?")),
    )


def for_young_person(*, name: str, staff: str, phone: str, shared: list[str]) -> Prompts:
    """`name` of the mentor. In plain words, and nothing that somebody has to do."""
    said = {"name": name, "staff": staff, "likes": _likes(shared)}
    return Prompts(
        helps=(
            _("You don’t have to tell your story. Not now, and not later."),
            _("You can have a break, or stop. Just say so."),
            _("Would you like to bring somebody? Tell %(staff)s.") % said,
        ),
        talk=(
            _("You both like %(likes)s. You could start there.") % said
            if shared
            else _("You could tell %(name)s what you like to do.") % said,
            _("You can ask %(name)s things too.") % said,
        ),
        limits=(
            _("You don’t have to give your number, or anything online."),
            _("If you are in danger, %(name)s can’t keep it secret. %(name)s tells us, and tells you first.") % said,
        ),
        if_they_do_not_come=_("%(staff)s is there and sorts it out. It is not about you.") % said,
        call=_call(staff, phone, _("Can’t come, or don’t want to? That’s OK.")),
    )


def _likes(shared: list[str]) -> str:
    """Likes within a sentence: a first capital is not kept, one within a word is (PlayStation)."""
    return listed([word[0].lower() + word[1:] if word[1:].islower() else word for word in shared])


def _call(staff: str, phone: str, when: str) -> str:
    said = {"when": when, "staff": staff, "phone": phone}
    return (_("%(when)s Call %(staff)s on %(phone)s.") if phone else _("%(when)s Tell %(staff)s.")) % said
