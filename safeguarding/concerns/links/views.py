"""Linking two concerns, and all there is about one person in time order: on the page and on paper."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.web.marks import Mark, reference_made
from safeguarding.concerns import actions
from safeguarding.concerns.links.actions import concern_link
from safeguarding.concerns.links.forms import ConcernLinkForm
from safeguarding.concerns.links.paper import names_in_all, papers_of, story_of_all
from safeguarding.concerns.links.queries import about_the_same, concerns_of_person, to_link
from safeguarding.concerns.printing.forms import ConcernPrintForm
from safeguarding.concerns.printing.redacting import without, words_to_leave_out
from safeguarding.concerns.views import found, step
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.CONCERN_LIST)
def concern_link_add(request, scheme, concern_id):
    concern = found(request, concern_id)
    same = {one.pk for one in about_the_same(concern, request.actor)}
    others = to_link(concern, request.actor)
    form = ConcernLinkForm(request.POST if request.method == "POST" else None, others=others, same=same)
    return step(request, concern, form, concern_link, "Link it with another one", "Link the two")


def of_person(request, concern_id, subject_id):
    """The concern they came from, whom it is about, and every concern about that person: each reading stands in the
    trail before a word of it is read."""
    concern = found(request, concern_id)
    subject = get_object_or_404(concern.subjects.select_related("user", "volunteer", "young_person"), pk=subject_id)
    concerns = concerns_of_person(subject, request.actor)
    for one in concerns:
        actions.concern_read(concern=one, by=request.user)
    return concern, subject, concerns


@require_safe
@scheme_view(Permission.CONCERN_RAISE)
def concern_person(request, scheme, concern_id, subject_id):
    concern, subject, concerns = of_person(request, concern_id, subject_id)
    shown = {"concern": concern, "subject": subject, "concerns": concerns, "story": story_of_all(concerns)}
    return render(request, "safeguarding/concerns/concern_person.html", shown)


@scheme_view(Permission.CONCERN_RAISE)
def concern_person_print(request, scheme, concern_id, subject_id):
    concern, subject, concerns = of_person(request, concern_id, subject_id)
    form = ConcernPrintForm(request.POST if request.method == "POST" else None, names=names_in_all(concerns))
    if form.is_bound and form.is_valid():
        return printed(request, subject, concerns, form.cleaned_data)
    shown, status = {"concern": concern, "form": form, "subject": subject}, 422 if form.is_bound else 200
    return render(request, "safeguarding/concerns/concern_print_ask.html", shown, status=status)


def printed(request, subject, concerns, asked):
    words = words_to_leave_out(asked["leave_out"], asked["leave_out_words"])
    mark = Mark(request.user.name, timezone.now(), reference_made())
    shown = {
        "asked": asked,
        "mark": mark,
        "left_out": bool(words),
        "person": without(str(subject), words),
        "papers": papers_of(concerns, words),
        "back_to": subject,
    }
    said = {name: asked[name] for name in ("prepared_for", "purpose")}
    for one in concerns:
        actions.concern_print(concern=one, **said, reference=mark.reference, by=request.user)
    return render(request, "safeguarding/concerns/concern_person_print.html", shown)
