"""What the plan's records show of steps 1 to 8 (S1–S8)."""

from datetime import date

from django.db.models import Sum

from schemes.planning.evidence import Evidence
from schemes.planning.interest import expected_interest
from schemes.planning.models import BudgetLine, Leaflet, Objective, Resource


def shown(pairs: list[tuple[bool, str, str]], summary: str = "") -> Evidence:
    """From (holds, sentence where it does, sentence where it does not) the two lists."""
    found = tuple(yes for holds, yes, _ in pairs if holds and yes)
    missing = tuple(no for holds, _, no in pairs if not holds and no)
    return Evidence(found, missing, summary)


def plural(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def need(scheme, today: date) -> Evidence:
    record = scheme.needs.first()
    asked = scheme.consultations.values_list("with_whom", flat=True)
    young, agencies = asked.filter(with_whom="young-people").count(), asked.filter(with_whom="agencies").count()
    counted = bool(record and record.la_codes)
    summary = interest_line(record) if counted else ""
    pairs = [
        (counted, summary, "No council chosen, so nobody is counted yet."),
        (young > 0, f"Young people were asked {times(young)}.", "Young people have not been asked yet."),
        (agencies > 0, f"Agencies were asked {times(agencies)}.", "Agencies have not been asked yet."),
        (
            bool(record and record.support_now),
            "Support that exists is written down.",
            "Support that exists is missing.",
        ),
        (bool(record and record.decision), "The decision is recorded.", "No decision is recorded yet."),
    ]
    return shown(pairs, summary)


def interest_line(record) -> str:
    """ "477 care leavers, about 119 may want a mentor", or "at least …" where a figure is hidden."""
    estimate = interest_of(record)
    eligible = f"{'at least ' if estimate.at_least else ''}{estimate.eligible:,} care leavers"
    return f"{eligible}, {estimate.words.removesuffix(' young people')} may want a mentor"


def interest_of(record):
    """The estimate of step 1 for a scheme's Need."""
    return expected_interest(
        record.la_codes, year=record.year, factor=float(record.divide_by), already_served=record.served_elsewhere
    )


def aims(scheme, today: date) -> Evidence:
    process = scheme.objectives.filter(kind=Objective.Kind.PROCESS).count()
    outcome = scheme.objectives.filter(kind=Objective.Kind.OUTCOME).count()
    pairs = [
        (bool(scheme.aim), "The aim is written down.", "The aim is not written down yet."),
        (process > 0, f"{plural(process, 'process objective')}.", "No process objective yet."),
        (outcome > 0, f"{plural(outcome, 'outcome objective')}.", "No outcome objective yet."),
    ]
    return shown(pairs, f"{plural(process + outcome, 'objective')}")


def resources(scheme, today: date) -> Evidence:
    kinds = set(scheme.resources.values_list("kind", flat=True))
    money = stages_without_money(scheme)
    pairs = [
        (kind.value in kinds, f"{kind.label}: shown.", f"{kind.label}: nothing recorded yet.") for kind in Resource.Kind
    ]
    pairs += [(False, "", f"No money set aside for {stage.lower()}.") for stage in money]
    return shown(pairs, "Every stage has money" if not money else "")


def stages_without_money(scheme) -> list[str]:
    """Stages of the guide with no planned money; evaluation is a stage like the others (S3)."""
    planned = dict(scheme.budgetlines.values_list("stage").annotate(total=Sum("planned")))
    return [stage.label for stage in BudgetLine.Stage if not planned.get(stage.value)]


def plan(scheme, today: date) -> Evidence:
    actions = list(scheme.actions.values_list("progress", "owner", "due_on"))
    done = sum(progress == "done" for progress, _, _ in actions)
    late = sum(progress in ("to-do", "doing") and due_on < today for progress, _, due_on in actions)
    unowned = sum(owner is None and progress != "dropped" for progress, owner, _ in actions)
    pairs = [
        (bool(actions), f"{done} of {plural(len(actions), 'action')} done.", "The plan has no actions yet."),
        (not late, "", f"{plural(late, 'action')} overdue."),
        (not unowned, "", f"{plural(unowned, 'action')} without an owner."),
        (scheme.budgetlines.exists(), "There is a budget.", "There is no budget yet."),
    ]
    return shown(pairs, f"{done} of {plural(len(actions), 'action')} done")


def group(scheme, today: date) -> Evidence:
    members = scheme.groupmembers.filter(left_on__isnull=True)
    young, met = members.filter(is_young_person=True).count(), scheme.groupmeetings.count()
    pairs = [
        (members.exists(), f"{plural(members.count(), 'member')}.", "Nobody is in the group yet."),
        (young > 0, f"{plural(young, 'young person', 'young people')} among them.", "No young person is in the group."),
        (met > 0, f"Met {times(met)}.", "The group has not met yet."),
    ]
    return shown(pairs, f"{plural(members.count(), 'member')}, {young} of them young, met {times(met)}")


def co_ordinator(scheme, today: date) -> Evidence:
    post = scheme.appointments.filter(left_on__isnull=True, appointed_on__lte=today).first()
    if post is None:
        return Evidence(missing=("No co-ordinator is in post.",))
    safe = post.application_checked and post.references_checked and post.interviewed and post.checks_clear
    since = f"In post since {post.appointed_on:%-d %B %Y}"
    pairs = [
        (True, f"{since}.", ""),
        (safe, "Safer recruitment is complete.", "Safer recruitment is not complete."),
        (bool(post.induction_done_on), "The induction is finished.", "The induction is not finished."),
        (bool(post.line_manager), "A line manager is named.", "No line manager is named."),
    ]
    return shown(pairs, since)


def policies(scheme, today: date) -> Evidence:
    latest = latest_policies(scheme)
    pairs = [(bool(latest), f"{plural(len(latest), 'policy', 'policies')} in the manual.", "The manual is empty.")]
    for policy in latest:
        pairs.append((bool(policy.legal_check_on), "", f"{policy.title}: no legal check."))
        pairs.append((bool(policy.practice_check_on), "", f"{policy.title}: no good-practice check."))
        late = (today - policy.review_on).days
        pairs.append((late <= 0, "", f"{policy.title} overdue for review by {plural(late, 'day')}."))
    return shown(pairs, f"{plural(len(latest), 'policy', 'policies')}, all checked")


def latest_policies(scheme) -> list:
    """The newest version of each policy."""
    newest: dict = {}
    for policy in scheme.policys.order_by("title", "-version"):
        newest.setdefault(policy.title, policy)
    return list(newest.values())


def information(scheme, today: date) -> Evidence:
    published = set(scheme.leaflets.filter(is_published=True).values_list("audience", flat=True))
    pairs = [
        (who.value in published, f"For {who.label.lower()}: published.", f"Nothing published for {who.label.lower()}.")
        for who in Leaflet.Audience
    ]
    return shown(pairs, f"{plural(len(published), 'audience')} reached")


EVIDENCE = {
    1: need,
    2: aims,
    3: resources,
    4: plan,
    5: group,
    6: co_ordinator,
    7: policies,
    8: information,
}
