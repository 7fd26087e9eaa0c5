"""Somebody asks for everything that is held on them, or says that something of it is wrong (UK GDPR, articles 15, 16).

Nobody answers for themselves, for the other half of their own pair, or where the person told of them: such a request
is not there for them.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record, StateChange
from safeguarding.complaints.models import ComplaintSubject
from safeguarding.concerns.models import ConcernSubject
from safeguarding.records.near import people_near
from safeguarding.records.states import OPEN, REQUEST_MOVES
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


def told_of(user) -> Q:
    """What people asked who told of this user, or who are told of together with them."""
    subjects = ConcernSubject.objects.about(user)
    together = (
        Q(concern__subjects__user=OuterRef("user"))
        | Q(concern__subjects__volunteer=OuterRef("volunteer"))
        | Q(concern__subjects__young_person=OuterRef("young_person"))
    )
    raised = subjects.filter(concern__raised_by=OuterRef("user"))
    complained = ComplaintSubject.objects.filter(user=user, complaint__made_by=OuterRef("user"))
    return Q(Exists(raised)) | Q(Exists(subjects.filter(together))) | Q(Exists(complained))


class OfPersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who answer for the scheme, less those who are too near to do so; inside the scheme's pages only."""
        users, volunteers, young_people = people_near(actor.user)
        rows = self.filter(scheme_id__in=actor.schemes_for(Permission.RECORD_ANSWER)).exclude(user=actor.user)
        rows = rows.exclude(Q(user__in=users) | Q(volunteer__in=volunteers) | Q(young_person__in=young_people))
        return rows.exclude(told_of(actor.user))

    def of(self, user):
        """Somebody's own."""
        return self.filter(user=user)


class OfPerson(Record):
    """Hangs on an account, or on the record of somebody who has none."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="%(class)ss")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss"
    )
    volunteer = models.ForeignKey(Volunteer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    young_person = models.ForeignKey(YoungPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.volunteer or self.young_person or self.user)


class AccessRequest(OfPerson):
    """Everything held on one person: asked for, read line by line, looked at by a second person, given."""

    class State(models.TextChoices):
        ASKED = "asked", "Being put together"
        CHECKED = "checked", "Waits for a second person"
        GIVEN = "given", "Given"
        TAKEN_BACK = "taken-back", "Taken back"

    class Way(models.TextChoices):
        PORTAL = "portal", "On their own page"
        LETTER = "letter", "By letter"
        EMAIL = "email", "By e-mail"
        SAID = "said", "Said to somebody"

    moves = REQUEST_MOVES

    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED, editable=False)
    way = models.CharField("how did they ask?", max_length=6, choices=Way.choices, default=Way.PORTAL)
    asked_on = models.DateField("when did they ask?")
    words = SealedTextField("what did they ask for?", blank=True)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    longer_because = SealedTextField("why does it take longer?", blank=True)
    longer_said_on = models.DateField(null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    given_at = models.DateTimeField(null=True, blank=True, editable=False)
    open_until = models.DateTimeField("can be taken until", null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["scheme", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(volunteer__isnull=False) | Q(young_person__isnull=False),
                name="safeguarding_accessrequest_of_somebody",
            ),
            models.UniqueConstraint(
                fields=["scheme", "user"],
                condition=Q(state__in=OPEN, user__isnull=False),
                name="safeguarding_accessrequest_one_open",
            ),
            models.CheckConstraint(
                condition=Q(given_by__isnull=True) | ~Q(given_by=models.F("checked_by")),
                name="safeguarding_accessrequest_two_people",
            ),
        ]

    class DataProtection:
        personal = ("user", "volunteer", "young_person", "logged_by", "checked_by", "given_by", "way", "asked_on")
        sensitive = ("words", "longer_because")
        ordinary = ("scheme", "state", "longer_said_on", "given_at", "open_until")


class AccessRequestStateChange(StateChange):
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("request",)


class AccessPause(Record):
    """The clock stands still until they say who they are, or what they mean; they are told so in these words."""

    class What(models.TextChoices):
        IDENTITY = "identity", "Who they are"
        MEANING = "meaning", "What they would like to have"

    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="pauses")
    what = models.CharField("what do you need to hear?", max_length=8, choices=What.choices)
    words = SealedTextField("what you ask them")
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["began_on", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(ended_on__isnull=True), name="safeguarding_accesspause_one_at_a_time"
            )
        ]

    class DataProtection:
        personal = ("by",)
        sensitive = ("words",)
        ordinary = ("request", "what", "began_on", "ended_on")


class AccessDecision(Record):
    """What becomes of one line: given, given with words left out, or kept back with the reason in law. `mark` is of the
    very words that were read: a line that has changed since waits for another decision."""

    class Outcome(models.TextChoices):
        GIVE = "give", "Give it"
        PART = "part", "Give it with words left out"
        KEEP = "keep", "Keep it back"

    class Reason(models.TextChoices):
        OTHERS = "others", "It tells of somebody else, who has not agreed (DPA 2018, schedule 2, paragraph 16)"
        HARM = "harm", "It could do serious harm to them or to others (DPA 2018, schedule 3)"
        CONFIDENCE = "confidence", "A reference given in confidence (DPA 2018, schedule 2, paragraph 24)"
        INQUIRY = "inquiry", "It would get in the way of an inquiry or of a crime being found (schedule 2, paragraph 2)"
        ADVICE = "advice", "Legal advice (schedule 2, paragraph 19)"

    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="decisions")
    line = models.CharField(max_length=90, help_text="app.model:key of the record")
    mark = models.CharField(max_length=16)
    outcome = models.CharField(max_length=4, choices=Outcome.choices)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    left_out = SealedTextField("words that are left out, one a line", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["request", "line"], name="safeguarding_accessdecision_one_per_line"),
            models.CheckConstraint(
                condition=~Q(outcome="keep") | ~Q(reason=""), name="safeguarding_accessdecision_kept_with_reason"
            ),
        ]

    class DataProtection:
        personal = ("by",)
        sensitive = ("line", "outcome", "reason", "left_out")
        ordinary = ("request", "mark")


class Correction(OfPerson):
    """ "This is wrong": what somebody says of their record, and what came of it. Where nothing is changed, their words
    stay beside it (UK GDPR, articles 16 and 18)."""

    class Outcome(models.TextChoices):
        OPEN = "", "Not looked at yet"
        PUT_RIGHT = "put-right", "Put right"
        NOTED = "noted", "It stays, with their words beside it"

    about = models.CharField("what is it about?", max_length=120)
    words = SealedTextField("what is wrong, and how should it be?")
    asked_on = models.DateField(editable=False)
    outcome = models.CharField("what came of it?", max_length=9, choices=Outcome.choices, blank=True)
    answer = SealedTextField("what you tell them", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["scheme", "outcome"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(outcome="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="safeguarding_correction_answered_whole",
            )
        ]

    class DataProtection:
        personal = ("user", "volunteer", "young_person", "answered_by")
        sensitive = ("about", "words", "outcome", "answer")
        ordinary = ("scheme", "asked_on", "answered_at")
