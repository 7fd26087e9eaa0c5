"""Something worrying: raised in one step by anyone signed in, read by leads and those granted it only.

Facts, the young person's own words, opinion and action are separate; entries are added, corrections are new entries.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record, StateChange
from mentoring.refusing import Refusal
from safeguarding.concerns.routes import GROWN_UP, called
from safeguarding.concerns.states import CONCERN_MOVES
from safeguarding.guarded import Guarded
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


def co_ordinating_since(at):
    """Roles of those who co-ordinated at that instant or at any time since: an independent complaint, and the concern
    it was handed on as, stay shut to them (P8). `at` may be a column of the rows it is asked of."""
    return Membership.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gte=at), role=Role.COORDINATOR)


def works_with_children(scheme) -> bool:
    return scheme.mentee_age_from < GROWN_UP


class Concern(Guarded):
    """One concern. Who raised it can see that it was received, and nothing that came after."""

    class State(models.TextChoices):
        RAISED = "raised", "Raised"
        ACKNOWLEDGED = "acknowledged", "Acknowledged"
        TRIAGED = "triaged", "Looked into"
        REFERRED = "referred", "Referred"
        CLOSED = "closed", "Closed"

    class Triage(models.TextChoices):
        OPEN = "", "Not decided yet"
        NOTHING_MORE = "nothing-more", "Nothing more to do"
        SUPPORT = "support", "Support from us"
        REFER = "refer", "Refer to others"

    class Route(models.TextChoices):
        UNKNOWN = "", "Not decided yet"
        CHILD = "child", "A child’s"
        ADULT = "adult", "An adult’s"

    guarded_as = "read_concern"
    moves = CONCERN_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="concerns")
    state = models.CharField(max_length=12, choices=State.choices, default=State.RAISED, editable=False)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="concerns_raised")
    immediate_danger = models.BooleanField("somebody is in danger right now", default=False)
    about_words = SealedTextField("who is it about?", blank=True)
    happened = SealedTextField("what happened (what you saw or heard)")
    own_words = SealedTextField("the young person's own words", blank=True)
    opinion = SealedTextField("what you think about it", blank=True)
    body_marks = SealedJSONField("where on the body", default=list, blank=True)
    done_so_far = SealedTextField("what you have done so far", blank=True)
    happened_on = models.DateField("when", null=True, blank=True)
    arose_at = models.CharField(max_length=90, blank=True, help_text="app.model:key of where it arose")
    acknowledge_by = models.DateTimeField(help_text="its clock: one hour in immediate danger, else the working day")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    route = models.CharField("whose way it goes", max_length=6, choices=Route.choices, blank=True)
    decide_by = models.DateTimeField(help_text="its clock: one working day from when it was raised")
    decided_at = models.DateTimeField(null=True, blank=True)
    triage = models.CharField("what is needed", max_length=12, choices=Triage.choices, blank=True)
    strategy = SealedTextField("who does what, and by when", blank=True)
    not_referred_why = SealedTextField("why nobody else was told", blank=True)
    officer_by = models.DateTimeField(
        null=True, blank=True, help_text="its clock: one working day from when a worker was named"
    )
    officer_settled_at = models.DateTimeField("told, or decided not to", null=True, blank=True)
    no_officer_why = SealedTextField("why the designated officer need not know", blank=True)
    outcome = SealedTextField(blank=True)
    learning = SealedTextField(blank=True)

    class Meta(Guarded.Meta):
        abstract = False
        permissions = [("read_concern", "May read this concern")]
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["-created_at", "id"]), models.Index(fields=["scheme", "-created_at", "id"])]

    class DataProtection:
        personal = ("raised_by",)
        sensitive = (
            "about_words", "happened", "own_words", "opinion", "body_marks", "done_so_far", "happened_on",
            "outcome", "learning",
            "arose_at", "immediate_danger", "state", "triage", "route", "strategy", "not_referred_why", "officer_by",
            "officer_settled_at", "no_officer_why",
        )  # fmt: skip
        ordinary = ("scheme", "acknowledge_by", "acknowledged_at", "decide_by", "decided_at")

    @classmethod
    def within_reach(cls, actor):
        """Leads of its scheme, and whoever holds a grant that has not run out in a role that has not ended."""
        led, elsewhere = actor.schemes_with(Role.LEAD), actor.roles.keys() - set(actor.schemes_with(Role.LEAD))
        if not elsewhere:
            return Q(scheme_id__in=led)
        live = ConcernGrant.objects.live(timezone.now()).filter(concern=OuterRef("pk"), membership__user=actor.user)
        return Q(scheme_id__in=led) | Q(Exists(live), scheme_id__in=list(elsewhere))

    @classmethod
    def not_about(cls, user):
        """Nor what was handed on from a complaint that this user is shut out of."""
        then = co_ordinating_since(OuterRef("complaint__created_at")).filter(user=user, scheme=OuterRef("scheme"))
        kept = cls.objects.filter(Q(Exists(then), complaint__is_independent=True) | Q(complaint__subjects__user=user))
        return ~Q(pk__in=ConcernSubject.objects.about(user).values("concern")) & ~Q(pk__in=kept.values("pk"))

    @property
    def is_open(self) -> bool:
        return self.state != self.State.CLOSED


class ConcernStateChange(StateChange):
    refuses = (Refusal("a chronology is append-only"),)
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ("concern",)
        ordinary = ()


class ConcernSubjectQuerySet(models.QuerySet):
    def about(self, user):
        """Rows that mean this user, by account or by the record that is theirs."""
        return self.filter(Q(user=user) | Q(volunteer__user=user) | Q(young_person__user=user))


class ConcernSubject(Record):
    """Whom a concern is about; they never see it, nor does an account they get later."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="subjects")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    volunteer = models.ForeignKey(Volunteer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    young_person = models.ForeignKey(YoungPerson, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ConcernSubjectQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(volunteer__isnull=False) | Q(young_person__isnull=False),
                name="safeguarding_concernsubject_somebody",
            )
        ]

    class DataProtection:
        personal = ()
        sensitive = ("concern", "user", "volunteer", "young_person")
        ordinary = ()

    def __str__(self):
        return str(self.user or self.volunteer or self.young_person)


