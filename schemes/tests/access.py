"""The room's share of the access table, part by part."""

from schemes.tests.people.joining_access import ACCESS as JOINING
from schemes.tests.planning.access import ACCESS as PLANNING
from schemes.tests.recruitment.import_access import ACCESS as IMPORTING

ACCESS = {
    **PLANNING,
    **IMPORTING,
    **JOINING,
}
