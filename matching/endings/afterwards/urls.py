from django.urls import path

from matching.endings.afterwards import views

MATCH = "schemes/<slug:scheme>/matches/<uuid:match_id>/"

urlpatterns = [
    path(f"{MATCH}three-months-on/", views.follow_up_record, name="follow_up_record"),
    path(f"{MATCH}go-on/", views.match_reopen, name="match_reopen"),
]
