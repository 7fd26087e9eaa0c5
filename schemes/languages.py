"""This room's pages that are there in other languages than English, by the names of their addresses."""

SPEAKS = {
    "cy": (
        "schemes:diary_list",
        "schemes:diary_remove",
        "schemes:diary_show",
        "schemes:diary_write",
    )
}
