"""Contact, and other support somebody was pointed to."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone

from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.young_people import actions
from schemes.young_people.forms.waiting import ContactForm, SignpostFollowUpForm, SignpostForm
from schemes.young_people.models import Contact, Signpost
from schemes.young_people.views.pages import form_shown, to_record, young_person_or_404


@scheme_view(Permission.PEOPLE_EDIT)
def contact_record(request, scheme, young_person_id):
    young_person = young_person_or_404(request, young_person_id)
    first = {"made_on": timezone.localdate(), "kind": Contact.Kind.PROGRESS}
    form = ContactForm(sent(request), initial=first)
    if taken(form, lambda said: actions.contact_record(young_person=young_person, **said, by=request.user)):
        messages.success(request, "Written down.")
        return to_record(young_person)
    return form_shown(request, "contact_record", form, young_person=young_person)


@scheme_view(Permission.PEOPLE_EDIT)
def signpost_add(request, scheme, young_person_id):
    young_person = young_person_or_404(request, young_person_id)
    leaves = "yes" if "leaves" in request.GET else None
    form = SignpostForm(sent(request), initial={"told_on": timezone.localdate(), "leaves": leaves})
    if taken(form, lambda said: actions.signpost_add(young_person=young_person, **said, by=request.user)):
        messages.success(request, "Written down.")
        return to_record(young_person)
    return form_shown(request, "signpost_add", form, young_person=young_person)


@scheme_view(Permission.PEOPLE_EDIT)
def signpost_follow_up(request, scheme, signpost_id):
    rows = Signpost.objects.visible_to(request.actor).filter(young_person__scheme=scheme)
    signpost = get_object_or_404(rows.select_related("young_person__scheme"), pk=signpost_id)
    form = SignpostFollowUpForm(sent(request), initial={"followed_up_on": timezone.localdate()})
    if taken(form, lambda said: actions.signpost_follow_up(signpost=signpost, **said, by=request.user)):
        messages.success(request, "Written down.")
        return to_record(signpost.young_person)
    return form_shown(request, "signpost_follow_up", form, young_person=signpost.young_person, signpost=signpost)
