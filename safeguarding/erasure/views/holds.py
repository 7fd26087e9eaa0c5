"""What stops that anything of somebody goes. Managers and leads read of it, and nobody else."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from mentoring.web.posted import sent, taken
from safeguarding.erasure import actions, forms
from safeguarding.erasure.models import LegalHold
from safeguarding.erasure.views.deciding import ANSWER, logged, step_page
from schemes.people.gates import scheme_view


@scheme_view(ANSWER)
def legal_hold_place(request, scheme):
    form = forms.LegalHoldPlaceForm(sent(request))
    if taken(form, lambda said: logged(actions.legal_hold_place, request, scheme, said)):
        messages.success(request, "Nothing of them goes until you end it.")
        return redirect("safeguarding:erasure_list", scheme=scheme.slug)
    return step_page(request, form, "Nothing of somebody may go", "Hold it")


@scheme_view(ANSWER)
def legal_hold_end(request, scheme, hold_id):
    rows = LegalHold.objects.visible_to(request.actor).open().select_related("user", "volunteer", "young_person")
    hold = get_object_or_404(rows, pk=hold_id)
    form = forms.LegalHoldEndForm(sent(request))
    if taken(form, lambda said: actions.legal_hold_end(hold=hold, **said, by=request.user)):
        messages.success(request, "It has ended. What was asked for can go on.")
        return redirect("safeguarding:erasure_list", scheme=scheme.slug)
    shown = {"hold": hold, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/erasure/legal_hold_end.html", shown, status=status)
