from django.urls import path

from matching.waiting import views

PEOPLE = "schemes/<slug:scheme>/people/"

urlpatterns = [
    path(PEOPLE + "waiting/", views.waiting_list, name="waiting_list"),
    path(PEOPLE + "held-up/", views.stuck_list, name="stuck_list"),
]
