"""CWE-1236: no cell of a list that leaves runs as a formula, whatever stands before or instead of its sign."""

import pytest

from mentoring.web.sheets_out import safe_cell


@pytest.mark.parametrize(
    "words", ["=1+1", " =1+1", "\n=1+1", "\0=1+1", "\xa0@SUM(1)", "\uff1d1+1", "\u3000\uff0b1", "\nwords", "\0\t-1"]
)
def test_what_begins_like_a_formula_is_marked_as_words(words):
    """Given a cell somebody typed, when it leaves as CSV, then an apostrophe stands first and no NUL is in it."""
    assert safe_cell(words) == "'" + words.replace("\0", "")


@pytest.mark.parametrize("words", ["Ann = Bo", "1-2", "", "Łódź", "two\nlines"])
def test_other_words_stay_as_they_are(words):
    assert safe_cell(words) == words
