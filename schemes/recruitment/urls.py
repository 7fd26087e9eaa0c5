from django.urls import path

from schemes.recruitment.views import applications, asking, joining, recruiting, referring

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
    path(JOIN + "mentor/", asking.asking_begin, name="asking_begin"),
    path(JOIN + "mentor/check/", asking.asking_send, name="asking_send"),
    path(JOIN + "mentor/<slug:question>/", asking.asking_answer, name="asking_answer"),
    path(JOIN + "refer/", referring.referral_send, name="referral_send"),
    path(
        STAFF + "people/volunteers/<uuid:volunteer_id>/application/",
        applications.application_invite,
        name="application_invite",
    ),
    path(
        STAFF + "people/volunteers/<uuid:volunteer_id>/interview/",
        recruiting.interview_record,
        name="interview_record",
    ),
    path(STAFF + "campaigns/", recruiting.campaign_list, name="campaign_list"),
    path(STAFF + "campaigns/add/", recruiting.campaign_add, name="campaign_add"),
]
