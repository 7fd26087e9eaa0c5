"""Staff: messages that wait for their eyes; the rest only with a reason that is kept (L5)."""

from django.contrib import messages as said
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from matching.pairing.models import Match
from matching.relationships.messages import actions, queries
from matching.relationships.messages.forms import MessageDecideForm, MessagesOpenForm
from matching.relationships.messages.models import Message
from matching.relationships.pages import form_shown, staff_match_or_404, to_match
from matching.relationships.sides import side_of
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.MESSAGES_CHECK)
def message_list(request, scheme, match_id):
    """Who is worried says why, and reads once; each further look is another reason."""
    match = staff_match_or_404(request, match_id)
    not_ones_own(request, match)
    form, found = MessagesOpenForm(sent(request)), []
    if taken(form, lambda typed: found.extend(actions.messages_open(match=match, **typed, by=request.user))):
        context = {"thread": found, "opened": True}
        return form_shown(request, "messages/message_list", MessagesOpenForm(), match=match, **context)
    readings = match.message_readings.select_related("by")
    context = {"number": match.messages.count(), "readings": readings}
    return form_shown(request, "messages/message_list", form, match=match, **context)


@scheme_view(Permission.MESSAGES_CHECK)
def message_decide(request, scheme, message_id):
    """One that was held or reported."""
    waiting = Message.objects.visible_to(request.actor).waiting().filter(match__scheme=scheme)
    message = get_object_or_404(waiting.select_related("by"), pk=message_id)
    match = staff_match_or_404(request, message.match_id)
    not_ones_own(request, match)
    if request.method == "POST" and "dealt_with" in request.POST:
        actions.message_deal_with(message=message, by=request.user)
        said.success(request, "Written down that it was dealt with.")
        return to_match(match)
    form = MessageDecideForm(sent(request))
    if taken(form, lambda typed: actions.message_decide(message=message, **typed, by=request.user)):
        said.success(request, "Passed on." if form.cleaned_data["passed_on"] else "It stays here. They can read why.")
        return to_match(match)
    actions.message_look(message=message, by=request.user)
    held = bool(message.held_for and not message.decided_at)
    context = {"message": message, "match": match, "held": held, "held_words": queries.held_words(message)}
    return form_shown(request, "messages/message_decide", form, **context, now=timezone.now())


def not_ones_own(request, match: Match) -> None:
    if side_of(match, request.user):
        raise Http404
