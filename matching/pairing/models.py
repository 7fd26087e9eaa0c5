"""Step 12: a pair, from the proposal on; what speaks against it; the techniques that were used (S12)."""

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
    introduced_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    pause_until = models.DateField(null=True, blank=True)

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
        personal = ("volunteer", "young_person", "mentee_answer", "mentor_answer")
        sensitive = ("reasons", "score", "mentee_no_because", "mentor_no_because", "purpose")
        ordinary = ("scheme", "state", "introduced_on", "ended_on", "pause_until")

    def __str__(self):
        return f"{self.volunteer.first_name} and {self.young_person.first_name}"


class MatchStateChange(StateChange):
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("match",)


class ConflictQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.MATCH_EDIT))


class Conflict(Record):
    """Why a pair must not be made: they know each other, same household, same family, colleague, or "not with"."""

    class Kind(models.TextChoices):
        KNOW_EACH_OTHER = "know", "They know each other"
        HOUSEHOLD = "household", "Same household"
        FAMILY = "family", "Same family"
        COLLEAGUE = "colleague", "Works with them or their family"
        NOT_WITH = "not-with", "One side asked not to"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="conflicts")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="conflicts")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ConflictQuerySet.as_manager()

    class DataProtection:
        personal = ("volunteer", "young_person", "declared_by")
        sensitive = ("kind",)
        ordinary = ("scheme",)


class TechniqueQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(match__in=Match.objects.visible_to(actor))


class Technique(Record):
    """S12: matching goes over months by complementary techniques; each is logged per pair."""

    class Kind(models.TextChoices):
        GROUP_EVENT = "group-event", "Group event"
        INTERVIEW = "interview", "Personal interview"
        PAPER_PROFILE = "paper-profile", "Paper profile"

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="techniques")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    used_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    objects = TechniqueQuerySet.as_manager()

    class DataProtection:
        personal = ()
        sensitive = ("note",)
        ordinary = ("match", "kind", "used_on")


class AgeExceptionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.MATCH_READ))


class AgeException(Record):
    """P3: a pair outside the scheme's age rules, with a reason, and a second person's yes."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="age_exceptions")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="age_exceptions")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="age_exceptions")
    reason = models.TextField("why their ages are all right")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AgeExceptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "young_person"], name="matching_ageexception_one_per_pair"),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")),
                name="matching_ageexception_two_people",
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "asked_by", "agreed_by")
        sensitive = ("reason",)
        ordinary = ("scheme",)


class ProfileQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who make matches, and everybody their own."""
        wide = actor.schemes_for(Permission.MATCH_EDIT)
        return self.filter(
            Q(volunteer__scheme_id__in=wide)
            | Q(young_person__scheme_id__in=wide)
            | Q(volunteer__user=actor.user)
            | Q(young_person__user=actor.user)
        )


class Profile(Record):
    """R8, L9: what a volunteer lets a young person see before they meet, and what either asks for in the other. What
    a young person shows, and where nobody may be from, stands on their own record."""

    class AgeWish(models.TextChoices):
        ANY = "", "Any age is fine"
        YOUNG = "young", "Under 30"
        MIDDLE = "middle", "30 to 50"
        OLDER = "older", "Over 50"

    volunteer = models.OneToOneField(
        Volunteer, null=True, blank=True, on_delete=models.CASCADE, related_name="pairing_profile"
    )
    young_person = models.OneToOneField(
        YoungPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="pairing_profile"
    )
    shows = models.JSONField("what they can read about me", default=list, blank=True)
    not_from = models.JSONField("nobody from these places", default=list, blank=True)
    mentor_age_wish = models.CharField("how old?", max_length=8, choices=AgeWish.choices, blank=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(volunteer__isnull=False, young_person__isnull=True)
                | Q(volunteer__isnull=True, young_person__isnull=False),
                name="matching_profile_of_one_person",
            )
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "shows")
        sensitive = ("not_from", "mentor_age_wish")
        ordinary = ()
