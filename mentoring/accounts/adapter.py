"""Accounts come by invitation only, and the secret of a second factor is sealed."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter

from mentoring.fields import seal, unseal


class InvitationOnlyAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        return False


class SealedSecretsAdapter(DefaultMFAAdapter):
    """Who steals the database gets no codes: the secrets behind them are kept like every sensitive column."""

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
