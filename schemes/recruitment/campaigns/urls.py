from django.urls import path

from schemes.recruitment.campaigns import views

BASE = "schemes/<slug:scheme>/people/campaigns/"

urlpatterns = [
    path(BASE, views.campaign_list, name="campaign_list"),
    path(BASE + "add/", views.campaign_add, name="campaign_add"),
    path(BASE + "<uuid:campaign_id>/", views.campaign_show, name="campaign_show"),
    path(BASE + "<uuid:campaign_id>/edit/", views.campaign_edit, name="campaign_edit"),
    path(BASE + "<uuid:campaign_id>/poster/", views.campaign_poster, name="campaign_poster"),
]
