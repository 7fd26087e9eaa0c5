from django.urls import path

from schemes.young_people.diary import views

#: The address says nothing of what is kept there: it stays in the memory of a shared computer.
NOTES = "me/notes/"

urlpatterns = [
    path(NOTES, views.diary_list, name="diary_list"),
    path(f"{NOTES}new/", views.diary_write, name="diary_write"),
    path(f"{NOTES}<uuid:entry_id>/", views.diary_show, name="diary_show"),
    path(f"{NOTES}<uuid:entry_id>/remove/", views.diary_remove, name="diary_remove"),
]
