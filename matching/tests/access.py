"""The room's share of the access table, part by part."""

from matching.tests.cover.access import ACCESS as COVER
from matching.tests.endings.access import ACCESS as ENDINGS
from matching.tests.expenses.access import ACCESS as EXPENSES
from matching.tests.pairing.pairing_access import ACCESS as PAIRING
from matching.tests.relationships.messages_access import ACCESS as MESSAGES
from matching.tests.relationships.pair_access import ACCESS as PAIR
from matching.tests.relationships.relationships_access import ACCESS as RELATIONSHIPS
from matching.tests.supervision.access import ACCESS as SUPERVISION
from matching.tests.support.access import ACCESS as SUPPORT
from matching.tests.warning.access import ACCESS as WARNING
from matching.tests.you_said.access import ACCESS as YOU_SAID
from mentoring.tests.access_kit import page

ACCESS = {
    "matching:waiting_list": page("coordinator lead"),
    "matching:stuck_list": page("coordinator lead"),
    **PAIRING,
    **PAIR,
    **RELATIONSHIPS,
    **MESSAGES,
    **COVER,
    **SUPERVISION,
    **SUPPORT,
    **ENDINGS,
    **WARNING,
    **YOU_SAID,
    **EXPENSES,
}
