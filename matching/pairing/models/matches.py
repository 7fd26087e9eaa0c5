"""Step 12: a pair, from the proposal on, and the techniques that were used for it (S12)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.pairing.states import MATCH_MOVES, ON_THE_WAY, TOGETHER
from mentoring.fields import SealedTextField
from mentoring.records import Record, StateChange
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission, Role
from schemes.planning.models import Scheme

#: A volunteer in one of these states mentors nobody any more.
GONE = ("left", "withdrawn", "declined")


class MatchQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff who may read matches (a supervisor: own mentors); the two of them, from when profiles are shared, and
        not once it has ended or was declined. A mentor who left reads nothing more from that moment, whether or not
        the ending has been recorded."""
        staff = actor.schemes_for(Permission.MATCH_READ)
        wide = set(actor.schemes_with(Role.COORDINATOR, Role.LEAD))
        if actor.inside in wide:  # one plain key keeps a list of 100,000 quick
            return self.filter(scheme_id=actor.inside)
        live = Q(state__in=[*TOGETHER, "profiles-shared", "accepted", "risk-approved"])
        mentor_here = actor.own(volunteer__user=actor.user) & ~Q(volunteer__state__in=GONE)
        return self.filter(
            Q(scheme_id__in=wide)
            | Q(scheme_id__in=staff, volunteer__supervisor=actor.user)
            | (live & (mentor_here | actor.own(young_person__user=actor.user)))
        )

    def together(self):
        return self.filter(state__in=TOGETHER)

    def taking_a_place(self):
        return self.filter(state__in=[*TOGETHER, *ON_THE_WAY])


class Match(Record):
    """A mentor and a young person. Ended with exactly one formal ending, never deleted (S15)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        PROFILES_SHARED = "profiles-shared", "Profiles shared"
        ACCEPTED = "accepted", "Both said yes"
        RISK_APPROVED = "risk-approved", "Risk assessment approved"
        INTRODUCED = "introduced", "Introduced"
        ACTIVE = "active", "Together"
        UNDER_REVIEW = "under-review", "In review"
        PAUSED = "paused", "Paused"
        ENDING = "ending", "Ending"
        ENDED = "ended", "Ended"
        DECLINED = "declined", "Not taken up"

    class Answer(models.TextChoices):
        OPEN = "", "Not answered yet"
        YES = "yes", "Yes"
        NO = "no", "No"

    moves = MATCH_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="matches")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="matches")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.PROTECT, related_name="matches")
    state = models.CharField(max_length=16, choices=State.choices, default=State.PROPOSED, editable=False)
    reasons = models.JSONField(default=list, help_text="why these two were proposed, in sentences")
    score = models.FloatField(null=True, blank=True)
    mentee_answer = models.CharField(max_length=3, choices=Answer.choices, blank=True)
    mentor_answer = models.CharField(max_length=3, choices=Answer.choices, blank=True)
    mentee_no_because = SealedTextField(blank=True)
    mentor_no_because = SealedTextField(blank=True)
    purpose = models.TextField("what it is for, in the young person's words (L1)", blank=True)
    co_ordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="whose match it is (P8): who introduced them, until it is handed over",
    )  # fmt: skip
    introduced_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "young_person"],
                condition=~Q(state__in=["ended", "declined"]),
                name="matching_match_one_live_per_pair",
            ),
            models.UniqueConstraint(
                fields=["young_person"],
                condition=Q(state__in=TOGETHER),
                name="matching_match_one_mentor_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["scheme", "state"]),
            models.Index(fields=["scheme", "-created_at", "id"]),
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "co_ordinator", "mentee_answer", "mentor_answer")
        sensitive = ("reasons", "score", "mentee_no_because", "mentor_no_because", "purpose")
        ordinary = ("scheme", "state", "introduced_on", "ended_on")

    def __str__(self):
        return f"{self.volunteer.first_name} and {self.young_person.first_name}"

    def is_one_of_two(self, user) -> bool:
        return user.pk in {self.volunteer.user_id, self.young_person.user_id}

    @property
    def techniques(self):
        """What brought the two together, the first first; also from before they were proposed (S12)."""
        return Technique.objects.filter(volunteer=self.volunteer_id, young_person=self.young_person_id)


class MatchStateChange(StateChange):
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("match",)


class TechniqueQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff who may read matches; a supervisor those of their own mentors."""
        staff = actor.schemes_for(Permission.MATCH_READ)
        wide = actor.schemes_with(Role.COORDINATOR, Role.LEAD)
        return self.filter(Q(scheme_id__in=wide) | Q(scheme_id__in=staff, volunteer__supervisor=actor.user))


class Technique(Record):
    """S12: matching goes over months by complementary techniques; each is logged per pair, also before they are
    proposed to each other."""

    class Kind(models.TextChoices):
        GROUP_EVENT = "group-event", "Group event"
        INTERVIEW = "interview", "Personal interview"
        PAPER_PROFILE = "paper-profile", "Paper profile"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="techniques")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="techniques")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="techniques")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    used_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    objects = TechniqueQuerySet.as_manager()

    class Meta:
        ordering = ["used_on", "created_at"]
        indexes = [models.Index(fields=["young_person", "volunteer"])]

    class DataProtection:
        personal = ("volunteer", "young_person")
        sensitive = ("note",)
        ordinary = ("scheme", "kind", "used_on")
