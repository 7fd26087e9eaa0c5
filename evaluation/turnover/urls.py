from django.urls import path

from evaluation.turnover import views

urlpatterns = [
    path("", views.evaluation_show, name="evaluation_show"),
    path("figures.csv", views.evaluation_download, name="evaluation_download"),
]
