"""How tests claim: a photo of a receipt, and what a mentor says."""

from decimal import Decimal
from io import BytesIO

import pikepdf
from django.utils import timezone
from PIL import Image

from matching.expenses import actions
from mentoring.web.uploads import made_anew


def photo(kind="JPEG", size=(40, 60), **saved) -> bytes:
    kept = BytesIO()
    Image.new("RGB", size, "#d0e0e0").save(kept, kind, **saved)
    return kept.getvalue()


def paper(**root) -> bytes:
    """A PDF of one page; `root` goes into its catalogue."""
    kept = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, value in root.items():
            pdf.Root[f"/{name}"] = value
        pdf.save(kept)
    return kept.getvalue()


def claim(pair, volunteer=None, *, receipt=True, by=None, **said):
    """Zofia paid £4.60 for the bus today, unless something else is said."""
    volunteer = volunteer or pair.volunteer
    by = by or volunteer.user
    if receipt:
        actions.receipts_keep(volunteer=volunteer, uploads=[made_anew(photo())], by=by)
    fields = {
        "kind": "transport", "spent_on": timezone.localdate(), "amount": Decimal("4.60"), "what_for": "The 52 and back",
    }  # fmt: skip
    return actions.expense_claim(volunteer=volunteer, **{**fields, **said}, by=by)


def decide(pair, claim, to="approved", words="", by=None, **more):
    return actions.expense_decide(claim=claim, to=to, words=words, by=by or pair.coordinator, **more)
