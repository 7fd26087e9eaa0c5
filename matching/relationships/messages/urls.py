from django.urls import path

from matching.relationships.messages.views import desk, own

urlpatterns = [
    path("me/matches/<uuid:match_id>/messages/", own.message_list_mine, name="message_list_mine"),
    path("me/messages/<uuid:message_id>/report/", own.message_report, name="message_report"),
    path("schemes/<slug:scheme>/matches/<uuid:match_id>/messages/", desk.message_list, name="message_list"),
    path("schemes/<slug:scheme>/messages/<uuid:message_id>/", desk.message_decide, name="message_decide"),
]
