"""Who reaches supervision (roles.md: supervisor edits own, co-ordinator edits, lead reads, mentor the shared part)."""

from mentoring.tests.access_kit import page, portal

ACCESS = {
    "matching:supervision_list": page("coordinator lead supervisor"),
    "matching:supervision_plan": page("coordinator supervisor"),
    "matching:supervision_record": page(
        "coordinator lead supervisor", kwargs=lambda w: {"supervision_id": w.supervision.pk}
    ),
    "matching:my_supervision": portal(open_to_all=True),
}
