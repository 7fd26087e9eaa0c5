from django.urls import path

from schemes.people.views import members, referrals, rosters, volunteers, young_people

STAFF = "schemes/<slug:scheme>/"
VOLUNTEER = STAFF + "people/volunteers/<uuid:volunteer_id>/"
YOUNG_PERSON = STAFF + "people/young-people/<uuid:young_person_id>/"

urlpatterns = [
    path(STAFF + "people/volunteers/", rosters.volunteer_list, name="volunteer_list"),
    path(STAFF + "people/volunteers/download/", rosters.volunteer_download, name="volunteer_download"),
    path(STAFF + "people/volunteers/add/", volunteers.volunteer_add, name="volunteer_add"),
    path(VOLUNTEER, volunteers.volunteer_show, name="volunteer_show"),
    path(VOLUNTEER + "edit/", volunteers.volunteer_edit, name="volunteer_edit"),
    path(VOLUNTEER + "move/", volunteers.volunteer_move, name="volunteer_move"),
    path(VOLUNTEER + "invite/", volunteers.volunteer_invite, name="volunteer_invite"),
    path(STAFF + "people/young-people/", rosters.young_person_list, name="young_person_list"),
    path(STAFF + "people/young-people/download/", rosters.young_person_download, name="young_person_download"),
    path(STAFF + "people/young-people/add/", young_people.young_person_add, name="young_person_add"),
    path(YOUNG_PERSON, young_people.young_person_show, name="young_person_show"),
    path(YOUNG_PERSON + "edit/", young_people.young_person_edit, name="young_person_edit"),
    path(YOUNG_PERSON + "move/", young_people.young_person_move, name="young_person_move"),
    path(YOUNG_PERSON + "invite/", young_people.young_person_invite, name="young_person_invite"),
    path(STAFF + "members/", members.member_list, name="member_list"),
    path(STAFF + "members/invite/", members.invitation_send, name="invitation_send"),
    path(STAFF + "members/<uuid:membership_id>/end/", members.membership_end, name="membership_end"),
    path(
        STAFF + "members/invitations/<uuid:invitation_id>/withdraw/",
        members.invitation_withdraw,
        name="invitation_withdraw",
    ),
    path("invitation/<str:token>/", members.invitation_take_up, name="invitation_take_up"),
    path("me/referrals/", referrals.my_referrals, name="my_referrals"),
    path("me/referrals/<uuid:referral_id>/", referrals.referral_mine, name="referral_mine"),
]
