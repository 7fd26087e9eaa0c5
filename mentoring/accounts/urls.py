from django.urls import path

from mentoring.accounts import views

urlpatterns = [
    path("accounts/email/", views.email_show, name="account_email"),
    path("demo/enter/<slug:name>/", views.demo_enter, name="demo_enter"),
]
