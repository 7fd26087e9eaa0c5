from django.urls import path

from safeguarding.visits import views

urlpatterns = [
    path("me/out/", views.visit_mine, name="visit_mine"),
    path("me/out/<uuid:visit_id>/back/", views.visit_back, name="visit_back"),
    path("me/out/<uuid:visit_id>/longer/", views.visit_longer, name="visit_longer"),
    path("schemes/<slug:scheme>/out/", views.visit_list, name="visit_list"),
    path("schemes/<slug:scheme>/out/<uuid:visit_id>/settle/", views.visit_settle, name="visit_settle"),
]
