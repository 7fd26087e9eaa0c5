"""A chronology on paper, for a court or a partner: asked for whom and why before, written down before it is shown."""

from django.shortcuts import render
from django.utils import timezone

from mentoring.web.marks import Mark, reference_made
from safeguarding.concerns import actions
from safeguarding.concerns.printing.forms import ConcernPrintForm
from safeguarding.concerns.printing.paper import names_in, paper_of
from safeguarding.concerns.printing.redacting import words_to_leave_out
from safeguarding.concerns.views import found
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.CONCERN_RAISE)
def concern_print(request, scheme, concern_id):
    concern = found(request, concern_id)
    actions.concern_read(concern=concern, by=request.user)  # the form itself names people
    form = ConcernPrintForm(request.POST if request.method == "POST" else None, names=names_in(concern))
    if form.is_bound and form.is_valid():
        return printed(request, concern, form.cleaned_data)
    shown, status = {"concern": concern, "form": form}, 422 if form.is_bound else 200
    return render(request, "safeguarding/concerns/concern_print_ask.html", shown, status=status)


def printed(request, concern, asked):
    """The paper itself. That it was made stands in the concern's history from now on, and not yet on this paper."""
    words = words_to_leave_out(asked["leave_out"], asked["leave_out_words"])
    mark = Mark(request.user.name, timezone.now(), reference_made())
    shown = {"concern": concern, "asked": asked, "mark": mark, "left_out": bool(words), **paper_of(concern, words)}
    said = {name: asked[name] for name in ("prepared_for", "purpose")}
    actions.concern_print(concern=concern, **said, reference=mark.reference, by=request.user)
    return render(request, "safeguarding/concerns/concern_print.html", shown)
