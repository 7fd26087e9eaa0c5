"""After a time with somebody who stands in: what they wrote put right, and how it was for them (L6, L7)."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext

from matching.cover import actions
from matching.cover.forms import CoverSessionCorrectForm
from matching.cover.views.own import shown, staff_of, standing_in_or_404
from matching.relationships.amendments.forms import written_so_far
from matching.relationships.amendments.queries import is_locked
from matching.support.actions import debrief_say
from matching.support.forms import DebriefSayForm
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view


def own_session_or_404(request, cover_id, session_id):
    """A session that whoever stands in today wrote down themselves, with its cover."""
    cover = standing_in_or_404(request, cover_id)
    session = cover.sessions.filter(pk=session_id, logged_by=request.user).exclude(outcome="planned").first()
    if session is None:
        raise Http404
    session.with_cover, session.match = cover, cover.pause.match
    return session, cover


@portal_view
def cover_session_correct(request, cover_id, session_id):
    """As a mentor puts right what they wrote down; kept as typed."""
    session, cover = own_session_or_404(request, cover_id, session_id)
    match = session.match
    asked = {"name": match.young_person.first_name, "mentor": match.volunteer.first_name, "staff": staff_of(match)}
    asked["is_locked"] = is_locked(session)
    form_key = f"cover-correct-{session.pk}"
    first = written_so_far(session) | draft_initial(request.user, form_key, CoverSessionCorrectForm(**asked))
    form = CoverSessionCorrectForm(sent(request), initial=first, **asked)

    @transaction.atomic
    def correct(said):
        actions.cover_session_correct(cover=cover, session=session, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, correct):
        messages.success(request, gettext("Changed."))
        return redirect("matching:cover_show", cover.pk)
    return shown(request, "cover_session_correct", cover, form=form, session=session, form_key=form_key)


@portal_view
def cover_debrief_say(request, cover_id, session_id):
    """How was it for you? What was said before stands there, to be changed."""
    session, cover = own_session_or_404(request, cover_id, session_id)
    if not session.is_met:
        raise Http404
    said = getattr(session, "debrief", None)
    first = {name: getattr(said, name) for name in ("feeling", "words", "talk_over")} if said else {}
    form = DebriefSayForm(sent(request), initial=first)
    in_touch = gettext("%(staff)s will be in touch with you.") % {"staff": staff_of(session.match)}
    form.fields["talk_over"].help_text = in_touch
    if taken(form, lambda told: debrief_say(session=session, **told, by=request.user)):
        messages.success(request, gettext("Thank you for saying."))
        return redirect("matching:cover_show", cover.pk)
    return shown(request, "cover_debrief_say", cover, form=form, session=session)
