"""The people of a scheme: who holds a role, who volunteers, who asked for a mentor, who referred them (S9, S10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record, StateChange
from schemes.people.permissions import BY_INVITATION, Permission, Role
from schemes.people.states import VOLUNTEER_MOVES, YOUNG_PERSON_MOVES
from schemes.planning.models import Scheme


def invited_by_name(actor) -> Q:
    """Rows with a name and a role that this person may read: a manager invites staff, and knows no mentor and no young
    person by name (roles.md)."""
    return Q(scheme_id__in=actor.schemes_for(Permission.MEMBER_INVITE)) & (
        Q(role__in=BY_INVITATION) | Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
    )


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who invite see who holds which role in their scheme; mentors and young people only whoever reads
        people too; everybody their own roles."""
        return self.filter(invited_by_name(actor) | Q(user=actor.user))


class Membership(Record):
    """One role of one person in one scheme. Ended, never deleted."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "user", "role"],
                condition=Q(ended_at__isnull=True),
                name="schemes_membership_one_live_per_role",
            )
        ]

    class DataProtection:
        personal = ("user", "role")
        sensitive = ()
        ordinary = ("scheme", "ended_at")

    def __str__(self):
        return f"{self.user} · {self.get_role_display()}"


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(invited_by_name(actor))


class Invitation(Record):
    """A one-time link by which somebody takes up a role; the token itself is kept only as a hash."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=16, choices=Role.choices)
    volunteer = models.ForeignKey("Volunteer", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    young_person = models.ForeignKey("YoungPerson", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class DataProtection:
        personal = ("email", "name", "role", "invited_by", "volunteer", "young_person")
        sensitive = ("token_hash",)
        ordinary = ("scheme", "expires_at", "taken_up_at", "withdrawn_at")

    def is_open(self, now) -> bool:
        """Can the link still be used?"""
        return not self.taken_up_at and not self.withdrawn_at and self.expires_at >= now


def new_ref(letter: str) -> str:
    """A short name for a person that tells nothing about them, easy to say on the phone."""
    return f"{letter}-{get_random_string(8, '23456789ABCDEFGHJKLMNPQRSTUVWXYZ')}"


def new_volunteer_ref() -> str:
    return new_ref("V")


def new_young_person_ref() -> str:
    return new_ref("Y")


class VolunteerQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whole roster for those who may read people; a supervisor their own mentors; everybody themselves."""
        if actor.reads_all_inside(Permission.PEOPLE_READ):
            return self.filter(scheme_id=actor.inside)
        return self.filter(
            Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(supervisor=actor.user, scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | actor.own(user=actor.user)
        )


class Volunteer(Record):
    """Somebody who offers to mentor, from the first enquiry on (S9)."""

    class State(models.TextChoices):
        ENQUIRED = "enquired", "Enquired"
        APPLIED = "applied", "Applied"
        INTERVIEWING = "interviewing", "Interview"
        VETTING = "vetting", "Checks"
        TRAINING = "training", "Training"
        SUITABILITY = "suitability", "Suitability review"
        APPROVED = "approved", "Approved"
        GROUP_ONLY = "group-only", "Group support only"
        PAUSED = "paused", "Paused"
        LEFT = "left", "Left"
        WITHDRAWN = "withdrawn", "Withdrew"
        DECLINED = "declined", "Not taken on"

    moves = VOLUNTEER_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="volunteers")
    ref = models.CharField(max_length=10, default=new_volunteer_ref, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="volunteering",
    )
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="supervisees"
    )
    state = models.CharField(max_length=14, choices=State.choices, default=State.ENQUIRED, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    born_on = models.DateField("date of birth", null=True, blank=True)
    area = models.CharField(max_length=80, blank=True)
    gender = models.CharField(max_length=40, blank=True)
    care_experienced = models.BooleanField("has been in care", null=True, blank=True)
    is_peer = models.BooleanField("would be a peer mentor", default=False)
    interests = models.JSONField(default=list, blank=True)
    strengths = models.JSONField("can help with", default=list, blank=True)
    free_times = models.JSONField("free on", default=list, blank=True, help_text="Mon am … Sun eve")
    languages = models.JSONField(default=list, blank=True)
    capacity = models.PositiveSmallIntegerField("how many young people", default=1)
    about_me = models.TextField("about me, in my words", blank=True)
    motivation = SealedTextField("why I want to mentor", blank=True)
    history_gaps = SealedTextField("gaps in history", blank=True)
    heard_from = models.ForeignKey(
        "schemes.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="volunteers"
    )
    role_statement_signed_on = models.DateField("role statement signed (P2)", null=True, blank=True)
    pack_sent_on = models.DateField("pack sent", null=True, blank=True)
    sheet_notes = SealedJSONField("from your spreadsheet, to be confirmed", default=dict, blank=True)

    objects = VolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(fields=["scheme", "state", "area"]),
            models.Index(fields=["scheme", "-created_at", "id"]),
            models.Index(fields=["scheme", "state", "-created_at", "id"]),
        ]

    class DataProtection:
        personal = (
            "user", "supervisor", "name", "email", "phone", "born_on", "area", "gender", "interests", "strengths",
            "free_times", "languages", "about_me", "heard_from", "role_statement_signed_on", "pack_sent_on", "ref",
        )  # fmt: skip
        sensitive = ("care_experienced", "is_peer", "motivation", "history_gaps", "sheet_notes")
        ordinary = ("scheme", "state", "capacity")

    def __str__(self):
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref


class VolunteerStateChange(StateChange):
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("volunteer",)


class YoungPersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who may read people, and the young person; a mentor sees theirs through the match only."""
        if actor.reads_all_inside(Permission.PEOPLE_READ):
            return self.filter(scheme_id=actor.inside)
        return self.filter(Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ)) | Q(user=actor.user))


