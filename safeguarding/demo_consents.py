"""Consents of the demo's young people: whoever met us said yes; two wait for the council's answer."""

from datetime import timedelta

from django.utils import timezone

from safeguarding.consent.actions import consent_ask, consent_give
from safeguarding.consent.rules import kinds_needed

STILL_ASKED = 2
WHO_SAYS_YES = {
    "own": ("{name}", "in person"),
    "parent": ("{name}’s mother", "signed form"),
    "local-authority": ("Team manager, leaving care", "by e-mail"),
}


def consents_load(stage) -> None:
    left_open = 0
    for person in stage.young_people:
        met = person.state_changes.filter(to_state="met").first()
        if met is None:
            continue
        day = timezone.localdate(met.created_at)
        status = person.care_status
        kinds = kinds_needed(nation=person.scheme.nation, born_on=person.born_on, care_status=status, today=day)
        hold_back = "local-authority" in kinds and person.user_id is None and left_open < STILL_ASKED
        left_open += hold_back
        for kind in kinds:
            consent_load(stage, person, kind, day, is_given=not (hold_back and kind == "local-authority"))


def consent_load(stage, person, kind, day, *, is_given) -> None:
    by = stage.users["coordinator"]
    with stage.on(day):
        consent = consent_ask(young_person=person, kind=kind, asked_on=day, by=by)
    back = min(day + timedelta(days=0 if kind == "own" else stage.random.randint(2, 9)), stage.today)
    if is_given:
        given_by, how = WHO_SAYS_YES[kind]
        with stage.on(back, hour=15):
            consent_give(consent=consent, given_on=back, given_by=given_by.format(name=person.name), how=how, by=by)
