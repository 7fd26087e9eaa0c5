"""The room's share of the access table, part by part."""

from matching.tests.endings.access import ACCESS as ENDINGS
from matching.tests.pairing.pairing_access import ACCESS as PAIRING
from matching.tests.relationships.pair_access import ACCESS as PAIR
from matching.tests.relationships.relationships_access import ACCESS as RELATIONSHIPS
from matching.tests.supervision.access import ACCESS as SUPERVISION
from mentoring.tests.access_kit import page

ACCESS = {
    "matching:waiting_list": page("coordinator lead"),
    "matching:stuck_list": page("coordinator lead"),
    **PAIRING,
    **PAIR,
    **RELATIONSHIPS,
    **SUPERVISION,
    **ENDINGS,
}
