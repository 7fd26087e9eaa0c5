from django.urls import path

from safeguarding.vetting.downloads import views

urlpatterns = [path("schemes/<slug:scheme>/checks/download/", views.check_download, name="check_download")]
