from django.urls import path

from matching.endings import views

MATCH = "schemes/<slug:scheme>/matches/<uuid:match_id>/ending/"

urlpatterns = [
    path(f"{MATCH}begin/", views.match_ending_begin, name="match_ending_begin"),
    path(MATCH, views.ending_edit, name="ending_edit"),
    path(f"{MATCH}close/", views.match_end, name="match_end"),
    path(f"{MATCH}they-know-each-other/", views.conflict_decide, name="conflict_decide"),
    path("me/another-mentor/", views.rematch_answer, name="rematch_answer"),
    path(f"{MATCH}review/", views.ending_review_sign, name="ending_review_sign"),
    path("schemes/<slug:scheme>/close/", views.scheme_close, name="scheme_close"),
    path("me/matches/<uuid:match_id>/ending/", views.ending_say, name="ending_say"),
]
