from django.urls import path

from safeguarding.contact import views

ONE = "schemes/<slug:scheme>/people/young-people/<uuid:young_person_id>/"

urlpatterns = [
    path(ONE + "reaching-them/", views.safe_contact, name="safe_contact"),
    path(ONE + "reaching-them/address/", views.safe_address, name="safe_address"),
]
