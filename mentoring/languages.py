"""The ground's pages that are there in other languages than English, by the names of their addresses."""

SPEAKS = {
    "cy": (
        "offline_show",
        "account_inactive",
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_signup",
    )
}
