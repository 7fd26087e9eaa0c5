"""This room's share of the access table. A concern that is not yours is not there: 404, also for members (roles.md)."""

from mentoring.tests.access_kit import MEMBERS, page, portal, public_page

EVERYBODY = " ".join(MEMBERS)
READERS = "lead supervisor"  # the supervisor was let in by name


def but(names: str) -> str:
    return " ".join(person for person in MEMBERS if person not in names.split())


def concern(w):
    return {"concern_id": w.concern.pk}


def subject(w):
    return {**concern(w), "subject_id": w.concern.subjects.get().pk}


def visit(w):
    return {"visit_id": w.visit.pk}


def volunteer(w):
    return {"volunteer_id": w.uncleared_volunteer.pk}


def check(w):
    return {**volunteer(w), "check_id": w.check.pk}


def reference(w):
    return {**volunteer(w), "check_id": w.reference.check_of_id}


def exemption(w):
    return {**volunteer(w), "exemption_id": w.vetting_exemption.pk}


def risk(w):
    return {"risk_id": w.risk.pk}


def consent(w):
    return {"young_person_id": w.young_person.pk, "consent_id": w.consent.pk}


def lead_step(**fields):
    return page("lead", kwargs=concern, **fields)


def complaint(w):
    return {"complaint_id": w.complaint.pk}


def answered(w):
    return {"complaint_id": w.complaint_answered.pk}


def asked(w):
    return {"request_id": w.access_request.pk}


def to_go(w):
    return {"erasure_id": w.erasure.pk}


def complaint_step(**fields):
    """Independent: the co-ordinator meets the same 404 as if it were not there (P8)."""
    return page("manager lead", kwargs=complaint, hidden="coordinator", **fields)


