"""What recruitment shows on a volunteer's record: the interview, their history and its gaps (S9)."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import Card
from schemes.people.permissions import Permission
from schemes.recruitment.history.queries import history_gaps_open, overseas_stays
from schemes.recruitment.importing.queries import training_claims_open
from schemes.recruitment.interviewing.queries import interviews_of

#: Before these nobody has been asked yet; after these it is over.
HISTORY_NOT_ASKED = ("enquired", "withdrawn", "declined", "left")


def volunteer_panels(volunteer, actor) -> list[Card]:
    """For those who read people; a supervisor sees none of it (roles.md)."""
    if not actor.may(Permission.PEOPLE_READ, volunteer):
        return []
    own = [*_interview(volunteer, actor), *_claims(volunteer, actor)]
    return [*own, *_history(volunteer), *_packs(volunteer, actor)]


def _interview(volunteer, actor) -> list[Card]:
    """What is to be done about the interview, above the story; agreed ones beside it."""
    if actor.user.pk == volunteer.user_id:
        return []
    cards, slug, held = [], volunteer.scheme.slug, list(interviews_of(volunteer))
    past = [interview for interview in held if interview.outcome]
    if volunteer.state == "interviewing" and actor.may(Permission.PEOPLE_EDIT, volunteer):
        is_open = next((interview for interview in held if interview.is_open), None)
        url = reverse("schemes:interview_begin", args=[slug, volunteer.pk])
        shown = {"interview": is_open, "url": _interview_url(slug, is_open) if is_open else url}
        cards.append(Card("Interview", "schemes/recruitment/interview_panel.html", shown, column="main"))
    if past:
        shown = {"past": [(interview, _interview_url(slug, interview)) for interview in past]}
        cards.append(Card("Interviews", "schemes/recruitment/interview_past_panel.html", shown, folds=True))
    return cards


def _interview_url(slug, interview) -> str:
    return reverse("schemes:interview_show", args=[slug, interview.pk])


def _claims(volunteer, actor) -> list[Card]:
    """Training that the co-ordinator's list claims and nobody has looked at."""
    claims = training_claims_open(volunteer)
    may_edit = actor.may(Permission.PEOPLE_EDIT, volunteer)
    shown = {"claims": claims, "may_settle": may_edit, "volunteer": volunteer}
    title, template = "Training, says your list", "schemes/recruitment/claims_panel.html"
    return [Card(title, template, shown, column="main")] if claims else []


def _history(volunteer) -> list[Card]:
    today = timezone.localdate()
    shown = {
        "gaps": [] if volunteer.state in HISTORY_NOT_ASKED else history_gaps_open(volunteer, today),
        "countries": sorted({stay.country for stay in overseas_stays(volunteer, today)}),
        "url": reverse("schemes:history_show", args=[volunteer.scheme.slug, volunteer.pk]),
    }
    needs, template = bool(shown["gaps"]), "schemes/recruitment/history_panel.html"
    return [Card("Last five years", template, shown, column="main" if needs else "side", folds=not needs)]


def _packs(volunteer, actor) -> list[Card]:
    may_edit = actor.may(Permission.PEOPLE_EDIT, volunteer)
    shown = {
        "sent": list(volunteer.packs_sent.select_related("by")),
        "day": volunteer.pack_sent_on,
        "url": reverse("schemes:pack_send", args=[volunteer.scheme.slug, volunteer.pk]) if may_edit else "",
    }
    return [Card("What they were sent", "schemes/recruitment/pack_panel.html", shown, folds=True)]
