"""The two write to each other, in their own portal."""

from django.contrib import messages as said
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.pairing.states import TOGETHER
from matching.relationships.messages import actions, queries
from matching.relationships.messages.forms import MessageForm
from matching.relationships.messages.models import Message
from matching.relationships.pages import form_shown, own_pair_or_404, pressed
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view

PAGE = 30
LIST = "matching:message_list_mine"


@portal_view
def message_list_mine(request, match_id):
    """What they wrote, and a box to write in. What reaches the page is read."""
    match, side = own_pair_or_404(request, match_id, states=TOGETHER)
    form_key = f"message-{match.pk}"
    form = MessageForm(sent(request), initial=draft_initial(request.user, form_key, MessageForm))
    if taken(form, lambda typed: told(request, actions.message_send(match=match, **typed, by=request.user))):
        draft_drop(form_key=form_key, by=request.user)
        return redirect(LIST, match.pk)
    actions.messages_read(match=match, by=request.user)
    thread = Paginator(queries.thread_for(match, request.user, timezone.now()), PAGE)
    context = {"match": match, "side": side, "page": thread.get_page(request.GET.get("page"))}
    context |= {"may_write": queries.may_write(match), "form_key": form_key, "now": timezone.now()}
    return form_shown(request, "messages/message_list_mine", form, **context)


def told(request, message) -> None:
    """What becomes of it, said at once: read now, later, or after somebody has looked."""
    if message.held_for:
        said.info(
            request,
            gettext("Kept. It has %(what)s in it, so somebody who runs this looks at it first.")
            % {"what": queries.held_words(message)},
        )
    elif message.readable_from > timezone.now():
        said.success(request, gettext("Kept. It arrives when the hours you two agreed begin."))
    else:
        said.success(request, gettext("Sent."))


@require_POST
@portal_view
def message_report(request, message_id):
    """One press: this is not right."""
    message = get_object_or_404(Message.objects.visible_to(request.actor).exclude(by=request.user), pk=message_id)
    own_pair_or_404(request, message.match_id, states=TOGETHER)
    words = gettext("Thank you for telling us. Somebody who runs this looks at it. The other one is not told.")
    return pressed(
        request, lambda: actions.message_report(message=message, by=request.user), words, LIST, message.match_id
    )
