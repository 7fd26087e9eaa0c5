"""Matching's share of everybody's first page, part by part."""

from matching.pairing import home as pairing


def today_rows(actor, today) -> list:
    return [*pairing.today_rows(actor, today)]
