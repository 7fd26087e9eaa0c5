"""Checks of the demo's volunteers: those who came past vetting are cleared, those in it wait for this or that."""

from datetime import timedelta

from django.utils import timezone

from safeguarding.vetting.actions import check_decide, check_receive, check_request, risk_decision_record
from safeguarding.vetting.needing.actions import vetting_need_decide
from safeguarding.vetting.needing.queries import answers_usual, needs_outdated
from safeguarding.vetting.queries import abroad_of
from safeguarding.vetting.references.actions import reference_take
from safeguarding.vetting.rulebook import answers_from

PAST = {"training", "suitability", "approved", "group-only", "paused", "left"}
DAYS_TO_COME_BACK = {"identity": 2, "self-declaration": 3, "reference": 12, "criminal-record": 24, "overseas": 30}
KINDS = ("identity", "self-declaration", "reference", "reference", "criminal-record")
NOT_YET_LOOKED_AT = 3
THREE_YEARS = timedelta(days=3 * 365)
SAID = (
    {
        "known": "We worked together at the library for years.", "long": "Seven years",
        "young": "Patient, and funny with it. My nephew still asks after them.", "trust": "yes", "worry": "no",
        "reliable": "Always. Came in through the snow when nobody else did.",
    },
    {
        "known": "They ran the Saturday club that my children went to.", "long": "Four years",
        "young": "Listens first. Never loud. Knows when to fetch somebody.", "trust": "yes", "worry": "no",
        "reliable": "Yes: opened the hall every Saturday for two winters.",
    },
)  # fmt: skip
REFEREES = ("Priya Shah", "Tom Ellis", "Grace Obi", "Ann Fletcher", "Imran Malik", "Joan Price", "Leo Hart")


def checks_load(stage, volunteer, heading_for: str) -> None:
    """From today on: all of them back and decided for whoever gets past vetting, some for whoever is in it."""
    day, by = timezone.localdate(), stage.users["coordinator"]
    vetting_need_decide(volunteer=volunteer, answers=answers_usual(volunteer.scheme), by=by)
    done = len(KINDS) + 1 if heading_for in PAST else stage.random.randint(1, 4)
    abroad = abroad_of([volunteer], stage.today)
    for number, kind in enumerate([*KINDS, *(["overseas"] if abroad else [])]):
        check_load(stage, volunteer, kind, day, is_done=number < done)


def needs_look_again(stage) -> None:
    """The rules changed while the demo's people were with the scheme; a few have not been looked at again."""
    for need in list(needs_outdated(stage.today).order_by("created_at"))[NOT_YET_LOOKED_AT:]:
        with stage.on(stage.day(6)):
            answers = answers_from(need.answers)
            vetting_need_decide(volunteer=need.volunteer, answers=answers, by=stage.users["coordinator"])


def risk_decision_load(stage) -> None:
    """Something was disclosed by one who is being checked."""
    in_vetting = next((one for one in stage.volunteers if one.state == "vetting"), None)
    if in_vetting:
        with stage.on(stage.day(3)):
            risk_decision_record(
                volunteer=in_vetting,
                disclosed="A caution for criminal damage at 17, fourteen years ago. Told us before the check.",
                decided="No risk to young people today. Goes on; talked through with the manager.",
                by=stage.users["lead"],
            )


def check_load(stage, volunteer, kind, day, *, is_done) -> None:
    """One check, asked for on `day`, back and decided in its usual time unless that is still to come."""
    by = stage.users["coordinator"]
    referee = {"referee_name": stage.random.choice(REFEREES)} if kind == "reference" else {}
    level = "enhanced-child" if kind == "criminal-record" else ""
    with stage.on(day):
        check = check_request(volunteer=volunteer, kind=kind, requested_on=day, level=level, **referee, by=by)
    back = day + timedelta(days=DAYS_TO_COME_BACK[kind] + stage.random.randint(0, 4))
    if not is_done or back >= stage.today:
        return
    number = f"{stage.random.randint(10**11, 10**12 - 1)}" if kind == "criminal-record" else ""
    issued = back - timedelta(days=2) if kind == "criminal-record" else None
    with stage.on(back):
        if kind == "reference":
            check = reference_take(check=check, answers=SAID[len(check.referee_name) % 2], by=by).check_of
        else:
            seen = ["passport", "council-tax"] if kind == "identity" else []
            facts = {"issued_on": issued, "number": number, "proofs": seen}
            check = check_receive(check=check, received_on=back, **facts, by=by)
        expires = back + THREE_YEARS if kind == "criminal-record" else None
        check_decide(check=check, decision="clear", decided_on=back, expires_on=expires, by=by)
