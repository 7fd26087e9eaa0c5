from django.urls import path

from matching.relationships.pulses import views

MINE = "me/matches/<uuid:match_id>/going/"

urlpatterns = [
    path(MINE, views.pulse_say, name="pulse_say"),
    path(f"{MINE}more/", views.pulse_words, name="pulse_words"),
    path(f"{MINE}asking/", views.pulse_asking, name="pulse_asking"),
    path(
        "schemes/<slug:scheme>/matches/pulses/<uuid:pulse_id>/follow-up/", views.pulse_follow_up, name="pulse_follow_up"
    ),
]
