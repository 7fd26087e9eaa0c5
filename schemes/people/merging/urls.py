from django.urls import path

from schemes.people.merging import views

BASE = "schemes/<slug:scheme>/people/<str:kind>/twice/"

urlpatterns = [
    path(BASE, views.pair_list, name="pair_list"),
    path(f"{BASE}look/", views.pairs_refresh, name="pairs_refresh"),
    path(f"{BASE}<uuid:pair_id>/", views.pair_show, name="pair_show"),
    path(f"{BASE}<uuid:pair_id>/two/", views.pair_part, name="pair_part"),
    path(f"{BASE}<uuid:merged_id>/undo/", views.merge_undo, name="merge_undo"),
]
