"""After a session: two lines of the mentor's, for those who stand behind them (L6)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from matching.pairing.states import TOGETHER
from matching.relationships.models import MentoringSession
from matching.relationships.pages import own_pair_or_404
from matching.support import actions
from matching.support.forms import DebriefSayForm
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view


@portal_view
def debrief_say(request, session_id):
    """How was it for you? What was said before stands there, to be changed."""
    session = get_object_or_404(MentoringSession.objects.visible_to(request.actor), pk=session_id)
    session.match, _ = own_pair_or_404(request, session.match_id, TOGETHER, ("mentor",))
    if not session.is_met or session.with_cover_id:
        raise Http404
    said = getattr(session, "debrief", None)
    first = {name: getattr(said, name) for name in ("feeling", "words", "talk_over")} if said else {}
    form = DebriefSayForm(sent(request), initial=first)
    if taken(form, lambda told: actions.debrief_say(session=session, **told, by=request.user)):
        messages.success(request, gettext("Thank you for saying."))
        return redirect("matching:me")
    context = {"form": form, "session": session, "match": session.match}
    return render(request, "matching/support/debrief_say.html", context, status=422 if form.is_bound else 200)
