from django.urls import path

from matching.pairing.pools import views

urlpatterns = [path("schemes/<slug:scheme>/matches/pool/", views.pool_show, name="pool_show")]
