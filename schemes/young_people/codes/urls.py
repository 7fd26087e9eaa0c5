from django.urls import path

from schemes.young_people.codes import views

urlpatterns = [
    path("schemes/<slug:scheme>/people/young-people/<uuid:young_person_id>/code/", views.code_give, name="code_give"),
    path("me/code/", views.code_say, name="code_say"),
]
