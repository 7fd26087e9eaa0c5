"""Who may open the pages of people and recruitment."""

from mentoring.tests.access_kit import page, portal, public_page


def of(name, key):
    """kwargs that name one record of the world."""
    return lambda world: {key: getattr(world, name).pk}


VOLUNTEER = of("volunteer", "volunteer_id")
YOUNG_PERSON = of("young_person", "young_person_id")


def join(**kwargs):
    return public_page(kwargs=lambda world: {"scheme": world.scheme.slug, **kwargs})


def own_application(**kwargs):
    return public_page(kwargs=lambda world: {"scheme": world.scheme.slug, "token": world.application_token, **kwargs})


ACCESS = {
    "schemes:volunteer_list": page("coordinator lead supervisor"),
    "schemes:volunteer_download": page("coordinator lead"),
    "schemes:volunteer_add": page("coordinator"),
    "schemes:volunteer_show": page("coordinator lead supervisor", kwargs=VOLUNTEER),
    "schemes:volunteer_edit": page("coordinator", kwargs=VOLUNTEER),
    "schemes:volunteer_move": page("coordinator", kwargs=VOLUNTEER),
    "schemes:volunteer_invite": page("coordinator", kwargs=of("enquirer", "volunteer_id"), method="post"),
    "schemes:young_person_list": page("coordinator lead"),
    "schemes:young_person_download": page("coordinator lead"),
    "schemes:young_person_add": page("coordinator"),
    "schemes:young_person_show": page("coordinator lead", kwargs=YOUNG_PERSON),
    "schemes:young_person_edit": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:young_person_move": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:young_person_invite": page("coordinator", kwargs=YOUNG_PERSON, method="post"),
    "schemes:member_list": page("coordinator manager"),
    "schemes:invitation_send": page("coordinator manager"),
    "schemes:membership_end": page(
        "coordinator manager",
        kwargs=lambda world: {"membership_id": world.trainer.memberships.get(scheme=world.scheme).pk},
        method="post",
    ),
    "schemes:invitation_withdraw": page("coordinator manager", kwargs=of("invitation", "invitation_id"), method="post"),
    "schemes:invitation_take_up": public_page(kwargs=lambda world: {"token": world.invitation_token}),
    "schemes:my_referrals": portal(open_to_all=True),
    "schemes:referral_mine": portal(
        "referrer", kwargs=lambda w: {"referral_id": w.young_person.referrals.get(referrer=w.referrer).pk}
    ),
    "schemes:join_show": join(),
    "schemes:enquiry_send": join(),
    "schemes:join_thanks": join(kind="mentor"),
    "schemes:asking_begin": join(),
    "schemes:asking_answer": join(question="reach"),
    "schemes:asking_send": join(),
    "schemes:asking_keep": join(),
    "schemes:asking_back": join(),
    "schemes:asking_open": public_page(kwargs=lambda w: {"scheme": w.scheme.slug, "token": w.asking_token}),
    "schemes:referral_send": join(),
    "schemes:application_show": own_application(),
    "schemes:application_fill": own_application(part="why"),
    "schemes:application_send": own_application(),
    "schemes:application_invite": page("coordinator", kwargs=of("enquirer", "volunteer_id"), method="post"),
}
