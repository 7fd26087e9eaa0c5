"""The room's share of the access table, part by part."""

from matching.tests.pairing.pairing_access import ACCESS as PAIRING

ACCESS = {
    **PAIRING,
}
