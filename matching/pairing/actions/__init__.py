"""Writes about pairs: proposing, choosing, introducing; what speaks against a pair; what each side shows."""

from matching.pairing.actions.aside import set_aside_add, set_aside_undo
from matching.pairing.actions.choosing import (
    match_decline,
    match_mentee_answer,
    match_mentee_take_back,
    match_mentor_answer,
    match_none_of_these,
    match_propose,
    match_share_profiles,
)
from matching.pairing.actions.introducing import match_activate, match_introduce, match_risk_approved
from matching.pairing.actions.many import match_propose_many, match_propose_undo
from matching.pairing.actions.notes import (
    age_exception_agree,
    age_exception_ask,
    conflict_declare,
    mentor_kind_choose,
    pair_technique_log,
    profile_edit,
    profile_look_ask,
    profile_show_agree,
    technique_log,
)

__all__ = [
    "age_exception_agree",
    "age_exception_ask",
    "conflict_declare",
    "match_activate",
    "match_decline",
    "match_introduce",
    "match_mentee_answer",
    "match_mentee_take_back",
    "match_mentor_answer",
    "match_none_of_these",
    "match_propose",
    "match_propose_many",
    "match_propose_undo",
    "match_risk_approved",
    "match_share_profiles",
    "mentor_kind_choose",
    "pair_technique_log",
    "profile_edit",
    "profile_look_ask",
    "profile_show_agree",
    "set_aside_add",
    "set_aside_undo",
    "technique_log",
]
