"""One person held twice: found, parted for good, or put together without losing anything (S9, S10, A3)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.models import Letter
from mentoring.transitions import Refused
from schemes.models import LikelyPair, MergedPerson, Volunteer, YoungPerson
from schemes.people.actions import invitation_send, person_link, volunteer_add, volunteer_move, young_person_add
from schemes.people.merging.actions import merge_undo, pair_part, pairs_refresh, person_merge
from schemes.recruitment.actions import application_invite, application_save
from schemes.recruitment.importing.queries import known_people
from schemes.tests.people import joining_world
from schemes.training.actions import attendance_book

REFERRAL = {"young_person_agreed": True, "received_on": date(2026, 9, 1)}


def volunteer(cast, name, **fields):
    return volunteer_add(scheme=cast.scheme, name=name, by=cast.lead, **fields)


@pytest.fixture
def ann(cast):
    """Ann Reid, who is on the list twice: as she enquired, and as somebody typed her in."""
    one = volunteer(cast, "Ann Reid", email="ann@x.example", area="Walkley", interests=["football"], capacity=1)
    two = volunteer(
        cast, "REID, Ann", email="ann@x.example", phone="07700 900123", area="Darnall", interests=["chess"], capacity=1
    )
    return one, two


def merge(cast, kept, gone, **choices):
    return person_merge(kept=kept, gone=gone, choices=choices, by=cast.coordinator)


def pair_of(*people):
    one, other = sorted(person.pk for person in people)
    return LikelyPair.objects.get(one_key=one, other_key=other)


class TestFinding:
    def test_pairs_are_found_across_the_whole_list_with_what_agrees(self, cast, ann):
        assert pairs_refresh(scheme=cast.scheme) == 1
        pair = pair_of(*ann)
        assert (pair.likeness, pair.agrees) == ("same", ["name", "e-mail"])

    def test_one_phone_under_two_names_comes_last(self, cast, ann):
        volunteer(cast, "Bo Lund", phone="+44 7700 900123")
        pairs_refresh(scheme=cast.scheme)
        assert list(LikelyPair.objects.order_by("rank").values_list("likeness", flat=True)) == ["same", "shares phone"]

    def test_another_schemes_people_are_never_compared(self, cast, ann):
        volunteer_add(scheme=cast.other_scheme, name="Ann Reid", email="ann@x.example", by=cast.outsider)
        assert pairs_refresh(scheme=cast.scheme) == 1

    def test_two_people_are_said_to_be_two_once(self, cast, ann):
        pairs_refresh(scheme=cast.scheme)
        pair_part(pair=pair_of(*ann), by=cast.coordinator)
        assert pairs_refresh(scheme=cast.scheme) == 0

    def test_who_was_parted_from_the_one_that_is_gone_stays_parted(self, cast, ann):
        third = volunteer(cast, "Ann Reid", email="ann@x.example")
        pairs_refresh(scheme=cast.scheme)
        pair_part(pair=pair_of(ann[1], third), by=cast.coordinator)
        merge(cast, *ann)
        assert pairs_refresh(scheme=cast.scheme) == 0
        assert pair_of(ann[0], third).parted_by == cast.coordinator

    def test_a_pair_that_agrees_no_longer_is_no_pair(self, cast, ann):
        pairs_refresh(scheme=cast.scheme)
        Volunteer.objects.filter(pk=ann[1].pk).update(name="Bo Lund", email="bo@x.example")
        assert pairs_refresh(scheme=cast.scheme) == 0


class TestPuttingTogether:
    def test_what_was_chosen_stays_and_what_only_one_said_is_added(self, cast, ann):
        merge(cast, *ann, area="gone", interests="both")
        kept = Volunteer.objects.get(pk=ann[0].pk)
        assert (kept.name, kept.area, kept.phone) == ("Ann Reid", "Darnall", "07700 900123")
        assert kept.interests == ["football", "chess"]
        assert not Volunteer.objects.filter(pk=ann[1].pk).exists()

    def test_all_that_the_other_held_is_kept_sealed(self, cast, ann):
        merged = merge(cast, *ann)
        assert MergedPerson.objects.get(pk=merged.pk).held["gone"]["area"] == "Darnall"

    def test_the_story_of_both_is_one_story(self, cast, ann):
        volunteer_move(volunteer=ann[1], to="withdrawn", why="Asked twice.", by=cast.coordinator)
        merge(cast, *ann)
        assert ann[0].state_changes.count() == 3
        ann[0].refresh_from_db()
        assert ann[0].state == "enquired"

    def test_every_row_of_every_room_moves(self, world):
        """A cleared mentor with checks, training, a match, supervision: put into a fresh record of hers."""
        from schemes.people.merging.rows import relations_of, rows_at

        fresh = volunteer(world, world.volunteer.name, email=world.volunteer.email)
        before = {str(r.field): rows_at(r, world.volunteer).count() for r in relations_of(Volunteer)}
        own = {str(r.field): rows_at(r, fresh).count() for r in relations_of(Volunteer)}
        assert sum(1 for number in before.values() if number) >= 6
        merge(world, fresh, world.volunteer)
        after = {str(r.field): rows_at(r, fresh).count() for r in relations_of(Volunteer)}
        tombstone = {str(r.field): int(r.related_model is MergedPerson) for r in relations_of(Volunteer)}
        assert after == {name: before[name] + own[name] + tombstone[name] for name in before}

    def test_of_two_places_on_one_session_the_one_where_they_came_stays(self, world):
        other = volunteer(world, "Una Reid", email="una2@x.example")
        session = world.training_sessions[0]
        attendance_book(session=session, volunteers=[other, world.uncleared_volunteer], by=world.coordinator)
        joining_world.attend(world, session, world.uncleared_volunteer)
        merged = merge(world, other, world.uncleared_volunteer)
        assert [place.outcome for place in session.attendances.filter(volunteer=other)] == ["attended"]
        assert [row["model"] for row in merged.held["aside"]] == ["schemes.Attendance"]

    def test_an_account_goes_along(self, cast):
        fresh = volunteer(cast, "Una Reid", email=cast.uncleared.email)
        merge(cast, fresh, cast.uncleared_volunteer)
        fresh.refresh_from_db()
        assert fresh.user == cast.uncleared

    def test_young_people_too(self, cast):
        twin = young_person_add(scheme=cast.scheme, name="Jay Holt", referral=REFERRAL, area="Leeds", by=cast.lead)
        merge(cast, cast.young_person, twin)
        assert YoungPerson.objects.get(pk=cast.young_person.pk).area == "Leeds"
        assert cast.young_person.referrals.count() == 2

    def test_the_trail_says_who_and_which_fields_but_no_value(self, cast, ann):
        merge(cast, *ann, area="gone")
        entry = AuditEntry.objects.get(verb="volunteer.merged")
        assert entry.details == {"gone": ann[1].ref, "fields": ["area", "phone"]}

    def test_a_sheet_that_still_has_the_old_row_brings_in_nobody_new(self, cast, ann):
        merge(cast, *ann)
        known = [person for person in known_people(cast.scheme, "volunteers") if person.phone == "07700 900123"]
        assert {person.ref for person in known} == {ann[0].ref}


class TestRefusing:
    def test_two_accounts_of_two_people(self, cast):
        with pytest.raises(Refused, match="account of their own"):
            merge(cast, cast.volunteer, cast.uncleared_volunteer)

    def test_a_match_that_both_are_in(self, world):
        """A young person's record with a live match, and another with one too: one person has one mentor at a time."""
        from schemes.people.merging.rows import relations_of, rows_at

        twin = young_person_add(scheme=world.scheme, name="Jay", referral=REFERRAL, by=world.coordinator)
        match = next(r for r in relations_of(YoungPerson) if r.related_model.__name__ == "Match")
        live = rows_at(match, world.young_person).first()
        twin_match = type(live)(scheme=world.scheme, volunteer=world.peer_volunteer, young_person=twin)
        twin_match.__dict__["state"] = live.state
        twin_match.save()
        with pytest.raises(Refused, match="cannot stand side by side"):
            merge(world, world.young_person, twin)
        assert YoungPerson.objects.filter(pk=twin.pk).exists()

    def test_ones_own_record(self, cast, ann):
        Volunteer.objects.filter(pk=ann[1].pk).update(user=cast.coordinator)
        with pytest.raises(Refused, match="own record"):
            merge(cast, *ann)

    def test_records_of_two_schemes(self, cast, ann):
        far = volunteer_add(scheme=cast.other_scheme, name="Ann Reid", by=cast.outsider)
        with pytest.raises(Refused):
            merge(cast, ann[0], far)


