"""Ask for something: the young person's page, and the co-ordinator's answer (issue 5, P8)."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.pairing.states import TOGETHER
from matching.relationships.asks import actions, queries
from matching.relationships.asks.forms import AskAnswerForm, AskForm
from matching.relationships.asks.models import Ask
from matching.relationships.own import names_in_role
from matching.relationships.pages import form_shown, own_pair_or_404, pressed, staff_match_or_404, to_match
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from mentoring.web.wording import listed
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission, Role


@portal_view
def ask_make(request, match_id):
    """One plain choice; what was asked before and what came of it stands below."""
    match, _ = own_pair_or_404(request, match_id, TOGETHER, ("mentee",))
    mentor, form_key = match.volunteer.first_name, f"ask-{match.pk}"
    form = AskForm(sent(request), mentor=mentor, initial=draft_initial(request.user, form_key, AskForm))

    @transaction.atomic
    def ask(said):
        actions.ask_make(match=match, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    who = listed(names_in_role(match.scheme, Role.COORDINATOR)) or gettext("The co-ordinator")
    if taken(form, ask):
        messages.success(
            request, gettext("Asked. %(who)s can see it, and tells you here what happens now.") % {"who": who}
        )
        return redirect("matching:me")
    shown = {"match": match, "asks": queries.asks_of(match), "who": who, "form_key": form_key}
    return form_shown(request, "asks/ask_make", form, **shown)


def own_ask_or_404(request, ask_id):
    mine = Ask.objects.visible_to(request.actor).filter(match__young_person__user=request.user)
    return get_object_or_404(mine, pk=ask_id)


@require_POST
@portal_view
def ask_take_back(request, ask_id):
    ask = own_ask_or_404(request, ask_id)
    return pressed(
        request, lambda: actions.ask_take_back(ask=ask, by=request.user), gettext("OK. It is gone."), "matching:me"
    )


@require_POST
@portal_view
def ask_read(request, ask_id):
    actions.ask_read(ask=own_ask_or_404(request, ask_id), by=request.user)
    return redirect("matching:me")


@scheme_view(Permission.MATCH_EDIT)
def ask_answer(request, scheme, ask_id):
    """What was asked, and what will be done. The usual steps stand on the page of the match, and none is taken here."""
    ask = get_object_or_404(Ask.objects.visible_to(request.actor), pk=ask_id)
    ask.match = staff_match_or_404(request, ask.match_id)
    form = AskAnswerForm(sent(request))
    if taken(form, lambda said: actions.ask_answer(ask=ask, **said, by=request.user)):
        messages.success(request, f"{ask.match.young_person.first_name} can read it now.")
        return to_match(ask.match)
    return form_shown(request, "asks/ask_answer", form, ask=ask, match=ask.match)
