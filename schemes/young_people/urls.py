from django.urls import path

from schemes.young_people.views import care, meetings, sharing, waiting

PEOPLE = "schemes/<slug:scheme>/people/"
ONE = PEOPLE + "young-people/<uuid:young_person_id>/"

urlpatterns = [
    path(ONE + "first-meeting/", meetings.first_meeting_record, name="first_meeting_record"),
    path(ONE + "contact/", waiting.contact_record, name="contact_record"),
    path(ONE + "elsewhere/", waiting.signpost_add, name="signpost_add"),
    path(PEOPLE + "elsewhere/<uuid:signpost_id>/", waiting.signpost_follow_up, name="signpost_follow_up"),
    path(ONE + "sharing/", sharing.sharing_edit, name="sharing_edit"),
    path("me/what-a-mentor-sees/", sharing.sharing_mine, name="sharing_mine"),
    path("me/what-a-mentor-sees/<uuid:young_person_id>/", sharing.sharing_edit_mine, name="sharing_edit_mine"),
    path(ONE + "care/", care.care_show, name="care_show"),
    path(ONE + "care/confirm/", care.category_confirm, name="category_confirm"),
    path(ONE + "care/add/", care.care_spell_add, name="care_spell_add"),
    path(PEOPLE + "care/<uuid:spell_id>/remove/", care.care_spell_remove, name="care_spell_remove"),
]
