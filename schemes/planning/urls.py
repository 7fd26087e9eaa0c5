from django.urls import path

from schemes.planning import views

urlpatterns = [
    path("schemes/start/", views.scheme_start, name="scheme_start"),
    path("schemes/<slug:scheme>/", views.step_list, name="step_list"),
    path("schemes/<slug:scheme>/steps/", views.step_counts, name="step_counts"),
    path("schemes/<slug:scheme>/rules/", views.scheme_edit, name="scheme_edit"),
    path("schemes/<slug:scheme>/state/", views.scheme_move, name="scheme_move"),
    path("schemes/<slug:scheme>/papers/", views.paper_list, name="paper_list"),
    path("schemes/<slug:scheme>/steps/need/", views.need_edit, name="need_edit"),
    path("schemes/<slug:scheme>/steps/<int:number>/", views.step_show, name="step_show"),
    path("schemes/<slug:scheme>/steps/<int:number>/edit/", views.step_edit, name="step_edit"),
    path("schemes/<slug:scheme>/steps/<int:number>/sign-off/", views.step_sign_off, name="step_sign_off"),
    path("schemes/<slug:scheme>/steps/<int:number>/reopen/", views.step_reopen, name="step_reopen"),
    path("schemes/<slug:scheme>/plan/<slug:kind>/add/", views.plan_item_add, name="plan_item_add"),
    path("schemes/<slug:scheme>/plan/<slug:kind>/<uuid:item_id>/", views.plan_item_edit, name="plan_item_edit"),
    path(
        "schemes/<slug:scheme>/plan/<slug:kind>/<uuid:item_id>/remove/", views.plan_item_remove, name="plan_item_remove"
    ),
    path("me/manual/", views.policy_list, name="policy_list"),
    path("me/manual/<uuid:policy_id>/", views.policy_show, name="policy_show"),
]
