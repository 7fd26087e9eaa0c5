"""Guardian's truth: one question for lists and single records, no short cut, nothing left behind (security row 5)."""

from datetime import timedelta
from itertools import combinations

import pytest
from django.contrib.auth.models import Permission as AuthPermission
from django.db import transaction
from django.utils import timezone
from guardian.utils import get_group_obj_perms_model, get_user_obj_perms_model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.accounts.models import User
from safeguarding.actions import guarded_open
from safeguarding.concerns.actions import concern_raise, concern_subject_add
from safeguarding.concerns.grants.actions import concern_grant
from safeguarding.models import Concern, RiskAssessment, RiskDecision
from safeguarding.vetting.actions import risk_decision_record
from schemes.people.actions import leads_group, membership_end, membership_grant
from schemes.people.actors import Actor
from schemes.people.models import Membership
from schemes.people.permissions import Permission, Role

GUARDED = [Concern, RiskDecision, RiskAssessment]
ROLE_SETS = [frozenset(chosen) for size in range(len(Role) + 1) for chosen in combinations(list(Role), size)]
RELATIONS = ["none", "subject", "subject-volunteer", "subject-young-person", "raised", "granted"]


@pytest.fixture
def concern(cast):
    return concern_raise(scheme=cast.scheme, happened="Shouted", by=cast.mentor)


@pytest.fixture
def relations(cast, concern):
    """Somebody for each relation to the concern, in the leads' group and holding a direct grant of guardian's: the
    worst that a slip could leave behind."""
    people = {name: User.objects.make(email=f"{name}@x.example", name=name) for name in RELATIONS}
    for user in people.values():
        user.groups.add(leads_group(cast.scheme))
    guarded_open(record=concern, to=people["subject"])
    concern_subject_add(concern=concern, user=people["subject"], by=cast.lead)
    for record, name in ((cast.volunteer, "subject-volunteer"), (cast.young_person, "subject-young-person")):
        record.user = people[name]
        record.save()
    concern_subject_add(concern=concern, volunteer=cast.volunteer, by=cast.lead)
    concern_subject_add(concern=concern, young_person=cast.young_person, by=cast.lead)
    Concern.objects.filter(pk=concern.pk).update(raised_by=people["raised"])
    membership = membership_grant(scheme=cast.scheme, user=people["granted"], role=Role.TRAINER, by=cast.manager)
    ends_at = timezone.now() + timedelta(days=1)
    concern_grant(concern=concern, membership=membership, reason="helps", ends_at=ends_at, by=cast.lead)
    return people


def sees(concern, actor) -> bool:
    """In the list; the single record must say the same."""
    listed = Concern.objects.visible_to(actor).filter(pk=concern.pk).exists()
    assert listed == actor.may(Permission.CONCERN_LIST, concern)
    return listed


def test_the_subject_of_a_concern_is_shut_out_in_every_mix_of_roles(cast, concern, relations):
    """All 2^10 sets of roles, the ways of being its subject in turn; and each way with each pair of roles."""
    ways = [name for name in RELATIONS if name.startswith("subject")]
    mixes = [(roles, ways[place % 3]) for place, roles in enumerate(ROLE_SETS)]
    mixes += [(roles, way) for roles in ROLE_SETS if len(roles) == 2 for way in ways]
    rows = Concern.objects.filter(pk=concern.pk)
    shown = [
        (roles, way) for roles, way in mixes if rows.visible_to(Actor(relations[way], {cast.scheme.pk: roles})).exists()
    ]
    assert len(ROLE_SETS) == 1024
    assert shown == []


@given(roles=st.sets(st.sampled_from(list(Role))), relation=st.sampled_from(RELATIONS), elsewhere=st.booleans())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_list_and_detail_agree_and_follow_the_role_table(cast, concern, relations, roles, relation, elsewhere):
    """A lead of the scheme, or whoever was let in and still holds a role there; roles elsewhere open nothing."""
    scheme = cast.other_scheme if elsewhere else cast.scheme
    actor = Actor(relations[relation], {scheme.pk: frozenset(roles)})
    is_lead, is_let_in = Role.LEAD in roles, relation == "granted"
    expected = not elsewhere and not relation.startswith("subject") and (is_lead or is_let_in)
    assert sees(concern, actor) == expected


@pytest.mark.django_db
@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_permissions_hang_on_the_record_itself(model):
    """Direct foreign keys: guardian writes to our own tables, and a deleted record takes its rows along."""
    assert get_user_obj_perms_model(model).__name__ == f"{model.__name__}UserPermission"
    assert get_group_obj_perms_model(model).__name__ == f"{model.__name__}GroupPermission"


def test_a_global_permission_and_superuser_open_nothing(cast, concern):
    cast.coordinator.user_permissions.add(AuthPermission.objects.get(codename="read_concern"))
    cast.coordinator.is_superuser = True
    assert not sees(concern, cast.actor(cast.coordinator))
    assert not sees(concern, cast.actor(cast.site_admin))


def test_there_is_no_row_for_an_anonymous_user(cast):
    assert not User.objects.filter(email__icontains="anonymous").exists()
    assert not User.objects.filter(name__icontains="anonymous").exists()


def test_a_record_that_gets_an_old_key_inherits_nothing(cast):
    """As a restore might do; with guardian's generic tables the old grants would come to life again."""
    old = risk_decision_record(volunteer=cast.volunteer, disclosed="A caution", decided="No risk", by=cast.lead)
    guarded_open(record=old, to=cast.coordinator)
    key, days = old.pk, {"decided_on": old.decided_on, "purge_on": old.purge_on}
    old.delete()
    fresh = RiskDecision(pk=key, volunteer=cast.volunteer, author=cast.lead, disclosed="New", decided="New", **days)
    fresh.save(force_insert=True)
    for user in (cast.lead, cast.coordinator):
        assert not RiskDecision.objects.visible_to(cast.actor(user)).exists()


def test_leaving_the_lead_role_shuts_every_door_in_the_same_transaction(cast, concern):
    membership = Membership.objects.get(user=cast.lead, role=Role.LEAD, ended_at=None)
    assert sees(concern, cast.actor(cast.lead))
    with transaction.atomic():
        membership_end(membership=membership, by=cast.manager)
        assert not sees(concern, cast.actor(cast.lead))
        assert not cast.lead.groups.exists()


def test_a_new_lead_sees_what_was_raised_before(cast, concern):
    membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
    assert sees(concern, cast.actor(cast.trainer))


def test_a_lead_of_two_schemes_sees_each_in_its_own_pages_only(cast, concern):
    membership_grant(scheme=cast.other_scheme, user=cast.lead, role=Role.LEAD, by=cast.outsider)
    actor = cast.actor(cast.lead)
    assert sees(concern, actor.within(cast.scheme))
    assert not sees(concern, actor.within(cast.other_scheme))
