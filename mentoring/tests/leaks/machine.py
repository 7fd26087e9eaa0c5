"""Steps that change who may read what, in any order, and between them somebody looks everywhere.

Everybody keeps the browser they began with: what was taken from them is gone with the next thing they ask for.
"""

from collections import Counter
from datetime import timedelta

from django.core import mail
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from matching.endings.actions import ending_save, match_end, match_ending_begin
from mentoring.accounts.models import User
from mentoring.notices.actions import reminders_run
from mentoring.tests.access_kit import MEMBERS
from mentoring.tests.leaks.places import Places, Record
from mentoring.tests.leaks.told import READS_MENTORS, STAFF, Facts
from mentoring.transitions import Refused
from safeguarding.concerns.actions import concern_raise, concern_subject_add
from safeguarding.concerns.grants.actions import concern_grant, concern_grant_end
from safeguarding.concerns.models import ConcernGrant
from schemes.people.actions import membership_end, membership_grant, volunteer_edit
from schemes.people.models import Membership

LETTER = {"way": "letter", "planned": "unplanned", "reason": "moved", "letter": "It was good to know you."}
CONCERNS = {"first": "Kestrelwort", "second": "Siskinweed"}
#: Names of people and words of concerns: what no mail ever holds.
BIRDS = (*CONCERNS.values(), "Nowak", "Boateng", "Reid", "Pip Lane")

people, roles = st.sampled_from(MEMBERS), st.sampled_from(sorted(STAFF))
mentors, concerns = st.sampled_from(["mentor", "peer", "uncleared"]), st.sampled_from(sorted(CONCERNS))
kinds = st.sampled_from(["mentor", "young_person", "match", "concern"])


