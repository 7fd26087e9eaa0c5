"""What is written about courses and their modules."""

from django import forms

from mentoring.web.forms import KitModelForm
from schemes.training.models import Course, Module


class CourseForm(KitModelForm):
    class Meta:
        model = Course
        fields = ("title", "made_for")
        labels = {"made_for": "Who it is for"}


class ModuleForm(KitModelForm):
    hours = forms.DecimalField(label="Hours", min_value=0.5, max_value=40, max_digits=4, decimal_places=1)
    refresh_months = forms.IntegerField(
        label="Heard again every so many months",
        min_value=1,
        max_value=120,
        required=False,
        help_text="For example 24. Leave it empty where once is enough.",
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )

    class Meta:
        model = Module
        fields = ("topic", "hours", "is_required", "is_self_study", "refresh_months", "about")
