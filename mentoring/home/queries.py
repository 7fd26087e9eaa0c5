"""What stands on a first page: gathered from every room, in the order in which it is due."""

from mentoring.conventions import modules


def gathered(name: str, *args) -> list:
    """What the rooms' `home.py` modules give for `name`, lowest room first."""
    return [item for room in modules("home") if hasattr(room, name) for item in getattr(room, name)(*args)]


def first_page_of(actor) -> str | None:
    """An address this person is better off at than at the list of today; None where today's list is theirs."""
    found = (room.first_page(actor) for room in modules("home") if hasattr(room, "first_page"))
    return next((address for address in found if address), None)


def today_of(actor, today) -> dict:
    """The rows of today (due by today first, the rest of the week after) and the cards beside them."""
    rows = sorted(gathered("today_rows", actor, today), key=lambda row: row.due_on)
    cards = gathered("cards", actor, today)
    return {
        "now_rows": [row for row in rows if row.due_on <= today],
        "later_rows": [row for row in rows if row.due_on > today],
        "main_cards": [card for card in cards if card.column == "main"],
        "side_cards": [card for card in cards if card.column == "side"],
    }
