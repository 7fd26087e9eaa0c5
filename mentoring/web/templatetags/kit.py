"""The kit of template tags; a builtin of every template."""

from django import template

register = template.Library()
