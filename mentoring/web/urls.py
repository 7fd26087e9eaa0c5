from django.urls import path

from mentoring.web import views

urlpatterns = [path("exit/", views.exit_now, name="exit_now"), path("kit/", views.kit_show, name="kit_show")]
