from django.urls import path

from schemes.people.standing import views

STAFF = "schemes/<slug:scheme>/"

urlpatterns = [
    path(STAFF + "people/<str:kind>/too-long/", views.too_long_list, name="too_long_list"),
    path(STAFF + "stages/", views.stage_limits_set, name="stage_limits_set"),
    path(STAFF + "stages/usual/", views.stage_limits_reset, name="stage_limits_reset"),
]
