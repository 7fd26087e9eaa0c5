"""Whoever a concern is about never sees it, in any mix of roles; break-glass ends to the minute (security row 5)."""

from datetime import timedelta
from itertools import combinations

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.models import Notice
from mentoring.transitions import Refused
from safeguarding.concerns import actions
from safeguarding.concerns.deciding import actions as deciding
from safeguarding.concerns.grants.actions import GLASS_MINUTES, concern_break_glass, concern_grant
from safeguarding.concerns.links.queries import concerns_of_person
from safeguarding.concerns.queries import concerns_behind_glass, concerns_let_in, has_open_hold
from safeguarding.home import concern_rows, let_in_rows
from safeguarding.models import Concern
from schemes.people.actions import membership_grant
from schemes.people.models import Membership
from schemes.people.permissions import STAFF, Role

REASON = "Nobody answers and she is out alone"
#: Every role alone, every pair of staff roles, and all at once.
MIXES = [(role,) for role in Role] + list(combinations(sorted(STAFF), 2)) + [tuple(Role)]
WAYS = ("user", "volunteer", "young_person")


def raised(cast, **fields):
    return actions.concern_raise(**{"scheme": cast.scheme, "happened": "Shouted", "by": cast.mentor, **fields})


def role_of(cast, user, role=None):
    found = Membership.objects.filter(scheme=cast.scheme, user=user, ended_at=None)
    return (found.filter(role=role) if role else found).first()


@pytest.fixture
def pat(cast):
    """Somebody new, with a record on both sides and no role yet."""
    from mentoring.accounts.models import User
    from schemes.people.actions import volunteer_add, young_person_add

    cast.pat = User.objects.make(email="pat@cast.example", name="Pat Vale", password="seventeen steps")
    here, referral = {"scheme": cast.scheme, "by": cast.coordinator, "user": cast.pat}, {
        "referrer_name": "Pat", "young_person_agreed": True, "received_on": timezone.localdate(),
    }  # fmt: skip
    cast.pats = {
        "user": cast.pat,
        "volunteer": volunteer_add(name="Pat Vale", **here),
        "young_person": young_person_add(name="Pat", referral=referral, **here),
    }
    return cast


@pytest.mark.parametrize("roles", MIXES, ids=lambda roles: "+".join(roles) if len(roles) < 3 else "all")
def test_row_5_a_subject_never_sees_it_in_any_mix_of_roles_however_they_are_named(pat, roles):
    """By their account, by their record as a mentor, by their record as a young person."""
    concerns = [raised(pat) for _ in WAYS]
    for concern, way in zip(concerns, WAYS, strict=True):
        actions.concern_subject_add(concern=concern, by=pat.lead, **{way: pat.pats[way]})
    for role in roles:
        membership_grant(scheme=pat.scheme, user=pat.pat, role=role, by=pat.manager)
    actor, today = pat.actor(pat.pat), timezone.localdate()
    assert not Concern.objects.visible_to(actor).exists()
    assert concern_rows(actor, today) == [] and let_in_rows(actor, today) == []
    assert not concerns_let_in(actor).exists() and concerns_behind_glass(pat.scheme, pat.pat) == []
    for concern in concerns:
        assert concerns_of_person(concern.subjects.get(), actor) == []
        refused_everything(pat, concern, roles)


def refused_everything(cast, concern, roles):
    """What these roles may do about other concerns they may not do about this one."""
    if STAFF & set(roles):
        ends, membership = timezone.now() + timedelta(days=1), role_of(cast, cast.pat)
        with pytest.raises(Refused):
            concern_grant(concern=concern, membership=membership, reason="Asks", ends_at=ends, by=cast.lead)
    if Role.MANAGER in roles:
        with pytest.raises(Refused):
            concern_break_glass(concern=concern, membership=role_of(cast, cast.pat, Role.MANAGER), reason=REASON)
    if Role.LEAD in roles:
        with pytest.raises(Refused):
            actions.concern_acknowledge(concern=concern, by=cast.pat)


@pytest.mark.parametrize("way", WAYS)
def test_row_5_named_after_they_read_it_every_door_shuts_at_once(pat, way):
    """A lead who had it open, and a supervisor with a grant: the next request meets 404."""
    membership_grant(scheme=pat.scheme, user=pat.pat, role=Role.LEAD, by=pat.manager)
    concern = raised(pat)
    address = reverse("safeguarding:concern_show", args=[pat.scheme.slug, concern.pk])
    client = pat.client(pat.pat)
    assert client.get(address).status_code == 200
    actions.concern_subject_add(concern=concern, by=pat.lead, **{way: pat.pats[way]})
    for name in ("concern_show", "concern_print", "concern_entry_add", "concern_triage", "concern_refer"):
        assert client.get(reverse(f"safeguarding:{name}", args=[pat.scheme.slug, concern.pk])).status_code == 404


