from django.urls import path

from safeguarding.trail import views

urlpatterns = [
    path("schemes/<slug:scheme>/trail/", views.trail_list, name="trail_list"),
    path("me/who-looked/", views.who_looked_mine, name="who_looked_mine"),
]
