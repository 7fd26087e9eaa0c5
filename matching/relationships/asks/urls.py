from django.urls import path

from matching.relationships.asks import views

urlpatterns = [
    path("me/matches/<uuid:match_id>/ask/", views.ask_make, name="ask_make"),
    path("me/asks/<uuid:ask_id>/take-back/", views.ask_take_back, name="ask_take_back"),
    path("me/asks/<uuid:ask_id>/read/", views.ask_read, name="ask_read"),
    path("schemes/<slug:scheme>/matches/asks/<uuid:ask_id>/", views.ask_answer, name="ask_answer"),
]
