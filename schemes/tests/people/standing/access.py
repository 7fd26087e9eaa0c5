"""A manager sets how long; whoever may read people sees who stands too long."""

from mentoring.tests.access_kit import page

ACCESS = {
    "schemes:too_long_list": page("coordinator lead", kwargs=lambda w: {"kind": "volunteers"}),
    "schemes:stage_limits_set": page("manager"),
    "schemes:stage_limits_reset": page("manager", method="post"),
}