class TestTakingBack:
    def test_within_a_day_everything_stands_as_before(self, cast, ann):
        before = [(person.name, person.area, person.phone, person.interests) for person in ann]
        volunteer_move(volunteer=ann[1], to="applied", by=cast.coordinator)
        steps = [person.state_changes.count() for person in ann]
        merged = merge(cast, *ann, area="gone", interests="both")
        merge_undo(merged=merged, by=cast.coordinator)
        now = [Volunteer.objects.get(pk=person.pk) for person in ann]
        assert [(person.name, person.area, person.phone, person.interests) for person in now] == before
        assert [person.state_changes.count() for person in now] == steps
        assert now[1].state == "applied"
        assert not MergedPerson.objects.exists()

    def test_with_matches_and_checks_and_an_account(self, world):
        fresh = volunteer(world, world.volunteer.name, email=world.volunteer.email)
        merged = merge(world, fresh, world.volunteer)
        gone = merge_undo(merged=merged, by=world.coordinator)
        fresh.refresh_from_db()
        assert (gone.user, fresh.user) == (world.mentor, None)
        assert gone.checks.exists()
        assert not fresh.checks.exists()

    def test_not_after_a_day(self, cast, ann):
        merged = merge(cast, *ann)
        MergedPerson.objects.update(created_at=timezone.now() - timedelta(hours=25))
        with pytest.raises(Refused, match="more than a day"):
            merge_undo(merged=merged, by=cast.coordinator)

    def test_not_over_what_was_changed_since(self, cast, ann):
        merged = merge(cast, *ann, area="gone")
        Volunteer.objects.filter(pk=ann[0].pk).update(area="Crookes")
        with pytest.raises(Refused, match="changed since"):
            merge_undo(merged=merged, by=cast.coordinator)


