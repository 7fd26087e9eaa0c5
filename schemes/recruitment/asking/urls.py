from django.urls import path

from schemes.recruitment.asking import later, views

ASK = "join/<slug:scheme>/mentor/"

urlpatterns = [
    path(ASK, views.asking_begin, name="asking_begin"),
    path(ASK + "check/", views.asking_send, name="asking_send"),
    path(ASK + "later/", later.asking_keep, name="asking_keep"),
    path(ASK + "back/", later.asking_back, name="asking_back"),
    path(ASK + "back/<str:token>/", later.asking_open, name="asking_open"),
    path(ASK + "<slug:question>/", views.asking_answer, name="asking_answer"),
]