class TestGlassToTheMinute:
    def broken(self, cast, concern):
        membership = role_of(cast, cast.manager)
        return concern_break_glass(concern=concern, membership=membership, reason=REASON)

    def sees(self, cast, concern):
        return Concern.objects.visible_to(cast.actor(cast.manager)).filter(pk=concern.pk).exists()

    def test_open_for_thirty_minutes_and_not_a_second_more(self, cast):
        with time_machine.travel(timezone.now(), tick=False) as clock:
            concern = raised(cast)
            self.broken(cast, concern)
            clock.shift(timedelta(minutes=GLASS_MINUTES, seconds=-1))
            assert self.sees(cast, concern)
            clock.shift(timedelta(seconds=1))
            assert not self.sees(cast, concern)
        assert GLASS_MINUTES == 30

    def test_every_lead_is_told_in_the_same_moment_urgently_and_also_who_is_away(self, cast):
        membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
        concern = raised(cast)
        at = timezone.now()
        self.broken(cast, concern)
        rows = Notice.objects.filter(rule="glass_broken")
        assert {row.recipient for row in rows} == {cast.lead, cast.trainer}
        assert all(row.urgent and row.created_at - at < timedelta(minutes=1) for row in rows)

    def test_a_second_person_is_told_also_where_no_lead_reads_it(self, cast):
        """Row 5: somebody else always knows. Another manager, where the only lead is whom it is about."""
        membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.MANAGER, by=cast.manager)
        self.broken(cast, raised(cast, about_users=[cast.lead]))
        assert {row.recipient for row in Notice.objects.filter(rule="glass_broken")} == {cast.trainer}

    def test_everything_that_is_read_meanwhile_stands_in_the_trail(self, cast):
        concern = raised(cast)
        self.broken(cast, concern)
        client = cast.client(cast.manager)
        client.get(reverse("safeguarding:concern_show", args=[cast.scheme.slug, concern.pk]))
        verbs = AuditEntry.objects.filter(by_key=str(cast.manager.pk)).values_list("verb", flat=True)
        assert {"concern.glass_broken", "concern.read"} <= set(verbs)

    def test_it_lets_a_manager_read_and_decide_nothing(self, cast):
        concern = raised(cast)
        self.broken(cast, concern)
        client = cast.client(cast.manager)
        for name in ("concern_triage", "concern_refer", "concern_close", "concern_grant", "hold_place"):
            address = reverse(f"safeguarding:{name}", args=[cast.scheme.slug, concern.pk])
            assert client.get(address).status_code == 403


class TestHeldBack:
    @pytest.mark.parametrize("how", ["volunteer", "user"])
    def test_l8_an_open_concern_about_a_mentor_holds_introductions_by_itself(self, cast, how):
        concern = raised(cast, by=cast.mentee)
        who = {"volunteer": cast.volunteer} if how == "volunteer" else {"user": cast.mentor}
        actions.concern_subject_add(concern=concern, by=cast.lead, **who)
        assert has_open_hold(cast.volunteer)
        assert "introduced to nobody" in concern.entries.get(kind="hold").words

    def test_also_where_whoever_raised_it_named_them(self, cast):
        raised(cast, about_users=[cast.mentor], by=cast.mentee)
        assert has_open_hold(cast.volunteer)

    def test_a_lead_who_mentors_may_tell_of_themselves_and_is_held_too(self, cast):
        raised(cast, about_users=[cast.mentor], by=cast.mentor)
        assert has_open_hold(cast.volunteer)

    def test_a_young_person_is_never_held(self, cast):
        concern = raised(cast)
        actions.concern_subject_add(concern=concern, young_person=cast.young_person, by=cast.lead)
        assert not concern.holds.exists()

    @pytest.mark.parametrize("stops", [True, False])
    def test_sessions_stop_by_decision_with_its_reason_in_the_history(self, cast, stops):
        concern = raised(cast, about_users=[cast.mentor], by=cast.mentee)
        hold = concern.holds.get()
        assert not hold.stops_sessions
        with pytest.raises(Refused, match="why"):
            actions.hold_sessions(hold=hold, stops=stops, why=" ", by=cast.lead)
        actions.hold_sessions(hold=hold, stops=True, why="The officer asks for it", by=cast.lead)
        if not stops:
            actions.hold_sessions(hold=hold, stops=False, why="Nothing in it", by=cast.lead)
        hold.refresh_from_db()
        assert hold.stops_sessions is stops
        assert "The officer asks for it" in concern.entries.filter(kind="hold")[1].words

    def test_not_by_the_one_it_is_about_nor_once_it_is_lifted(self, cast):
        cast.volunteer.user = cast.lead
        cast.volunteer.save()
        concern = raised(cast)
        actions.concern_subject_add(concern=concern, volunteer=cast.volunteer, by=cast.trainer)
        hold = concern.holds.get()
        with pytest.raises(Refused, match="about you"):
            actions.hold_sessions(hold=hold, stops=True, why="Mine", by=cast.lead)
        actions.hold_lift(hold=hold, by=cast.trainer)
        with pytest.raises(Refused, match="lifted"):
            actions.hold_sessions(hold=hold, stops=True, why="Late", by=cast.trainer)


def test_a_concern_that_was_closed_is_decided_on_no_more(cast):
    concern = actions.concern_acknowledge(concern=raised(cast), by=cast.lead)
    said = {"triage": "support", "strategy": "Talk", "not_referred_why": "It is put right"}
    deciding.concern_triage(concern=concern, **said, by=cast.lead)
    concern = deciding.concern_close(concern=concern, outcome="Safe", learning="Ask", by=cast.lead)
    with pytest.raises(Refused):
        deciding.concern_refer(concern=concern, to="police", to_whom="101", referred_at=timezone.now(), by=cast.lead)
