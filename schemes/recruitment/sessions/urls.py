from django.urls import path

from schemes.recruitment.sessions import public, views

STAFF = "schemes/<slug:scheme>/people/information-sessions/"
ONE = STAFF + "<uuid:session_id>/"
JOIN = "join/<slug:scheme>/"
PLACE = JOIN + "place/<str:token>/"

urlpatterns = [
    path(STAFF, views.info_session_list, name="info_session_list"),
    path(STAFF + "add/", views.info_session_add, name="info_session_add"),
    path(ONE, views.info_session_show, name="info_session_show"),
    path(ONE + "edit/", views.info_session_edit, name="info_session_edit"),
    path(ONE + "register/", views.info_register_mark, name="info_register_mark"),
    path(ONE + "walk-in/", views.info_walk_in, name="info_walk_in"),
    path(ONE + "cancel/", views.info_session_cancel, name="info_session_cancel"),
    path(JOIN + "sessions/", public.info_choose, name="info_choose"),
    path(JOIN + "sessions/<uuid:session_id>/", public.info_book, name="info_book"),
    path(PLACE, public.info_place_show, name="info_place_show"),
    path(PLACE + "cancel/", public.info_place_cancel, name="info_place_cancel"),
    path(PLACE + "calendar.ics", public.info_place_calendar, name="info_place_calendar"),
]
