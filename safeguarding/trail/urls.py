from django.urls import path

from safeguarding.trail import views
from safeguarding.trail.unusual import views as unusual

urlpatterns = [
    path("schemes/<slug:scheme>/trail/", views.trail_list, name="trail_list"),
    path("schemes/<slug:scheme>/trail/asking/", unusual.look_list, name="look_list"),
    path("schemes/<slug:scheme>/trail/asking/<slug:key>/", unusual.look_ask, name="look_ask"),
    path("schemes/<slug:scheme>/leads/asking/", unusual.look_list_lead, name="look_list_lead"),
    path("schemes/<slug:scheme>/leads/asking/<slug:key>/", unusual.look_ask_lead, name="look_ask_lead"),
    path("me/who-looked/", views.who_looked_mine, name="who_looked_mine"),
]
