from django.urls import path

from matching.supervision import views

urlpatterns = [
    path("schemes/<slug:scheme>/supervision/", views.supervision_list, name="supervision_list"),
    path("schemes/<slug:scheme>/supervision/plan/", views.supervision_plan, name="supervision_plan"),
    path(
        "schemes/<slug:scheme>/supervision/<uuid:supervision_id>/", views.supervision_record, name="supervision_record"
    ),
    path("me/supervision/", views.my_supervision, name="my_supervision"),
]
