from django.urls import path

from matching.endings.letters import views

LETTER = "schemes/<slug:scheme>/matches/<uuid:match_id>/ending/letter"

urlpatterns = [
    path(f"{LETTER}/", views.ending_letter_write, name="ending_letter_write"),
    path(f"{LETTER}.pdf", views.ending_letter, name="ending_letter"),
    path(f"{LETTER}/confirm/", views.ending_letter_confirm, name="ending_letter_confirm"),
    path("me/letters/<uuid:ending_id>/", views.letter_mine, name="letter_mine"),
    path("me/letters/<uuid:ending_id>.pdf", views.letter_mine_print, name="letter_mine_print"),
]
