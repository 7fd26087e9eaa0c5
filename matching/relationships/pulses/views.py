"""How is it going: one question a page, one tap each, on a telephone and without scripts (R11)."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from matching.pairing.states import TOGETHER
from matching.relationships.own import names_in_role
from matching.relationships.pages import form_shown, own_pair_or_404, pressed, staff_match_or_404
from matching.relationships.pulses import actions, queries
from matching.relationships.pulses.forms import PulseWordsForm
from matching.relationships.pulses.models import Pulse
from matching.relationships.pulses.rules import QUESTIONS, next_question, place_of
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from mentoring.web.wording import listed
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission, Role

ASKING = {
    "skip": (actions.pulse_skip, {}, _("OK. We ask again in two weeks.")),
    "off": (actions.pulse_switch, {"off": True}, _("OK. We won’t ask any more. You can still say it any time.")),
    "on": (actions.pulse_switch, {"off": False}, _("Good. We ask every two weeks.")),
}


@portal_view
def pulse_say(request, match_id):
    """The first question without an answer of today, or the one that is to be changed."""
    match, _ = own_pair_or_404(request, match_id, TOGETHER, ("mentee",))
    if request.method == "POST":
        return _tapped(request, match)
    pulse = queries.pulse_of(match, timezone.localdate())
    answers = pulse.answers if pulse else {}
    asked = request.GET.get("question", "")
    key = asked if asked in QUESTIONS else next_question(answers)
    if not key:
        return redirect("matching:pulse_words", match.pk)
    shown = {"match": match, "key": key, "question": QUESTIONS[key], "place": place_of(key)}
    shown |= {"chosen": answers.get(key), "asking": queries.asking_of(match), "sees": who_sees_it(match)}
    shown["asks"] = QUESTIONS[key].asks.format(name=match.volunteer.first_name)
    return render(request, "matching/relationships/pulses/pulse_say.html", shown)


def _tapped(request, match):
    key, value = request.POST.get("question", ""), request.POST.get("value", "")
    if key not in QUESTIONS or value not in {"1", "2", "3", "4"}:
        raise Http404
    actions.pulse_answer(match=match, question=key, value=int(value), by=request.user)
    return redirect("matching:pulse_say", match.pk)


@portal_view
def pulse_words(request, match_id):
    """Thank you; a few words to it for who likes to, and what was tapped, to be changed."""
    match, _ = own_pair_or_404(request, match_id, TOGETHER, ("mentee",))
    pulse = queries.pulse_of(match, timezone.localdate())
    if pulse is None:
        return redirect("matching:pulse_say", match.pk)
    form_key = f"pulse-{match.pk}"
    first = {"words": pulse.words} | draft_initial(request.user, form_key, PulseWordsForm)
    form = PulseWordsForm(sent(request), initial=first)

    @transaction.atomic
    def add(said):
        actions.pulse_add_words(match=match, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, add):
        messages.success(request, gettext("Thanks for saying."))
        return redirect("matching:me")
    answers = [(q, key, q.word(pulse.answers[key])) for key, q in QUESTIONS.items() if key in pulse.answers]
    shown = {"match": match, "answers": answers, "form_key": form_key, "sees": who_sees_it(match)}
    return form_shown(request, "pulses/pulse_words", form, **shown)


@require_POST
@portal_view
def pulse_asking(request, match_id):
    """Not now, not any more, or again."""
    match, _ = own_pair_or_404(request, match_id, TOGETHER, ("mentee",))
    if (wish := request.POST.get("wish")) not in ASKING:
        raise Http404
    do, fields, said = ASKING[wish]
    return pressed(request, lambda: do(match=match, **fields, by=request.user), said, "matching:me")


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def pulse_follow_up(request, scheme, pulse_id):
    pulse = get_object_or_404(Pulse.objects.visible_to(request.actor), pk=pulse_id)
    match = staff_match_or_404(request, pulse.match_id)
    to, said = ("matching:match_show", scheme.slug, match.pk), "Good. It is off your list."
    return pressed(request, lambda: actions.pulse_follow_up(pulse=pulse, by=request.user), said, *to)


def who_sees_it(match) -> str:
    """Said under every question: who reads the answer, and that the mentor never does."""
    names = listed(names_in_role(match.scheme, Role.COORDINATOR)) or gettext("The co-ordinator")
    return gettext("%(names)s can see it. %(mentor)s never can.") % {
        "names": names,
        "mentor": match.volunteer.first_name,
    }
