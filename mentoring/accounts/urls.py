from django.urls import path

from mentoring.accounts import views

urlpatterns = [
    path("accounts/email/", views.email_show, name="account_email"),
    path("accounts/second-step/", views.second_step, name="second_step"),
    path("accounts/still-here/", views.still_here, name="still_here"),
    path("language/", views.language_choose, name="language_choose"),
    path("demo/enter/<slug:name>/", views.demo_enter, name="demo_enter"),
]
