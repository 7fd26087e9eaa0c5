"""A few worries: one long closed, one being looked after, one that came this morning, one about the co-ordinator."""

from django.utils import timezone

from safeguarding.concerns import actions
from safeguarding.concerns.deciding import actions as deciding


def concerns_load(stage) -> None:
    scheme = stage.schemes["south-yorkshire"]
    closed_load(stage, scheme)
    looked_after_load(stage, scheme)
    with stage.on(stage.day(1), hour=16):
        actions.concern_raise(
            scheme=scheme,
            happened="Dee gave out a young person’s new address over the phone to somebody who said he was a cousin.",
            opinion="I think it was a slip, but it was not safe.",
            about_users=[stage.users["coordinator"]],
            by=stage.users["supervisor"],
        )
    with stage.on(stage.today, hour=9):
        actions.concern_raise(
            scheme=scheme,
            about_words="Jay",
            happened="Jay has slept at a friend’s for three nights because of shouting in the house.",
            own_words="“I’m not going back there while he’s about.”",
            done_so_far="Listened, and said I would tell Sam today.",
            happened_on=stage.day(1),
            by=stage.users["mentor"],
        )


def closed_load(stage, scheme) -> None:
    """From start to end, eight months ago."""
    lead = stage.users["lead"]
    with stage.on(stage.day(240), hour=11):
        concern = actions.concern_raise(
            scheme=scheme,
            happened="A mentee said that somebody at the hostel takes money from him every week.",
            own_words="“If I don’t give it he says he’ll tell them I smoke inside.”",
            by=stage.users["trainer"],
        )
    with stage.on(stage.day(240), hour=13):
        actions.concern_acknowledge(concern=concern, by=lead)
    with stage.on(stage.day(240), hour=14):
        actions.concern_entry_add(
            concern=concern, kind="action", words="Rang his personal adviser; she sees him at four.", by=lead
        )
    with stage.on(stage.day(240), hour=15):
        deciding.concern_triage(concern=concern, triage="refer", strategy="The hostel has to act today.", by=lead)
    with stage.on(stage.day(240), hour=16):
        referral = deciding.concern_refer(
            concern=concern,
            to="adults",
            to_whom="Duty worker, adult safeguarding",
            reference="AS-20817",
            referred_at=timezone.now(),
            by=lead,
        )
    with stage.on(stage.day(239), hour=11):
        deciding.referral_heard(referral=referral, words="They visit the hostel with him on Friday.", by=lead)
    with stage.on(stage.day(212)):
        deciding.concern_close(
            concern=concern,
            outcome="The other resident was moved; he has his money and a new room.",
            learning="Ask about money early; mentors hear of it before we do.",
            by=lead,
        )


def looked_after_load(stage, scheme) -> None:
    """Taken on in time, a hold placed while it is looked into."""
    lead = stage.users["lead"]
    with stage.on(stage.day(6), hour=10):
        concern = actions.concern_raise(
            scheme=scheme,
            happened="At the training a volunteer offered a young visitor a lift home, twice, after being told not to.",
            by=stage.users["trainer"],
        )
    with stage.on(stage.day(6), hour=12):
        concern = actions.concern_acknowledge(concern=concern, by=lead)
    volunteer = next((one for one in stage.volunteers if one.state in {"training", "suitability"}), None)
    if volunteer:
        with stage.on(stage.day(6), hour=14):
            actions.concern_subject_add(concern=concern, volunteer=volunteer, by=lead)
            actions.hold_place(volunteer=volunteer, concern=concern, by=lead)
        told_load(stage, concern, lead)


def told_load(stage, concern, lead) -> None:
    """The designated officer knows within the day, and has said what comes next."""
    with stage.on(stage.day(6), hour=15):
        deciding.concern_triage(
            concern=concern,
            triage="refer",
            strategy="Tess writes down what she saw. Sam rings the officer today; nobody speaks to the volunteer yet.",
            by=lead,
        )
    with stage.on(stage.day(6), hour=16):
        referral = deciding.concern_refer(
            concern=concern,
            to="lado",
            to_whom="Ms Anand, duty officer",
            reference="DO-1184",
            referred_at=timezone.now(),
            by=lead,
        )
    with stage.on(stage.day(5), hour=11):
        deciding.referral_heard(
            referral=referral,
            words="No crime. We look into it ourselves and tell them by the end of the month.",
            by=lead,
        )