class YoungPerson(Record):
    """Somebody who may want a mentor (S10). They decide why and what (P5)."""

    class State(models.TextChoices):
        REFERRED = "referred", "Referred"
        CONTACTED = "contacted", "Contacted"
        MET = "met", "Met"
        WAITING = "waiting", "Waiting for a mentor"
        PAUSED = "paused", "Paused"
        MOVED_ON = "moved-on", "Moved on"
        CHOSE_NOT = "chose-not", "Chose not to"
        NOT_ELIGIBLE = "not-eligible", "Not eligible"
        SIGNPOSTED = "signposted", "Pointed elsewhere"

    class MentorKind(models.TextChoices):
        PEER = "peer", "Somebody who was in care too"
        TRADITIONAL = "traditional", "Somebody older from the community"
        EITHER = "either", "Either is fine"

    class CareStatus(models.TextChoices):
        UNKNOWN = "", "Not known yet"
        LOOKED_AFTER = "looked-after", "Looked after"
        ELIGIBLE = "eligible", "Eligible"
        RELEVANT = "relevant", "Relevant"
        FORMER_RELEVANT = "former-relevant", "Former relevant"
        QUALIFYING = "qualifying", "Qualifying"

    moves = YOUNG_PERSON_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="young_people")
    ref = models.CharField(max_length=10, default=new_young_person_ref, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mentee_records",
    )
    state = models.CharField(max_length=14, choices=State.choices, default=State.REFERRED, editable=False)
    name = models.CharField("what should we call you?", max_length=120)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    may_text = models.BooleanField("we can text this number", null=True, blank=True)
    may_leave_message = models.BooleanField("we can leave a message", null=True, blank=True)
    contact_notes = models.CharField("anything we should know about contacting you?", max_length=200, blank=True)
    born_on = models.DateField("date of birth", null=True, blank=True)
    area = models.CharField(max_length=80, blank=True)
    gender = models.CharField(max_length=40, blank=True)
    care_status = models.CharField(max_length=16, choices=CareStatus.choices, blank=True)
    mentor_kind = models.CharField("who would you like?", max_length=12, choices=MentorKind.choices, blank=True)
    mentor_gender_wish = models.CharField("would you like your mentor to be…", max_length=40, blank=True)
    mentor_wish = models.TextField("anything else about the mentor you'd like", blank=True)
    interests = models.JSONField("things I like", default=list, blank=True)
    wants_help_with = models.JSONField("I'd like help with", default=list, blank=True)
    free_times = models.JSONField("free on", default=list, blank=True)
    why_now = models.CharField(max_length=200, blank=True)
    about_me = models.TextField("about me, in my words", blank=True)
    may_share_about_me = models.BooleanField("a mentor may read this", default=False)
    still_wants_mentor_on = models.DateField("last said they want a mentor", null=True, blank=True)
    sheet_notes = SealedJSONField("from your spreadsheet, to be confirmed", default=dict, blank=True)

    objects = YoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "young people"
        indexes = [
            models.Index(fields=["scheme", "state", "area"]),
            models.Index(fields=["scheme", "-created_at", "id"]),
            models.Index(fields=["scheme", "state", "-created_at", "id"]),
        ]

    class DataProtection:
        personal = (
            "user", "name", "email", "phone", "may_text", "may_leave_message", "contact_notes", "born_on", "area",
            "gender", "interests", "wants_help_with", "free_times", "ref",
        )  # fmt: skip
        sensitive = (
            "care_status", "why_now", "about_me", "mentor_wish", "mentor_gender_wish", "mentor_kind", "sheet_notes",
        )  # fmt: skip
        ordinary = ("scheme", "state", "may_share_about_me", "still_wants_mentor_on")

    def __str__(self):
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref


class YoungPersonStateChange(StateChange):
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("young_person",)


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff who may read people, and the referrer their own while they hold the role."""
        refers_in = actor.schemes_with(Role.REFERRER)
        return self.filter(
            Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ)) | Q(referrer=actor.user, scheme_id__in=refers_in)
        )


class Referral(Record):
    """How a young person came: by themselves, or through an agency with their own consent.

    The referrer's words stay the referrer's words; they never become a goal unless the mentee takes them up (P5).
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="referrals")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="referrals")
    is_self_referral = models.BooleanField(default=False)
    referrer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="referrals"
    )
    referrer_name = models.CharField("your name", max_length=120, blank=True)
    referrer_role = models.CharField("your role", max_length=120, blank=True)
    referrer_email = models.EmailField("your e-mail", blank=True)
    referrer_phone = models.CharField("your phone", max_length=40, blank=True)
    young_person_agreed = models.BooleanField("the young person knows about this and agreed", default=False)
    referrer_words = SealedTextField("what you hope for (it stays your words)", blank=True)
    young_person_words = SealedTextField("what the young person says they want", blank=True)
    received_on = models.DateField("received")

    objects = ReferralQuerySet.as_manager()

    class DataProtection:
        personal = (
            "young_person",
            "referrer",
            "referrer_name",
            "referrer_role",
            "referrer_email",
            "referrer_phone",
        )
        sensitive = ("referrer_words", "young_person_words")
        ordinary = ("scheme", "is_self_referral", "young_person_agreed", "received_on")
