"""Who may open the pages of a young person's way."""

from mentoring.tests.access_kit import page, portal


def of(name, key):
    """kwargs that name one record of the world."""
    return lambda world: {key: getattr(world, name).pk}


YOUNG_PERSON = of("young_person", "young_person_id")

ACCESS = {
    "schemes:diary_list": portal("mentee"),
    "schemes:diary_write": portal("mentee"),
    "schemes:diary_show": portal("mentee", kwargs=of("diary_entry", "entry_id")),
    "schemes:diary_remove": portal("mentee", kwargs=of("diary_entry", "entry_id"), method="post"),
    "schemes:first_meeting_record": page("coordinator", kwargs=of("asker", "young_person_id")),
    "schemes:contact_record": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:signpost_add": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:signpost_follow_up": page("coordinator", kwargs=of("signpost", "signpost_id")),
    "schemes:sharing_edit": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:code_give": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:code_say": portal("mentee"),
    "schemes:sharing_mine": portal("mentee"),
    "schemes:sharing_edit_mine": portal("mentee", kwargs=YOUNG_PERSON),
    "schemes:care_show": page("coordinator lead", kwargs=YOUNG_PERSON),
    "schemes:category_confirm": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:care_spell_add": page("coordinator", kwargs=YOUNG_PERSON),
    "schemes:care_spell_remove": page("coordinator", kwargs=of("care_spell", "spell_id"), method="post"),
}
