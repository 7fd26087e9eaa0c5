"""How a scheme weighs what may make two people suit each other: written, or back to what every scheme begins with."""

from django.db import transaction

from matching.pairing.criteria import CRITERIA, WEIGHT_MOST
from matching.pairing.models import PairingRules
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused


@transaction.atomic
def pairing_rules_edit(*, scheme, weights: dict[str, int], aim: str, farthest_km: int | None, by) -> PairingRules:
    """The scheme's own rules from now on. `weights`: criterion → 0 (not asked) to 5; a criterion that is not named
    keeps the weight every scheme begins with. Raises Refused for a criterion or a weight that there is not."""
    if set(weights) - set(CRITERIA) or not all(weight in range(WEIGHT_MOST + 1) for weight in weights.values()):
        raise Refused("There is no such question, or no such weight.")
    rules, _ = PairingRules.objects.update_or_create(
        scheme=scheme, defaults={"weights": weights, "aim": aim, "farthest_km": farthest_km}
    )
    told = {"weights": weights, "aim": aim, "farthest_km": farthest_km}
    audit_record(verb="pairingrules.edited", subject=rules, scheme=scheme, details=told, by=by)
    return rules


@transaction.atomic
def pairing_rules_reset(*, scheme, by) -> None:
    """Back to the weights that every scheme begins with; the row that said otherwise goes."""
    for rules in PairingRules.objects.select_for_update().filter(scheme=scheme):
        audit_record(verb="pairingrules.reset", subject=rules, scheme=scheme, by=by)
        rules.delete()
