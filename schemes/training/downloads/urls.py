from django.urls import path

from schemes.training.downloads import views

urlpatterns = [path("schemes/<slug:scheme>/training/download/", views.training_download, name="training_download")]
