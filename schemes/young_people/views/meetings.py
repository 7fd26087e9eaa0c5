"""The first meeting, written down on one page by whoever was there."""

from django.contrib import messages
from django.db import transaction
from django.utils import timezone

from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.young_people import actions
from schemes.young_people.forms.meetings import FirstMeetingForm, known
from schemes.young_people.views.pages import form_shown, to_record, young_person_or_404


@scheme_view(Permission.PEOPLE_EDIT)
def first_meeting_record(request, scheme, young_person_id):
    young_person = young_person_or_404(request, young_person_id)
    form_key = f"first-meeting-{young_person.pk}"
    already = known(young_person)
    typed = draft_initial(request.user, form_key, FirstMeetingForm)
    form = FirstMeetingForm(sent(request), already=already, initial=already | {"held_on": timezone.localdate()} | typed)

    @transaction.atomic
    def record(said):
        actions.first_meeting_record(
            young_person=young_person, meeting=form.meeting(), person=form.person(), where_to=said["where_to"],
            by=request.user,
        )  # fmt: skip
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, record):
        messages.success(request, f"Written down. {young_person.first_name} chose, and that is done.")
        return to_record(young_person)
    return form_shown(request, "first_meeting_record", form, young_person=young_person, form_key=form_key)
