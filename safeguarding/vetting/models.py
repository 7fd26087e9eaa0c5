"""Checks of volunteers (S9, L10). Of a criminal-record check only what the law lets us keep: type, level, date,
number, decision, by whom — never the certificate (DBS code of practice; Police Act 1997 s.124)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from mentoring.fields import SealedTextField
from mentoring.records import Record
from mentoring.refusing import Refusal
from safeguarding.guarded import Guarded
from safeguarding.vetting.levels import parts
from safeguarding.vetting.rulebook import level_words
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission

CRIMINAL_RECORD_IN = {"scotland": "PVG", "northern-ireland": "AccessNI"}


class VettingCheckQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who may read vetting, and everybody their own. A supervisor asks `clearance_of`: cleared or not."""
        if actor.reads_all_inside(Permission.VETTING_READ):
            return self.filter(volunteer__scheme_id=actor.inside)
        return self.filter(
            Q(volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_READ)) | Q(volunteer__user=actor.user)
        )


class VettingCheck(Record):
    """One check: requested → received → decided → expires."""

    class Kind(models.TextChoices):
        IDENTITY = "identity", "Identity"
        RIGHT_TO_VOLUNTEER = "right-to-volunteer", "Right to volunteer"
        REFERENCE = "reference", "Reference"
        CRIMINAL_RECORD = "criminal-record", "DBS, PVG or AccessNI"
        OVERSEAS = "overseas", "Overseas check"
        SELF_DECLARATION = "self-declaration", "Self-declaration"

    class Proof(models.TextChoices):
        PASSPORT = "passport", "Passport"
        DRIVING_LICENCE = "driving-licence", "Driving licence"
        BIRTH_CERTIFICATE = "birth-certificate", "Birth certificate"
        RESIDENCE_PERMIT = "residence-permit", "Residence permit or eVisa"
        BANK = "bank", "Bank or building society statement"
        COUNCIL_TAX = "council-tax", "Council tax or utility bill"

    class Decision(models.TextChoices):
        OPEN = "", "Not decided yet"
        CLEAR = "clear", "Clear"
        CONDITIONS = "conditions", "Clear with conditions"
        NOT_CLEAR = "not-clear", "Not clear"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    level = models.CharField(max_length=60, blank=True)
    requested_on = models.DateField("asked for")
    received_on = models.DateField("came back", null=True, blank=True)
    issued_on = models.DateField("date of issue", null=True, blank=True)
    number = models.CharField("reference number", max_length=40, blank=True)
    referee_name = models.CharField(max_length=120, blank=True)
    referee_email = models.EmailField("referee's e-mail", blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    conditions = SealedTextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField("look again on", null=True, blank=True)
    proofs = models.JSONField("proofs of identity seen", default=list, blank=True)
    status = models.CharField("what the Update Service last said", max_length=12, blank=True)
    status_on = models.DateField("last looked up", null=True, blank=True)

    objects = VettingCheckQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-requested_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_on__isnull=True)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_on__isnull=False)),
                name="safeguarding_vettingcheck_decided_whole",
            )
        ]
        indexes = [models.Index(fields=["expires_on"])]

    class DataProtection:
        personal = (
            "volunteer", "referee_name", "referee_email", "requested_on", "received_on", "issued_on", "expires_on",
            "decided_by", "decided_on", "kind", "proofs", "status_on",
        )  # fmt: skip
        sensitive = ("level", "number", "decision", "conditions", "status")
        ordinary = ()

    @property
    def scheme_id(self):
        return self.volunteer.scheme_id

    @property
    def called(self) -> str:
        """The check as staff say it: a reference by whose it is, a criminal record check by its nation's own."""
        if self.kind == self.Kind.CRIMINAL_RECORD:
            return f"{CRIMINAL_RECORD_IN.get(self.volunteer.scheme.nation, 'DBS')} check"
        if self.kind == self.Kind.REFERENCE and self.referee_name:
            return f"Reference from {self.referee_name}"
        return self.get_kind_display()

    @property
    def can_be_looked_up(self) -> bool:
        """Does the Update Service know checks of this level?"""
        return (
            self.kind == self.Kind.CRIMINAL_RECORD
            and self.decision in ("clear", "conditions")
            and (parts(self.level)[0] in ("standard", "enhanced"))
        )

    @property
    def proofs_words(self) -> str:
        """Which documents were seen; no copy of any is kept."""
        known = dict(self.Proof.choices)
        return ", ".join(known.get(one, one) for one in self.proofs)

    @property
    def status_words(self) -> str:
        """What the Update Service last said."""
        said = {"nothing": "remains current", "current": "remains current", "not-current": "no longer current"}
        return said.get(self.status, "details did not match") if self.status else ""

    @property
    def level_words(self) -> str:
        """The level as people say it."""
        return level_words(self.level)

    @property
    def stands(self) -> str:
        """Where the check is, in words."""
        if self.decision:
            return self.get_decision_display()
        return "Came back, waits for a decision" if self.received_on else "Asked for"


class RiskDecision(Guarded):
    """What was disclosed and what was decided about it: guardian permissions, and gone after six months at most."""

    refuses = (
        Refusal(
            "what was disclosed is kept six months at most (DBS code of practice)",
            acts=("INSERT", "UPDATE"),
            when={
                "sqlite": "NEW.purge_on > date(NEW.decided_on, '+6 months')",
                "postgresql": "NEW.purge_on > NEW.decided_on + interval '6 months'",
            },
        ),
    )
    guarded_as = "read_riskdecision"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="risk_decisions")
    disclosed = SealedTextField("what was disclosed")
    decided = SealedTextField("what was decided, and why")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    purge_on = models.DateField("deleted on", help_text="six months after the decision at most; the database holds it")

    class Meta(Guarded.Meta):
        abstract = False
        permissions = [("read_riskdecision", "May read this risk decision")]
        ordering = ["-decided_on"]

    class DataProtection:
        personal = ("volunteer", "author")
        sensitive = ("disclosed", "decided")
        ordinary = ("decided_on", "purge_on")

    @property
    def scheme_id(self):
        return self.volunteer.scheme_id

    @classmethod
    def within_reach(cls, actor):
        """Leads by their group; a co-ordinator where a lead let them, by name."""
        return Q(
            volunteer__scheme_id__in={
                *actor.schemes_for(Permission.RISK_DECISION),
                *actor.schemes_for(Permission.VETTING_EDIT),
            }
        )

    @classmethod
    def not_about(cls, user):
        return ~Q(volunteer__in=Volunteer.objects.filter(user=user))


class RiskDecisionUserPermission(UserObjectPermissionBase):
    content_object = models.ForeignKey(RiskDecision, on_delete=models.CASCADE)

    class DataProtection:
        personal = ("user",)
        sensitive = ()
        ordinary = ("content_object", "permission")


class RiskDecisionGroupPermission(GroupObjectPermissionBase):
    content_object = models.ForeignKey(RiskDecision, on_delete=models.CASCADE)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("content_object", "group", "permission")
