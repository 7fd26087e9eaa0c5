from django.urls import path

from matching.warning import views

urlpatterns = [
    path("schemes/<slug:scheme>/matches/signs/", views.sign_list, name="sign_list"),
    path("schemes/<slug:scheme>/matches/signs/counts/", views.sign_counts, name="sign_counts"),
    path("schemes/<slug:scheme>/matches/<uuid:match_id>/signs/", views.sign_note_add, name="sign_note_add"),
]
