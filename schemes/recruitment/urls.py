from django.urls import path

from schemes.recruitment.views import applications, joining, referring

STAFF = "schemes/<slug:scheme>/"
JOIN = "join/<slug:scheme>/"
APPLICATION = JOIN + "application/<str:token>/"

urlpatterns = [
    path(JOIN, joining.join_show, name="join_show"),
    path(JOIN + "volunteer/", joining.enquiry_send, name="enquiry_send"),
    path(JOIN + "thanks/<slug:kind>/", joining.join_thanks, name="join_thanks"),
    path(APPLICATION, applications.application_show, name="application_show"),
    path(APPLICATION + "send/", applications.application_send, name="application_send"),
    path(APPLICATION + "<slug:part>/", applications.application_fill, name="application_fill"),
    path(JOIN + "refer/", referring.referral_send, name="referral_send"),
    path(
        STAFF + "people/volunteers/<uuid:volunteer_id>/application/",
        applications.application_invite,
        name="application_invite",
    ),
]
