"""What every page about one young person begins and ends with."""

from django.shortcuts import get_object_or_404, redirect, render

from schemes.people.models import YoungPerson


def young_person_or_404(request, young_person_id):
    visible = YoungPerson.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(visible.select_related("user", "scheme"), pk=young_person_id)


def own_record_or_404(request, young_person_id):
    """A record of the person who is signed in."""
    visible = YoungPerson.objects.visible_to(request.actor).filter(user=request.user)
    return get_object_or_404(visible.select_related("scheme"), pk=young_person_id)


def form_shown(request, template, form, **context):
    """The page of a form; 422 where something has to be put right."""
    status = 422 if form.is_bound else 200
    return render(request, f"schemes/young_people/{template}.html", {"form": form, **context}, status=status)


def to_record(young_person):
    return redirect("schemes:young_person_show", young_person.scheme.slug, young_person.pk)
