"""The ground's share of the access table. Signing in and its second factor are allauth's pages."""

from uuid import UUID

from mentoring.accounts.sign_ins import name_of
from mentoring.notices.hearing.stopping import stop_address
from mentoring.notices.models import Notice
from mentoring.tests.access_kit import portal, public_page, signed_in_page

UID_KEY = {"uidb36": "1", "key": "not-a-key"}

PUBLIC = (
    "account_login", "account_signup", "account_logout", "account_inactive", "account_email_verification_sent",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key_done",
    "exit_now", "health_live", "health_ready", "kit_show",
    "manifest", "service_worker", "offline_show",
)  # fmt: skip
SIGNED_IN = (
    "account_reauthenticate", "account_email", "account_change_password", "account_set_password", "mfa_index",
    "mfa_reauthenticate", "mfa_activate_totp", "account_confirm_login_code", "mfa_authenticate", "mfa_login_webauthn",
    "mfa_generate_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
)  # fmt: skip

NOTHING_SET_UP_YET = ("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes")


def mentees_notice(world) -> dict:
    return {"notice_id": Notice.objects.filter(recipient=world.mentee)[0].pk}


def other_sign_in_of_the_mentee(world) -> dict:
    return {"name": name_of(world.client(world.mentee).session.session_key)}


def managers_notice(world) -> dict:
    return {"notice_id": Notice.objects.filter(recipient=world.manager, urgent=False)[0].pk}


def sealed_notice(world) -> dict:
    """As it stands in a mail that somebody may stop."""
    notice = Notice.objects.filter(recipient=world.mentee, channel=Notice.Channel.EMAIL)[0]
    return {"notice_id": notice.pk, "seal": stop_address(notice.pk, []).split("/")[-2]}


ACCESS = {
    **{name: public_page() for name in PUBLIC},
    **{name: signed_in_page() for name in SIGNED_IN},
    **{name: portal() for name in NOTHING_SET_UP_YET},
    "today": signed_in_page(),
    "second_step": signed_in_page(),
    "sign_in_list": signed_in_page(),
    "sign_in_end": portal("mentee", kwargs=other_sign_in_of_the_mentee, method="post"),
    "sign_ins_end": signed_in_page(method="post"),
    "still_here": signed_in_page(),
    "draft_keep": signed_in_page(kwargs=lambda w: {"form_key": "session-1"}, method="post"),
    "notice_list": signed_in_page(),
    "hearing_edit": signed_in_page(),
    "notice_stop": public_page(kwargs=sealed_notice),
    "notify_receipt": public_page(method="post"),
    "notice_open": portal("mentee", kwargs=lambda w: {"notice_id": Notice.objects.filter(recipient=w.mentee)[0].pk}),
    "notice_seen": portal(
        "mentee", kwargs=lambda w: {"notice_id": Notice.objects.filter(recipient=w.mentee)[0].pk}, method="post"
    ),
    "notice_put_off": portal("manager", kwargs=managers_notice),
    "operations_show": portal("site_admin"),
    "sending_pause": portal("site_admin", data=lambda w: {"why": "The relay moves."}, method="post"),
    "sending_resume": portal("site_admin", method="post"),
    "sending_again": portal("site_admin", data=lambda w: {"hours": "1"}, method="post"),
    "notice_retry": portal(kwargs=lambda w: {"notice_id": UUID(int=0)}, method="post"),
    "letter_retry": portal(kwargs=lambda w: {"letter_id": UUID(int=0)}, method="post"),
    "demo_mail": public_page(),
    "language_choose": public_page(data=lambda w: {"language": "cy"}, method="post"),
    "demo_enter": public_page(kwargs=lambda w: {"name": "nobody"}, method="post"),
    "account_confirm_email": public_page(kwargs=lambda w: {"key": "not-a-key"}),
    "account_reset_password_from_key": public_page(kwargs=lambda w: UID_KEY),
    "mfa_remove_webauthn": signed_in_page(kwargs=lambda w: {"pk": 1}),
    "mfa_edit_webauthn": signed_in_page(kwargs=lambda w: {"pk": 1}),
}