class TestPages:
    def address(self, pair, more=""):
        return f"/schemes/sheffield/people/volunteers/twice/{pair.pk}/{more}"

    def test_side_by_side_and_one_question_for_each_field_that_differs(self, cast, ann):
        pairs_refresh(scheme=cast.scheme)
        client = cast.client(cast.coordinator)
        listed = client.get("/schemes/sheffield/people/volunteers/twice/").content.decode()
        assert "Very likely the same" in listed
        page = client.get(self.address(pair_of(*ann)))
        assert list(page.context["form"].fields) == ["name", "area", "interests"]

    def test_somebody_who_was_not_taken_on_and_asks_again_is_pointed_out(self, cast, ann):
        volunteer_move(volunteer=ann[1], to="declined", why="Could not commit.", by=cast.coordinator)
        pairs_refresh(scheme=cast.scheme)
        page = cast.client(cast.coordinator).get(self.address(pair_of(*ann)))
        assert page.context["gone"] == ann[1]
        assert "Read its story first" in page.content.decode()

    def test_a_choice_that_is_missing_is_asked_for_and_the_rest_stays(self, cast, ann):
        pairs_refresh(scheme=cast.scheme)
        page = cast.client(cast.coordinator).post(self.address(pair_of(*ann)), {"name": "gone"})
        assert page.status_code == 422
        assert "Choose which one is right." in page.content.decode()
        assert Volunteer.objects.filter(pk=ann[1].pk).exists()

    def test_they_become_one_and_the_old_address_leads_on(self, cast, ann):
        pairs_refresh(scheme=cast.scheme)
        client = cast.client(cast.coordinator)
        choices = {"name": "kept", "area": "gone", "interests": "both"}
        address = self.address(pair_of(*ann), f"?keep={ann[0].ref}")
        assert client.post(address, choices).status_code == 302
        old = client.get(f"/schemes/sheffield/people/volunteers/{ann[1].pk}/")
        assert old.headers["Location"] == f"/schemes/sheffield/people/volunteers/{ann[0].pk}/"
        assert "Take back" in client.get("/schemes/sheffield/people/volunteers/twice/").content.decode()

    def test_the_old_address_tells_a_stranger_nothing(self, cast, ann):
        merge(cast, *ann)
        address = f"/schemes/sheffield/people/volunteers/{ann[1].pk}/"
        assert cast.client(cast.outsider).get(address).status_code == 404
        assert cast.client(cast.supervisor).get(address, follow=True).status_code == 404

    def test_the_one_with_an_account_is_the_one_that_stays(self, cast):
        twin = volunteer(cast, "Una Reid", email=cast.uncleared.email)
        pairs_refresh(scheme=cast.scheme)
        page = cast.client(cast.coordinator).get(self.address(pair_of(twin, cast.uncleared_volunteer)))
        assert page.context["kept"] == cast.uncleared_volunteer


