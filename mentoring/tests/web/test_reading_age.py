"""The measure of plain words tells them from office words."""

from mentoring.tests.reading_age import reading_age


def test_the_measure_tells_plain_words_from_office_words():
    assert reading_age("We meet in the park. You can say no. It is up to you.") < 7
    assert reading_age("Participants are required to acknowledge the confidentiality limitations applicable.") > 15
