from django.urls import path

from matching.pairing.wishes import views

MATCHES = "schemes/<slug:scheme>/matches/wishes/"

urlpatterns = [
    path("me/what-i-show/", views.profile_edit, name="profile_edit"),
    path("me/what-i-show/yes/", views.profile_show_agree, name="profile_show_agree"),
    path("me/what-i-show/<slug:wish>/", views.wish_edit, name="wish_edit"),
    path(MATCHES + "mentor/<uuid:volunteer_id>/", views.mentor_wishes_write, name="mentor_wishes_write"),
    path(MATCHES + "young-person/<uuid:young_person_id>/", views.mentee_wishes_write, name="mentee_wishes_write"),
]
