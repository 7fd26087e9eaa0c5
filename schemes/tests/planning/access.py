"""The plan's share of the access table (roles.md: scheme plan, steps 1–8)."""

from mentoring.tests.access_kit import page, portal

READERS, EDITORS, SIGNERS = "coordinator manager lead", "coordinator", "manager"

ACCESS = {
    "schemes:scheme_start": portal("site_admin"),
    "schemes:step_list": page(READERS),
    "schemes:step_counts": page(READERS),
    "schemes:scheme_edit": page(EDITORS),
    "schemes:scheme_move": page(EDITORS, method="post", data=lambda w: {"to": "recruiting"}),
    "schemes:paper_list": page(f"{READERS} advisor"),
    "schemes:need_edit": page(EDITORS),
    "schemes:step_show": page(READERS, kwargs=lambda w: {"number": 1}),
    "schemes:step_edit": page(EDITORS, kwargs=lambda w: {"number": 1}),
    "schemes:step_sign_off": page(SIGNERS, kwargs=lambda w: {"number": 1}, method="post"),
    "schemes:step_reopen": page(SIGNERS, kwargs=lambda w: {"number": 1}, method="post"),
    "schemes:plan_item_add": page(EDITORS, kwargs=lambda w: {"kind": "actions"}),
    "schemes:plan_item_edit": page(EDITORS, kwargs=lambda w: {"kind": "actions", "item_id": w.plan_action.pk}),
    "schemes:plan_item_remove": page(
        EDITORS, kwargs=lambda w: {"kind": "actions", "item_id": w.plan_action.pk}, method="post"
    ),
    "schemes:policy_list": portal(open_to_all=True),
    "schemes:policy_show": portal(
        "coordinator manager lead supervisor trainer mentor uncleared peer mentee referrer educator advisor",
        kwargs=lambda w: {"policy_id": w.policy.pk},
    ),
}
