"""Checks of the demo's volunteers: those who came past vetting are cleared, those in it wait for this or that."""

from datetime import timedelta

from django.utils import timezone

from safeguarding.vetting.actions import check_decide, check_receive, check_request, risk_decision_record

PAST = {"training", "suitability", "approved", "group-only", "paused", "left"}
DAYS_TO_COME_BACK = {"identity": 2, "self-declaration": 3, "reference": 12, "criminal-record": 24}
KINDS = ("identity", "self-declaration", "reference", "reference", "criminal-record")
THREE_YEARS = timedelta(days=3 * 365)
REFEREES = ("Priya Shah", "Tom Ellis", "Grace Obi", "Ann Fletcher", "Imran Malik", "Joan Price", "Leo Hart")


def checks_load(stage) -> None:
    """Every volunteer who ever came to vetting, from the day they did."""
    for place, volunteer in enumerate(stage.volunteers):
        began = volunteer.state_changes.filter(to_state="vetting").first()
        if began is None:
            continue
        day = timezone.localdate(began.created_at)
        done = len(KINDS) if volunteer.state in PAST else 1 + place % 4
        for number, kind in enumerate(KINDS):
            check_load(stage, volunteer, kind, day, is_done=number < done)
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
    level = "Enhanced with barred list" if kind == "criminal-record" else ""
    with stage.on(day):
        check = check_request(volunteer=volunteer, kind=kind, requested_on=day, level=level, **referee, by=by)
    back = day + timedelta(days=DAYS_TO_COME_BACK[kind] + stage.random.randint(0, 4))
    if not is_done or back >= stage.today:
        return
    number = f"{stage.random.randint(10**11, 10**12 - 1)}" if kind == "criminal-record" else ""
    issued = back - timedelta(days=2) if kind == "criminal-record" else None
    with stage.on(back):
        check = check_receive(check=check, received_on=back, issued_on=issued, number=number, by=by)
        expires = back + THREE_YEARS if kind == "criminal-record" else None
        check_decide(check=check, decision="clear", decided_on=back, expires_on=expires, by=by)
