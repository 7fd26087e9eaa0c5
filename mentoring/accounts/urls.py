from django.urls import path

from mentoring.accounts import views

urlpatterns = [
    path("accounts/email/", views.email_show, name="account_email"),
    path("accounts/second-step/", views.second_step, name="second_step"),
    path("accounts/sign-ins/", views.sign_in_list, name="sign_in_list"),
    path("accounts/sign-ins/end-others/", views.sign_ins_end, name="sign_ins_end"),
    path("accounts/sign-ins/<slug:name>/end/", views.sign_in_end, name="sign_in_end"),
    path("accounts/still-here/", views.still_here, name="still_here"),
    path("language/", views.language_choose, name="language_choose"),
    path("demo/enter/<slug:name>/", views.demo_enter, name="demo_enter"),
]
