from django.urls import path

from matching.relationships.reviews import views

REVIEW = "schemes/<slug:scheme>/matches/reviews/<uuid:review_id>/"

urlpatterns = [
    path(REVIEW, views.review_hold, name="review_hold"),
    path(f"{REVIEW}begin/", views.review_begin, name="review_begin"),
    path("me/matches/<uuid:match_id>/review/", views.review_say, name="review_say"),
]
