"""Either of the two finds out late that they know each other: said in one step, told to nobody else (lifecycle.md)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from matching.pairing import actions
from matching.pairing.forms import KnownForm
from matching.pairing.states import TOGETHER
from matching.relationships.pages import own_pair_or_404
from matching.relationships.sides import AGREEING
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view


@portal_view
def conflict_say(request, match_id):
    """From both yeses on. Before the introduction the match is let go; after it, staff decide."""
    match, _ = own_pair_or_404(request, match_id, AGREEING)
    if match.state == "ending":
        raise Http404
    pair = {"scheme": match.scheme, "volunteer": match.volunteer, "young_person": match.young_person}
    form, have_begun = KnownForm(sent(request)), match.state in TOGETHER
    if taken(form, lambda said: actions.conflict_declare(**pair, **said, by=request.user)):
        messages.success(request, TALK if have_begun else LET_GO)
        return redirect("matching:me")
    context = {"form": form, "match": match, "have_begun": have_begun}
    status = 422 if form.errors else 200
    return render(request, "matching/pairing/conflict_say.html", context, status=status)


LET_GO = _("Thanks for saying so. You two won’t be matched, and nobody is told who said it.")
TALK = _(
    "Thanks for saying so. Somebody from the scheme will talk with you very soon. Nobody else is told that it was you."
)
