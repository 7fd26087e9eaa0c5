from django.urls import path

from safeguarding.keeping import views

urlpatterns = [
    path("schemes/<slug:scheme>/records/kept/", views.keep_list, name="keep_list"),
    path("privacy/", views.privacy, name="privacy"),
    path("privacy/<slug:whom>/", views.privacy_for, name="privacy_for"),
]
