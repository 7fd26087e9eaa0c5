"""After an ending: how the young person is three months on, and an ending that is taken back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from matching.endings.afterwards import actions, queries
from matching.endings.afterwards.forms import FollowUpForm, ReopenForm
from matching.endings.afterwards.rules import reopens_until
from matching.endings.pages import match_of_others_or_404
from matching.relationships.pages import to_match
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.MATCH_EDIT)
def follow_up_record(request, scheme, match_id):
    match = match_of_others_or_404(request, match_id)
    follow_up = queries.follow_up_of(match)
    if follow_up is None:
        raise Http404
    form = FollowUpForm(sent(request), initial=said_before(follow_up))
    if taken(form, lambda said: actions.follow_up_record(follow_up=follow_up, **said, by=request.user)):
        messages.success(request, "Written down.")
        return to_match(match)
    return shown(request, "follow_up_record", form, match=match, follow_up=follow_up)


def said_before(follow_up) -> dict:
    names = FollowUpForm.base_fields if follow_up.outcome else ()
    return {name: getattr(follow_up, name) for name in names}


@scheme_view(Permission.MATCH_EDIT)
def match_reopen(request, scheme, match_id):
    """Within a fortnight, with the reason, past the gate."""
    match = match_of_others_or_404(request, match_id)
    if not queries.may_reopen(match, timezone.localdate()):
        raise Http404
    until, form = reopens_until(match.ended_on), ReopenForm(sent(request))
    if taken(form, lambda said: actions.match_reopen(match=match, **said, by=request.user)):
        messages.success(request, "They are together again. The ending is kept with what happened.")
        return to_match(match)
    return shown(request, "match_reopen", form, match=match, until=until)


def shown(request, template: str, form, **context):
    status = 422 if form.is_bound else 200
    return render(request, f"matching/endings/afterwards/{template}.html", {"form": form, **context}, status=status)
