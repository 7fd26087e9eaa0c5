from django.urls import path

from matching.expenses.views import desk, own

DESK = "schemes/<slug:scheme>/expenses/"

urlpatterns = [
    path("me/expenses/", own.my_expenses, name="my_expenses"),
    path("me/mentoring/<uuid:volunteer_id>/expenses/claim/", own.expense_claim, name="expense_claim"),
    path("me/expenses/<uuid:claim_id>/", own.expense_mine, name="expense_mine"),
    path("me/expenses/<uuid:claim_id>/answer/", own.expense_answer, name="expense_answer"),
    path("me/expenses/<uuid:claim_id>/withdraw/", own.expense_withdraw, name="expense_withdraw"),
    path("me/expenses/receipts/<uuid:receipt_id>/", own.receipt_mine, name="receipt_mine"),
    path("me/expenses/receipts/<uuid:receipt_id>/drop/", own.receipt_drop, name="receipt_drop"),
    path(DESK, desk.expense_list, name="expense_list"),
    path(DESK + "pay/", desk.expenses_pay, name="expenses_pay"),
    path(DESK + "totals/", desk.expense_totals, name="expense_totals"),
    path(DESK + "rules/", desk.expense_rules_edit, name="expense_rules_edit"),
    path(DESK + "download/", desk.expense_download, name="expense_download"),
    path(DESK + "receipts/<uuid:receipt_id>/", desk.receipt_show, name="receipt_show"),
    path(DESK + "<uuid:claim_id>/", desk.expense_show, name="expense_show"),
    path(DESK + "<uuid:claim_id>/reopen/", desk.expense_reopen, name="expense_reopen"),
]
