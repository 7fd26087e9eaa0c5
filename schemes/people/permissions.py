"""Who may do what: one table, readable by a safeguarding lead (roles.md)."""

from enum import StrEnum

from django.db.models import TextChoices


class Role(TextChoices):
    COORDINATOR = "coordinator", "Co-ordinator"
    MANAGER = "manager", "Manager"
    LEAD = "lead", "Safeguarding lead"
    SUPERVISOR = "supervisor", "Supervisor"
    TRAINER = "trainer", "Trainer"
    MENTOR = "mentor", "Mentor"
    MENTEE = "mentee", "Young person"
    REFERRER = "referrer", "Referrer"
    EDUCATOR = "educator", "Practice educator"
    ADVISOR = "advisor", "Advisory member"


#: Roles that reach records of young people from the staff side and need a second factor first.
STAFF = frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD, Role.SUPERVISOR, Role.TRAINER})
#: Roles that read of somebody else on their own pages, and need a second factor there too. A mentor does once they were
#: approved: who has only applied reads of nobody (`gates.actor_of`).
READS_OF_OTHERS = frozenset({Role.MENTOR, Role.REFERRER, Role.EDUCATOR})


class Permission(StrEnum):
    SCHEME_READ = "scheme.read"
    PLAN_EDIT = "plan.edit"
    STEP_SIGN_OFF = "step.sign_off"
    STAGE_LIMITS = "stage_limits.edit"
    PAPERS_READ = "papers.read"
    PEOPLE_READ = "people.read"
    PEOPLE_EDIT = "people.edit"
    INTERVIEW_HOLD = "interview.hold"
    MENTORS_READ = "mentors.read"
    VETTING_READ = "vetting.read"
    VETTING_EDIT = "vetting.edit"
    RISK_DECISION = "risk_decision.edit"
    TRAINING_READ = "training.read"
    TRAINING_EDIT = "training.edit"
    SUITABILITY_REVIEW = "suitability.review"
    MATCH_READ = "match.read"
    MATCH_EDIT = "match.edit"
    MATCH_COUNT = "match.count"
    MESSAGES_CHECK = "messages.check"
    RISK_WRITE = "risk.write"
    RISK_APPROVE = "risk.approve"
    SUPERVISION_READ = "supervision.read"
    SUPERVISION_EDIT = "supervision.edit"
    CONCERN_RAISE = "concern.raise"
    CONCERN_LIST = "concern.list"
    CONCERN_COUNT = "concern.count"
    CONCERN_BREAK_GLASS = "concern.break_glass"
    LEAD_ABSENCE = "lead.absence"
    COMPLAINT_READ = "complaint.read"
    EXPENSE_EDIT = "expense.edit"
    EXPENSE_COUNT = "expense.count"
    REPORT_READ = "report.read"
    REPORT_MAKE = "report.make"
    AUDIT_READ = "audit.read"
    RECORD_ANSWER = "record.answer"
    RECORD_READ = "record.read"
    MEMBER_INVITE = "member.invite"
    ROLE_GRANT = "role.grant"


EVERYBODY = frozenset(Role)

#: ability → roles that have it in their scheme. "Own" rows are no ability: `visible_to` of the model adds them.
ABILITIES: dict[Permission, frozenset[Role]] = {
    Permission.SCHEME_READ: frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD}),
    Permission.PLAN_EDIT: frozenset({Role.COORDINATOR}),
    Permission.STEP_SIGN_OFF: frozenset({Role.MANAGER}),
    Permission.STAGE_LIMITS: frozenset({Role.MANAGER}),
    Permission.PAPERS_READ: frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD, Role.ADVISOR}),
    Permission.PEOPLE_READ: frozenset({Role.COORDINATOR, Role.LEAD}),
    Permission.PEOPLE_EDIT: frozenset({Role.COORDINATOR}),
    Permission.INTERVIEW_HOLD: frozenset({Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR, Role.TRAINER}),
    Permission.MENTORS_READ: frozenset({Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR}),
    Permission.VETTING_READ: frozenset({Role.COORDINATOR, Role.LEAD}),
    Permission.VETTING_EDIT: frozenset({Role.COORDINATOR}),
    Permission.RISK_DECISION: frozenset({Role.LEAD}),
    Permission.TRAINING_READ: frozenset({Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR, Role.TRAINER}),
    Permission.TRAINING_EDIT: frozenset({Role.COORDINATOR, Role.TRAINER}),
    Permission.SUITABILITY_REVIEW: frozenset({Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR, Role.TRAINER}),
    Permission.MATCH_READ: frozenset({Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR}),
    Permission.MATCH_EDIT: frozenset({Role.COORDINATOR}),
    Permission.MATCH_COUNT: frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD}),
    Permission.MESSAGES_CHECK: frozenset({Role.COORDINATOR, Role.LEAD}),
    Permission.RISK_WRITE: frozenset({Role.COORDINATOR}),
    Permission.RISK_APPROVE: frozenset({Role.LEAD}),
    Permission.SUPERVISION_READ: frozenset({Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR}),
    Permission.SUPERVISION_EDIT: frozenset({Role.COORDINATOR, Role.SUPERVISOR}),
    Permission.CONCERN_RAISE: EVERYBODY,
    Permission.CONCERN_LIST: frozenset({Role.LEAD}),
    Permission.CONCERN_COUNT: frozenset({Role.MANAGER, Role.LEAD}),
    Permission.CONCERN_BREAK_GLASS: frozenset({Role.MANAGER}),
    Permission.LEAD_ABSENCE: frozenset({Role.MANAGER, Role.LEAD}),
    Permission.COMPLAINT_READ: frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD}),
    Permission.EXPENSE_EDIT: frozenset({Role.COORDINATOR}),
    Permission.EXPENSE_COUNT: frozenset({Role.COORDINATOR, Role.MANAGER}),
    Permission.REPORT_READ: frozenset({Role.COORDINATOR, Role.MANAGER, Role.LEAD}),
    Permission.REPORT_MAKE: frozenset({Role.COORDINATOR, Role.MANAGER}),
    Permission.AUDIT_READ: frozenset({Role.MANAGER}),
    Permission.RECORD_ANSWER: frozenset({Role.MANAGER, Role.LEAD}),
    Permission.RECORD_READ: frozenset({Role.LEAD}),
    Permission.MEMBER_INVITE: frozenset({Role.COORDINATOR, Role.MANAGER}),
    Permission.ROLE_GRANT: frozenset({Role.MANAGER}),
}


def abilities_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything these roles may do in their scheme. Pure."""
    return frozenset(permission for permission, holders in ABILITIES.items() if holders & roles)


#: Roles given by invitation from the members page; mentors and young people are invited from their own record.
BY_INVITATION = [role for role in Role if role not in {Role.MENTOR, Role.MENTEE}]
#: Roles above a co-ordinator's own, given only by whoever may grant roles.
ABOVE_COORDINATOR = frozenset({Role.MANAGER, Role.LEAD})


def roles_to_give(held: frozenset[Role]) -> list[Role]:
    """The roles somebody with these roles may invite to or end: never above their own (roles.md). Pure."""
    able = abilities_of(held)
    if Permission.ROLE_GRANT in able:
        return list(BY_INVITATION)
    if Permission.MEMBER_INVITE in able:
        return [role for role in BY_INVITATION if role not in ABOVE_COORDINATOR]
    return []