def test_an_account_made_later_joins_the_record_that_is_left(cast, ann):
    merge(cast, *ann)
    user = type(cast.mentor).objects.make(email="ann@x.example", name="Ann Reid", password="seventeen steps")
    person_link(scheme=cast.scheme, user=user, role="mentor")
    ann[0].refresh_from_db()
    assert ann[0].user == user


class TestLinksOfTheRecordThatIsGone:
    def test_a_private_link_to_its_application_leads_nowhere(self, cast, ann):
        """Given a link that went to the other mailbox, when the two become one, then it opens nothing."""
        application, token = application_invite(volunteer=ann[1], by=cast.coordinator)
        application_save(application=application, part="why", typed={"motivation": "Time."})
        address = f"/join/sheffield/application/{token}/"
        assert cast.client().get(address).status_code == 200
        merged = merge(cast, *ann)
        assert cast.client().get(address).status_code == 404
        assert Letter.objects.get(kind="application").progress == "dropped"
        gone = merge_undo(merged=merged, by=cast.coordinator)
        assert gone.applications.get().answers == {"why": {"motivation": "Time."}}

    def test_the_link_of_the_record_that_is_kept_still_works(self, cast, ann):
        _, token = application_invite(volunteer=ann[0], by=cast.coordinator)
        merge(cast, *ann)
        assert cast.client().get(f"/join/sheffield/application/{token}/").status_code == 200

    @pytest.mark.parametrize("link", ["volunteer", "young_person"])
    def test_an_invitation_is_taken_back_with_its_letter(self, cast, ann, link):
        kept, gone = ann
        if link == "young_person":
            kept, gone = (
                young_person_add(scheme=cast.scheme, name="Bo Lund", referral=REFERRAL, by=cast.lead) for _ in range(2)
            )
        role = {"volunteer": "mentor", "young_person": "mentee"}[link]
        told = {"email": "old@x.example", "name": gone.name, "role": role, link: gone}
        invitation, _ = invitation_send(scheme=cast.scheme, by=cast.coordinator, **told)
        merge(cast, kept, gone)
        invitation.refresh_from_db()
        assert not invitation.is_open(timezone.now())
        assert Letter.objects.get(kind="invitation").progress == "dropped"


@pytest.mark.parametrize("side", [0, 1])
def test_nobody_takes_their_own_record_apart(cast, ann, side):
    """Given a co-ordinator who was a volunteer once, when somebody put their two records together, then not by them."""
    Volunteer.objects.filter(pk=ann[side].pk).update(user=cast.coordinator)
    merged = person_merge(kept=ann[0], gone=ann[1], choices={}, by=cast.lead)
    with pytest.raises(Refused, match="own record"):
        merge_undo(merged=merged, by=cast.coordinator)
    assert MergedPerson.objects.exists()


def test_s16_two_records_of_one_person_came_as_far_as_the_farther_of_them(cast, ann):
    volunteer_move(volunteer=ann[1], to="applied", by=cast.lead)
    ann[1].refresh_from_db()

    merged = merge(cast, *ann)
    ann[0].refresh_from_db()
    assert ann[0].reached == ann[1].reached == 1

    merge_undo(merged=merged, by=cast.coordinator)
    ann[0].refresh_from_db()
    assert ann[0].reached == 0
