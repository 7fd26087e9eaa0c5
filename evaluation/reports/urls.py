from django.urls import path

from evaluation.reports import views

urlpatterns = [
    path("", views.report_list, name="report_list"),
    path("new/", views.report_ask, name="report_ask"),
    path("<uuid:key>/", views.report_show, name="report_show"),
    path("<uuid:key>/again/", views.report_ask_again, name="report_ask_again"),
    path("<uuid:key>/download/", views.report_download, name="report_download"),
]
