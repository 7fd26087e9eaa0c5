from django.urls import path

from evaluation.review import views

urlpatterns = [
    path("", views.review_list, name="review_list"),
    path("new/", views.review_start, name="review_start"),
    path("<uuid:key>/", views.review_show, name="review_show"),
    path("<uuid:key>/write/", views.review_write, name="review_write"),
    path("<uuid:key>/decisions/", views.decision_add, name="decision_add"),
    path("decisions/<uuid:key>/plan/", views.decision_feed, name="decision_feed"),
]
