from django.urls import path

from matching.relationships.calendar import views

urlpatterns = [
    path("me/calendar/", views.calendar_show, name="calendar_show"),
    path("me/calendar/make/", views.calendar_make, name="calendar_make"),
    path("me/calendar/stop/", views.calendar_stop, name="calendar_stop"),
    path("calendar/<str:token>.ics", views.calendar_feed, name="calendar_feed"),
    path("me/sessions/<uuid:session_id>/calendar/", views.session_calendar, name="session_calendar"),
]