ACCESS = {
    "safeguarding:concern_mine": portal(open_to_all=True),
    "safeguarding:concern_raise_mine": portal(EVERYBODY + " outsider"),
    "safeguarding:concern_draft_throw": portal(open_to_all=True, method="post"),
    "safeguarding:concern_received": portal("mentor", kwargs=concern),
    "safeguarding:concern_raise": page(EVERYBODY),
    "safeguarding:concern_list": page("lead"),
    "safeguarding:concern_break_glass": page("manager"),
    "safeguarding:lead_absences": page("lead manager"),
    "safeguarding:lead_absence_end": page(
        "lead manager", kwargs=lambda w: {"absence_id": w.lead_absence.pk}, method="post"
    ),
    "safeguarding:concern_show": page(READERS, kwargs=concern, hidden=but(READERS)),
    "safeguarding:concern_print": page(READERS, kwargs=concern, hidden=but(READERS)),
    "safeguarding:concern_entry_add": page(READERS, kwargs=concern, hidden=but(READERS)),
    "safeguarding:concern_acknowledge": lead_step(method="post"),
    "safeguarding:concern_triage": lead_step(),
    "safeguarding:concern_refer": lead_step(),
    "safeguarding:referral_heard": page(
        "lead", kwargs=lambda w: {"concern_id": w.concern_referred.pk, "referral_id": w.referral.pk}
    ),
    "safeguarding:officer_not_told": lead_step(),
    "safeguarding:concern_close": lead_step(),
    "safeguarding:concern_subject_add": lead_step(),
    "safeguarding:hold_place": lead_step(),
    "safeguarding:hold_lift": page("lead", kwargs=lambda w: {"hold_id": w.hold.pk}, method="post"),
    "safeguarding:hold_sessions": page("lead", kwargs=lambda w: {"hold_id": w.hold.pk}),
    "safeguarding:concern_link_add": lead_step(),
    "safeguarding:concern_person": page(READERS, kwargs=subject, hidden=but(READERS)),
    "safeguarding:concern_person_print": page(READERS, kwargs=subject, hidden=but(READERS)),
    "safeguarding:concern_grant": lead_step(),
    "safeguarding:concern_grant_end": page(
        "lead", kwargs=lambda w: {**concern(w), "grant_id": w.concern_grant.pk}, method="post"
    ),
    "safeguarding:complaint_mine": portal(open_to_all=True),
    "safeguarding:complaint_make": portal(EVERYBODY + " outsider"),
    "safeguarding:complaint_draft_throw": portal(open_to_all=True, method="post"),
    "safeguarding:complaint_own": portal("mentee", kwargs=answered),
    "safeguarding:complaint_settle": portal("mentee", kwargs=answered, method="post"),
    "safeguarding:complaint_take_further": portal("mentee", kwargs=answered),
    "safeguarding:complaint_list": page("coordinator manager lead"),
    "safeguarding:complaint_show": complaint_step(),
    "safeguarding:complaint_take_on": complaint_step(method="post"),
    "safeguarding:complaint_note_add": complaint_step(),
    "safeguarding:complaint_answer": complaint_step(),
    "safeguarding:complaint_subject_add": complaint_step(),
    "safeguarding:complaint_hand_on": complaint_step(method="post"),
    "safeguarding:visit_mine": portal("coordinator manager lead supervisor trainer mentor uncleared peer outsider"),
    "safeguarding:visit_back": portal("mentor", kwargs=visit, method="post"),
    "safeguarding:visit_longer": portal("mentor", kwargs=visit, method="post"),
    "safeguarding:visit_list": page("coordinator lead"),
    "safeguarding:visit_settle": page("coordinator lead", kwargs=visit),
    "safeguarding:safe_contact": page("coordinator lead", kwargs=lambda w: {"young_person_id": w.young_person.pk}),
    "safeguarding:safe_address": page("lead", kwargs=lambda w: {"young_person_id": w.young_person.pk}, method="post"),
    "safeguarding:check_list": page("coordinator lead"),
    "safeguarding:check_download": page("coordinator lead"),
    "safeguarding:check_show": page("coordinator lead", kwargs=volunteer),
    "safeguarding:check_request": page("coordinator", kwargs=volunteer),
    "safeguarding:check_receive": page("coordinator", kwargs=check),
    "safeguarding:check_decide": page("coordinator", kwargs=check),
    "safeguarding:vetting_need_decide": page("coordinator", kwargs=volunteer),
    "safeguarding:vetting_need_agree": page(
        "coordinator lead", kwargs=lambda w: {**volunteer(w), "need_id": w.vetting_need.pk}, method="post"
    ),
    "safeguarding:reference_give": public_page(kwargs=lambda w: {"token": w.reference_token}),
    "safeguarding:reference_thanks": public_page(),
    "safeguarding:reference_questions_edit": page("coordinator"),
    "safeguarding:reference_show": page("coordinator lead", kwargs=reference),
    "safeguarding:reference_ask": page("coordinator", kwargs=reference, method="post"),
    "safeguarding:reference_take": page("coordinator", kwargs=reference),
    "safeguarding:reference_withdraw": page("coordinator", kwargs=reference, method="post"),
    "safeguarding:status_check_record": page("coordinator", kwargs=check),
    "safeguarding:vetting_exemption_ask": page("coordinator", kwargs=volunteer),
    "safeguarding:vetting_exemption_agree": page("coordinator lead", kwargs=exemption, method="post"),
    "safeguarding:vetting_exemption_end": page("coordinator lead", kwargs=exemption, method="post"),
    "safeguarding:risk_decision_record": page("lead", kwargs=volunteer),
    "safeguarding:risk_decision_show": page(
        "lead", kwargs=lambda w: {**volunteer(w), "decision_id": w.risk_decision.pk}, hidden="coordinator"
    ),
    "safeguarding:risk_decision_share": page(
        "lead", kwargs=lambda w: {**volunteer(w), "decision_id": w.risk_decision.pk}, method="post"
    ),
    "safeguarding:risk_list": page("coordinator lead supervisor"),
    "safeguarding:risk_show": page("coordinator lead", kwargs=risk, hidden="supervisor"),
    "safeguarding:risk_approve": page("lead", kwargs=risk, method="post"),
    "safeguarding:risk_send_back": page("lead", kwargs=risk, method="post"),
    "safeguarding:trail_list": page("manager"),
    "safeguarding:look_list": page("manager"),
    "safeguarding:look_ask": page("manager", kwargs=lambda w: {"key": w.look_key}),
    "safeguarding:look_list_lead": page("lead"),
    "safeguarding:look_ask_lead": page("lead", kwargs=lambda w: {"key": w.look_key_lead}),
    "safeguarding:record_mine": portal(open_to_all=True),
    "safeguarding:record_mine_read": portal(open_to_all=True),
    "safeguarding:record_mine_print": portal(open_to_all=True),
    "safeguarding:record_mine_data": portal(open_to_all=True),
    "safeguarding:access_ask_mine": portal(EVERYBODY + " outsider"),
    "safeguarding:correction_ask_mine": portal(EVERYBODY + " outsider"),
    "safeguarding:access_take_mine": portal(open_to_all=True, kwargs=asked),
    "safeguarding:access_take_back_mine": portal("mentor", kwargs=asked, method="post"),
    "safeguarding:erasure_ask_mine": portal(EVERYBODY + " outsider"),
    "safeguarding:erasure_take_back_mine": portal("peer", kwargs=to_go, method="post"),
    "safeguarding:erasure_list": page("manager lead"),
    "safeguarding:erasure_log": page("manager lead"),
    "safeguarding:erasure_show": page("manager lead", kwargs=to_go),
    "safeguarding:erasure_decide": page("manager lead", kwargs=to_go),
    "safeguarding:erasure_refuse": page("manager lead", kwargs=to_go),
    "safeguarding:erasure_move": page("manager lead", kwargs=lambda w: {**to_go(w), "did": "carry-out"}, method="post"),
    "safeguarding:legal_hold_place": page("manager lead"),
    "safeguarding:legal_hold_end": page("manager lead", kwargs=lambda w: {"hold_id": w.legal_hold.pk}),
    "safeguarding:keep_list": page("manager lead"),
    "safeguarding:privacy": public_page(),
    "safeguarding:privacy_for": public_page(kwargs=lambda w: {"whom": "mentors"}),
    "safeguarding:access_list": page("manager lead"),
    "safeguarding:access_log": page("manager lead"),
    "safeguarding:access_show": page("manager lead", kwargs=asked),
    "safeguarding:access_part": page("lead", kwargs=lambda w: {**asked(w), "part": 1}),
    "safeguarding:access_pause": page("manager lead", kwargs=asked),
    "safeguarding:access_longer": page("manager lead", kwargs=asked),
    "safeguarding:access_move": page("manager lead", kwargs=lambda w: {**asked(w), "did": "go-on"}, method="post"),
    "safeguarding:access_take": page("", kwargs=asked, method="post"),  # the mentor has an account to take it from
    "safeguarding:correction_show": page("manager lead", kwargs=lambda w: {"correction_id": w.correction.pk}),
    "safeguarding:who_looked_mine": portal(open_to_all=True),
    "safeguarding:consent_mine": portal(open_to_all=True),
    "safeguarding:consent_give_mine": portal(
        "mentee", kwargs=lambda w: {"young_person_id": w.young_person.pk}, method="post"
    ),
    "safeguarding:consent_take_back_mine": portal(
        "mentee", kwargs=lambda w: {"consent_id": w.consent.pk}, method="post"
    ),
    "safeguarding:consent_show": page("coordinator lead", kwargs=lambda w: {"young_person_id": w.young_person.pk}),
    "safeguarding:consent_ask": page("coordinator", kwargs=lambda w: {"young_person_id": w.young_person.pk}),
    "safeguarding:consent_give": page("coordinator", kwargs=consent),
    "safeguarding:consent_not_needed": page("coordinator", kwargs=consent),
    "safeguarding:consent_take_back": page("coordinator", kwargs=consent),
}
