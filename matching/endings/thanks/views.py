"""A certificate and a reference for a mentor: theirs, and seen by those who may write it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.endings.papers import paper_or_back
from matching.endings.thanks import actions, queries, rules
from matching.endings.thanks.forms import FIRST_WORDS, MentorReferenceForm
from mentoring.web.posted import sent, taken
from mentoring.web.wording import MONTHS
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


def volunteer_or_404(request, scheme, volunteer_id):
    """Somebody else's record: nobody writes their own reference."""
    rows = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    volunteer = get_object_or_404(rows.select_related("scheme"), pk=volunteer_id)
    if volunteer.user_id == request.user.pk:
        raise Http404
    return volunteer


@scheme_view(Permission.MATCH_EDIT)
def mentor_reference_write(request, scheme, volunteer_id):
    volunteer = volunteer_or_404(request, scheme, volunteer_id)
    reference = queries.reference_of(volunteer)
    words = reference.words if reference else first_words(volunteer)
    form = MentorReferenceForm(sent(request), initial={"words": words})
    if taken(form, lambda said: actions.mentor_reference_write(volunteer=volunteer, **said, by=request.user)):
        messages.success(request, f"Written. {volunteer.first_name} can download it now.")
        return redirect("schemes:volunteer_show", scheme.slug, volunteer.pk)
    context = {"form": form, "volunteer": volunteer}
    status = 422 if form.is_bound else 200
    return render(request, "matching/endings/thanks/mentor_reference_write.html", context, status=status)


def first_words(volunteer) -> str:
    since = queries.mentoring_time(volunteer).first_on or timezone.localdate()
    return FIRST_WORDS.format(name=volunteer.first_name, since=f"{MONTHS[since.month - 1]} {since.year}")


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def mentor_certificate(request, scheme, volunteer_id):
    volunteer = volunteer_or_404(request, scheme, volunteer_id)
    return certificate(request, volunteer, "schemes:volunteer_show", scheme.slug, volunteer.pk)


@require_safe
@portal_view
def my_hours(request, volunteer_id):
    """What I gave, by year and month: the same hours as on the certificate."""
    volunteer = own_or_404(request, volunteer_id)
    given = queries.time_given(volunteer)
    context = {
        "volunteer": volunteer,
        "time": rules.time_of(given),
        "kinds": list(rules.KINDS.values()),
        "years": [
            {
                "year": year,
                "months": [month for month in rules.by_month(given) if month.first_on.year == year.first_on.year],
            }
            for year in rules.by_year(given)
        ],
    }
    return render(request, "matching/endings/thanks/my_hours.html", context)


@require_safe
@portal_view
def my_mentor_certificate(request, volunteer_id):
    return certificate(request, own_or_404(request, volunteer_id), "matching:me")


@require_safe
@portal_view
def my_mentor_reference(request, volunteer_id):
    volunteer = own_or_404(request, volunteer_id)
    reference = queries.reference_of(volunteer)
    if reference is None:
        raise Http404
    context = {"reference": reference, "volunteer": volunteer, "scheme": volunteer.scheme}
    return paper_or_back(request, "mentor_reference", context, "matching:me", title="A reference", name="reference")


def own_or_404(request, volunteer_id):
    return get_object_or_404(queries.own_records(request.user), pk=volunteer_id)


def certificate(request, volunteer, *to):
    """Hours and time, and nobody's name but the mentor's."""
    time = queries.mentoring_time(volunteer)
    context = {"volunteer": volunteer, "scheme": volunteer.scheme, "time": time, "today": timezone.localdate()}
    return paper_or_back(
        request, "mentor_certificate", context, *to, title="Certificate of mentoring", name="certificate"
    )