class WhoReadsWhat(RuleBasedStateMachine):
    def __init__(self, world, seen: Counter):
        super().__init__()
        self.world, self.seen, self.browsers = world, seen, {}
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.concerns = {
            name: concern_raise(scheme=world.scheme, happened=words, by=world.trainer)
            for name, words in CONCERNS.items()
        }
        self.facts = Facts(
            roles={person: {role} if role in STAFF else set() for person, role in self.first_roles()},
            supervises={"mentor": "supervisor"},
            about={name: set() for name in CONCERNS},
            let_in={name: set() for name in CONCERNS},
        )
        self.places = Places(world.scheme.slug, self.records())

    def first_roles(self):
        rows = Membership.objects.filter(scheme=self.world.scheme, ended_at=None).values_list("user", "role")
        held = dict(rows)
        return [(person, held[getattr(self.world, person).pk]) for person in MEMBERS]

    def records(self) -> list[Record]:
        world = self.world
        mentor_of = {"mentor": world.volunteer, "peer": world.peer_volunteer, "uncleared": world.uncleared_volunteer}
        return [
            *(Record(name, "mentor", one.pk, one.name) for name, one in mentor_of.items()),
            Record("jay", "young_person", world.young_person.pk, "Jay"),
            Record("pip", "young_person", world.pip.pk, "Pip Lane"),
            Record("mentor", "match", world.match.pk, "Zofia"),
            *(Record(name, "concern", one.pk, CONCERNS[name]) for name, one in self.concerns.items()),
        ]

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)
        mail.outbox.clear()
        self.seen["sequences"] += 1

    def did(self, act, **said) -> bool:
        """Whether the step went through; one that is refused changes nothing."""
        try:
            with transaction.atomic():
                act(**said)
        except Refused:
            self.seen["refused"] += 1
            return False
        self.seen[act.__name__] += 1
        return True

    def user(self, person: str) -> User:
        return getattr(self.world, person)

    # --- what changes -------------------------------------------------------------------------------------------------
    @rule(person=people, role=roles)
    def role_given(self, person, role):
        given = {"scheme": self.world.scheme, "user": self.user(person), "role": role, "by": self.world.manager}
        if self.did(membership_grant, **given):
            self.facts.roles[person].add(role)

    @rule(person=people, data=st.data())
    def role_taken(self, person, data):
        if not self.facts.roles[person]:
            return
        role = data.draw(st.sampled_from(sorted(self.facts.roles[person])))
        held = Membership.objects.get(scheme=self.world.scheme, user=self.user(person), role=role, ended_at=None)
        if self.did(membership_end, membership=held, by=self.world.manager):
            self.facts.role_taken(person, role)

    @rule(mentor=mentors, person=people)
    def supervisor_set(self, mentor, person):
        one = {"mentor": "volunteer", "peer": "peer_volunteer", "uncleared": "uncleared_volunteer"}[mentor]
        volunteer = getattr(self.world, one)
        volunteer.refresh_from_db()
        changes = {"supervisor": self.user(person)}
        if self.did(volunteer_edit, volunteer=volunteer, changes=changes, by=self.world.coordinator):
            self.facts.supervises[mentor] = person

    @rule(concern=concerns, person=st.one_of(st.sampled_from(["lead", "coordinator"]), people))
    def turns_out_to_be_about(self, concern, person):
        said = {"concern": self.concerns[concern], "user": self.user(person), "by": self.world.lead}
        if self.did(concern_subject_add, **said):
            self.facts.about[concern].add(person)

    @rule(concern=concerns, person=people, data=st.data())
    def let_in(self, concern, person, data):
        if not self.facts.roles[person]:
            return
        role = data.draw(st.sampled_from(sorted(self.facts.roles[person])))
        held = Membership.objects.get(scheme=self.world.scheme, user=self.user(person), role=role, ended_at=None)
        until = timezone.now() + timedelta(days=7)
        said = {"concern": self.concerns[concern], "membership": held, "reason": "To help", "ends_at": until}
        if self.did(concern_grant, **said, by=self.world.lead):
            self.facts.let_in[concern].add((person, role))

    @rule(concern=concerns, data=st.data())
    def shut_out_again(self, concern, data):
        if not self.facts.let_in[concern]:
            return
        person, role = data.draw(st.sampled_from(sorted(self.facts.let_in[concern])))
        grants = ConcernGrant.objects.filter(concern=self.concerns[concern], membership__user=self.user(person))
        for grant in grants.filter(membership__role=role, ended_at=None):
            self.did(concern_grant_end, grant=grant, by=self.world.lead)
        self.facts.let_in[concern].discard((person, role))

    @rule(person=people)
    def account_shut(self, person):
        User.objects.filter(pk=self.user(person).pk).update(is_active=False)
        self.facts.shut.add(person)

    @precondition(lambda self: self.facts.together)
    @rule()
    def they_end(self):
        match, by = self.world.match, self.world.coordinator
        match.refresh_from_db()
        said = {**LETTER, "mentee_reflection": "Kind.", "letter_sent_on": timezone.localdate(), "letter_by": "portal"}
        match_ending_begin(match=match, why="Moves away", by=by)
        ending_save(match=match, fields=said, by=by)
        if self.did(match_end, match=match, by=by):
            self.facts.together = False

    # --- who looks ----------------------------------------------------------------------------------------------------
    @rule(person=people, kind=kinds)
    def looks_everywhere(self, person, kind):
        self.look(person, kind)

    @rule(kind=kinds, data=st.data())
    def somebody_who_reads_much_looks(self, kind, data):
        """By chance alone most would meet nothing."""
        readers = [one for one in MEMBERS if self.facts.holds(one, *READS_MENTORS)]
        if readers:
            self.look(data.draw(st.sampled_from(readers)), kind)

    @rule(concern=concerns, data=st.data())
    def somebody_whom_it_touches_looks(self, concern, data):
        """Leads, whoever was let in, whom it is about."""
        touched = self.facts.about[concern] | {person for person, _ in self.facts.let_in[concern]}
        touched |= {one for one in MEMBERS if self.facts.holds(one, "lead")}
        if touched:
            self.look(data.draw(st.sampled_from(sorted(touched))), "concern")

    def look(self, person, kind):
        client = self.browsers.setdefault(person, None) or self.world.client(self.user(person), fresh=True)
        self.browsers[person] = client
        names = [record.name for record in self.places.records if record.kind == kind]
        for place, met in self.places.met(client, kind).items():
            told = self.facts.meets(person, kind, place, names)
            assert met == told, f"{person}, {kind}, {place}: met {met}, told {told}"
            self.seen[f"{kind} {place} met"] += len(met)
            self.seen[f"{kind} {place} not met"] += len(names) - len(met)

    @rule()
    def reminders_go_out(self):
        reminders_run()
        said = [f"{one.subject}\n{one.body}" for one in mail.outbox]
        assert [words for words in said if any(bird in words for bird in BIRDS)] == []
        self.seen["mails"] += len(said)
        mail.outbox.clear()
