from django.urls import path

from matching.cover.news import views

MENTOR, NEWS = "me/mentor/<uuid:volunteer_id>/", "me/news/<uuid:news_id>/"

urlpatterns = [
    path(MENTOR + "away/", views.away_tell, name="away_tell"),
    path(MENTOR + "life-change/", views.life_change_tell, name="life_change_tell"),
    path(NEWS + "take-back/", views.news_take_back, name="news_take_back"),
    path(NEWS + "read/", views.news_read, name="news_read"),
    path("schemes/<slug:scheme>/matches/news/<uuid:news_id>/", views.news_answer, name="news_answer"),
]
