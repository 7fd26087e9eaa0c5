from django.urls import path

from matching.endings.thanks import views

VOLUNTEER = "schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/"
MINE = "me/mentoring/<uuid:volunteer_id>/"

urlpatterns = [
    path(f"{VOLUNTEER}reference/", views.mentor_reference_write, name="mentor_reference_write"),
    path(f"{VOLUNTEER}mentoring.pdf", views.mentor_certificate, name="mentor_certificate"),
    path(f"{MINE}hours/", views.my_hours, name="my_hours"),
    path(f"{MINE}certificate.pdf", views.my_mentor_certificate, name="my_mentor_certificate"),
    path(f"{MINE}reference.pdf", views.my_mentor_reference, name="my_mentor_reference"),
]
