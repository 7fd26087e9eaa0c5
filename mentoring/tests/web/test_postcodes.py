"""L9: of a postcode only the first half is kept, whatever was typed."""

import pytest
from django import forms
from django.http import QueryDict

from mentoring.web.answers import typed_in
from mentoring.web.postcodes import OutcodeField, outcode_of


class WhereForm(forms.Form):
    outcode = OutcodeField()
    area = forms.CharField()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("EH6", "EH6"),
        ("eh6 7ab", "EH6"),
        ("EH67AB", "EH6"),
        (" Eh6  7 ", "EH6"),
        ("EH12 5HD", "EH12"),
        ("M1 1AE", "M1"),
        ("m11ae", "M1"),
        ("EC1A 1BB", "EC1A"),
        ("w1a1aa", "W1A"),
        ("SW1A", "SW1A"),
        ("E1W 3SS", "E1W"),
        ("", ""),
    ],
)
def test_l9_a_whole_postcode_keeps_its_first_half(written, kept):
    assert outcode_of(written) == kept


@pytest.mark.parametrize("wrong", ["Leith", "12345", "EH", "6EH", "EH6 7ABX", "QQ1 1AA", "EH6 71B", "EH6, 7AB", "Ε6"])
def test_what_is_no_postcode_is_said_beside_the_field(wrong):
    with pytest.raises(ValueError, match="no postcode"):
        outcode_of(wrong)
    form = WhereForm({"outcode": wrong, "area": "Leith"})
    assert form.errors["outcode"] == ["Write the first half of a postcode, like EH6 or SW1A."]


def test_l9_a_draft_keeps_no_more_than_the_form_would():
    typed = typed_in(QueryDict("outcode=eh6+7ab&area=EH6+7AB+road"), WhereForm)
    assert typed == {"outcode": ["EH6"], "area": ["EH6 7AB road"]}
    assert typed_in(QueryDict("outcode=Leith"), WhereForm) == {"outcode": ["Leith"]}, "a slip is shown again"