class ConcernEntry(Record):
    """One line of a concern's chronology. Added, never changed; a correction is a new entry."""

    refuses = (Refusal("a chronology is append-only"),)

    class Kind(models.TextChoices):
        FACT = "fact", "Fact"
        WORDS = "words", "Somebody's own words"
        OPINION = "opinion", "Opinion"
        ACTION = "action", "Action taken"
        CORRECTION = "correction", "Correction"
        BREAK_GLASS = "break-glass", "Opened without a lead"
        GRANT = "grant", "Access given or ended"
        REFERRAL = "referral", "Referred"
        HOLD = "hold", "Introductions held or freed"
        DECISION = "decision", "Decision"
        ANSWER = "answer", "Answer of those it was referred to"

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = SealedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("concern", "kind", "words")
        ordinary = ()


class ConcernReferral(Record):
    """A concern handed on to those whose duty it is: to whom, when, under which reference."""

    class To(models.TextChoices):
        CHILDREN = "children", "Children’s social care"
        ADULTS = "adults", "Adult safeguarding"
        POLICE = "police", "Police"
        LADO = "lado", "Designated officer (LADO)"
        BARRING = "barring", "Barring service (DBS, Disclosure Scotland)"
        OTHER = "other", "Somebody else"

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="referrals")
    to = models.CharField("referred to", max_length=10, choices=To.choices)
    to_whom = SealedTextField("who took it (name, team)")
    reference = SealedTextField("their reference number", blank=True)
    referred_at = models.DateTimeField("when")
    heard_by = models.DateTimeField(null=True, blank=True, help_text="by when they should have said what they do")
    heard_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["referred_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("concern", "to", "to_whom", "reference", "referred_at", "heard_at")
        ordinary = ("heard_by",)

    @property
    def called(self) -> str:
        """What they are called in the scheme’s nation."""
        scheme = self.concern.scheme
        return called(self.to, scheme.nation, with_children=works_with_children(scheme)) or self.get_to_display()


class ConcernGrantQuerySet(models.QuerySet):
    def live(self, at):
        """Grants that let somebody read at that instant: not ended, not run out, the role still held."""
        return self.filter(ended_at__isnull=True, ends_at__gt=at, membership__ended_at__isnull=True)


class ConcernGrant(Record):
    """A named person may read one concern, with a reason and an end: let in by a lead, or by breaking the glass.

    It rests on one role of theirs in the scheme: when that role ends, the grant has ended with it, at once.
    """

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="grants")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    is_break_glass = models.BooleanField(default=False)
    reason = SealedTextField()
    ends_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ConcernGrantQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    class DataProtection:
        personal = ("membership", "given_by")
        sensitive = ("concern", "reason", "is_break_glass")
        ordinary = ("ends_at", "ended_at")


class HoldQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Leads; everybody else learns only that there is one, when a gate asks."""
        mine = Volunteer.objects.filter(user=actor.user)
        return self.filter(scheme_id__in=actor.schemes_with(Role.LEAD)).exclude(volunteer__in=mine)

    def open(self):
        return self.filter(lifted_at__isnull=True)


class Hold(Record):
    """While it stands this mentor is introduced to nobody, and by decision meets nobody either. Matching asks whether
    there is one, never why."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="holds")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="holds")
    concern = models.ForeignKey(Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="holds")
    stops_sessions = models.BooleanField(default=False)
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = HoldQuerySet.as_manager()

    class DataProtection:
        personal = ("placed_by", "lifted_by")
        sensitive = ("volunteer", "concern", "stops_sessions")
        ordinary = ("scheme", "lifted_at")


class ConcernUserPermission(UserObjectPermissionBase):
    content_object = models.ForeignKey(Concern, on_delete=models.CASCADE)

    class DataProtection:
        personal = ()
        sensitive = ("user", "content_object")
        ordinary = ("permission",)


class ConcernGroupPermission(GroupObjectPermissionBase):
    content_object = models.ForeignKey(Concern, on_delete=models.CASCADE)

    class DataProtection:
        personal = ()
        sensitive = ("content_object",)
        ordinary = ("group", "permission")
