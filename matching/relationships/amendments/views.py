"""A session put right by its mentor."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext

from matching.relationships.amendments.actions import session_correct as put_right
from matching.relationships.amendments.forms import SessionCorrectForm, written_so_far
from matching.relationships.amendments.queries import is_locked
from matching.relationships.models import MentoringSession
from matching.relationships.pages import form_shown
from matching.relationships.views.sessions import own_session_or_404
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view


@portal_view
def session_correct(request, session_id):
    session, _ = own_session_or_404(request, session_id, "mentor")
    if session.outcome == MentoringSession.Outcome.PLANNED:
        raise Http404
    asked = {"name": session.match.young_person.first_name, "is_locked": is_locked(session)}
    form_key = f"session-correct-{session.pk}"
    first = written_so_far(session) | draft_initial(request.user, form_key, SessionCorrectForm(**asked))
    form = SessionCorrectForm(sent(request), initial=first, **asked)

    @transaction.atomic
    def correct(said):
        put_right(session=session, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, correct):
        messages.success(request, gettext("Changed."))
        return redirect("matching:session_list_mine", session.match_id)
    return form_shown(request, "session_correct", form, session=session, match=session.match, form_key=form_key)
