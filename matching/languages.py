"""This room's pages that are there in other languages than English, by the names of their addresses."""

SPEAKS = {"cy": ("matching:me", "matching:pulse_asking", "matching:pulse_say", "matching:pulse_words")}
