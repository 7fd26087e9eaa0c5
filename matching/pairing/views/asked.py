"""A mentor is asked about a young person who picked them, and reads what the young person lets them read (R8, L9)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.pairing import actions, queries
from matching.pairing.forms import OwnAnswerForm
from matching.pairing.meetings.queries import looks_of
from matching.pairing.models import Conflict, Match
from mentoring.transitions import Refused
from schemes.people.gates import portal_view
from schemes.people.models import Volunteer
from schemes.people.sharing import BEFORE, shown_to_mentor


@require_safe
@portal_view
def asked_list(request):
    """The young people who picked this mentor and wait for an answer."""
    mine = list(Volunteer.objects.visible_to(request.actor).filter(user=request.user))
    if not mine:
        raise Http404
    today = timezone.localdate()
    context = {
        "matches": queries.invitations_for(request.user),
        "looks": looks_of(request.user, "mentor"),
        "let_go": [match for record in mine for match in queries.let_go_lately(record, request.user, today)],
    }
    return render(request, "matching/pairing/asked_list.html", context)


@portal_view
def asked_answer(request, match_id):
    """What the young person agreed to share, and yes or no."""
    match = queries.invitations_for(request.user).filter(pk=match_id).first()
    if match is None:
        return _not_open_any_more(request, match_id)
    name = match.young_person.first_name
    form = OwnAnswerForm(
        request.POST if request.method == "POST" else None,
        yes=gettext("Yes, I’d like to mentor %(name)s") % {"name": name},
        no=gettext("Not this time"),
    )
    if form.is_bound and form.is_valid():
        try:
            actions.match_mentor_answer(match=match, by=request.user, **form.cleaned_data)
        except Refused as problem:
            form.add_error(None, str(problem))
        else:
            said_yes = form.cleaned_data["answer"] == Match.Answer.YES
            messages.success(
                request,
                gettext("Good. We’ll get in touch about what comes next.") if said_yes else gettext("Thank you."),
            )
            return redirect("matching:asked_list")
    profile = shown_to_mentor(match.young_person, timezone.localdate(), moment=BEFORE)
    context = {"match": match, "profile": profile, "form": form}
    return render(request, "matching/pairing/asked_answer.html", context, status=422 if form.errors else 200)


def _not_open_any_more(request, match_id):
    """A mentor who comes late by an old link reads a kind word, and nothing of who said what."""
    if not queries.shared_with_mentor(request.user).filter(pk=match_id).exists():
        raise Http404
    messages.info(request, gettext("This question is not open any more. It says nothing about you."))
    return redirect("matching:asked_list")


@require_POST
@portal_view
def asked_known(request, match_id):
    match = get_object_or_404(queries.invitations_for(request.user), pk=match_id)
    pair = {"volunteer": match.volunteer, "young_person": match.young_person}
    actions.conflict_declare(scheme=match.scheme, kind=Conflict.Kind.KNOW_EACH_OTHER, by=request.user, **pair)
    messages.success(request, gettext("Thanks for saying so. We won’t match you two."))
    return redirect("matching:asked_list")
