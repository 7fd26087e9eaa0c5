from django.urls import path

from mentoring.accounts import views

urlpatterns = [path("demo/enter/<slug:name>/", views.demo_enter, name="demo_enter")]
