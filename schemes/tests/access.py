"""The room's share of the access table, part by part."""

from schemes.tests.people.joining_access import ACCESS as JOINING
from schemes.tests.people.mailings.access import ACCESS as MAILINGS
from schemes.tests.people.merging.access import ACCESS as MERGING
from schemes.tests.people.standing.access import ACCESS as STANDING
from schemes.tests.planning.access import ACCESS as PLANNING
from schemes.tests.recruitment.import_access import ACCESS as IMPORTING
from schemes.tests.recruitment.recruit_access import ACCESS as RECRUITING
from schemes.tests.training.access import ACCESS as TRAINING
from schemes.tests.young_people.young_people_access import ACCESS as YOUNG_PEOPLE

ACCESS = {
    **PLANNING,
    **IMPORTING,
    **JOINING,
    **RECRUITING,
    **TRAINING,
    **YOUNG_PEOPLE,
    **MERGING,
    **MAILINGS,
    **STANDING,
}
