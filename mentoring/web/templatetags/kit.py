"""The pieces pages are built from, as template tags that need no `{% load %}` (they are built-ins). See `/kit/`."""

import re
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from django import template
from django.conf import settings
from django.forms import MultiWidget
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from mentoring.web import wording

register = template.Library()
ICONS = Path(settings.BASE_DIR) / "static" / "vendor" / "icons"


def as_day(value) -> date | None:
    """The local calendar day of a day or an instant; None for anything else."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, date) else None


def icon_drawing(name: str) -> str:
    """What is drawn inside one icon; an unknown name is a mistake in a template and says so."""
    if not re.fullmatch(r"[a-z0-9-]+", name) or not (ICONS / f"{name}.svg").exists():
        raise template.TemplateSyntaxError(f"There is no icon called {name!r} in static/vendor/icons.")
    return re.search(r"<svg[^>]*>(.*)</svg>", (ICONS / f"{name}.svg").read_text(), re.DOTALL).group(1).strip()


@register.simple_tag
@lru_cache(maxsize=200)
def icon(name: str):
    """A small line drawing beside a word; never alone, so screen readers pass it by."""
    drawing = mark_safe(icon_drawing(name))  # noqa: S308  our own files
    return format_html(
        '<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>',
        drawing,
    )


@register.simple_tag
def pill(tone: str, words: str):
    """A state in a word or two. Tones: overdue, act, bad · today, watch, warn · waiting, brand · good, done · plain."""
    return format_html('<span class="pill pill-{}">{}</span>', tone, words)


@register.simple_tag
def due_pill(due):
    """Says "Overdue 3 days", "Today", "In 5 days", with its colour."""
    day, today = as_day(due), timezone.localdate()
    return pill(wording.due_tone(day, today), wording.due_words(day, today)) if day else ""


@register.simple_block_tag
def card(content, title="", tone="", level=2, id="", folds=False):  # noqa: A002, PLR0913  the word that HTML uses
    """A sheet of paper with a heading. Tones: warn, bad, good (a coloured edge), calm (sunken). With `folds` it is shut
    to its heading until somebody opens it."""
    heading = format_html("<h{0}>{1}</h{0}>", level, title) if title else ""
    sheet = "<section{}>{}{}</section>"
    if folds:
        sheet = "<details{}><summary>{}</summary>{}</details>"
    kind = format_html(' class="sheet{}{}"', f" sheet-{tone}" if tone else "", " sheet-folds" if folds else "")
    return format_html(sheet, kind + format_html(' id="{}"', id) if id else kind, heading, content)


@register.simple_block_tag
def empty(content, title, icon_name="cup-hot"):
    """What a list says when nothing is in it: kindly, and what would put something there."""
    return format_html('<div class="empty">{}<p class="empty-title">{}</p>{}</div>', icon(icon_name), title, content)


@register.inclusion_tag("components/today_row.html", takes_context=True)
def today_row(context, row, post=False):
    """One sentence that needs somebody: a `mentoring.home.cards.TodayRow`, or whatever has its names.

    `due_on` makes the badge and its colour unless `badge` and `tone` say otherwise; with `post` the button sends.
    """
    value = row.get if isinstance(row, dict) else lambda name, default="": getattr(row, name, default)
    due, today = as_day(value("due_on", None)), timezone.localdate()
    badge = value("badge", "") or (wording.due_words(due, today) if due else "")
    tone = value("tone", "") or (wording.due_tone(due, today) if due else "plain")
    return {"row": row, "badge": badge, "tone": tone, "post": post, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/fact_list.html")
def fact_list(facts, wide=False):
    """Facts of a record: pairs (label, value), triples with an address that changes it, or dicts of those names."""
    return {"facts": [fact_of(fact) for fact in facts], "wide": wide}


def fact_of(fact) -> dict:
    if isinstance(fact, dict):
        return fact
    return dict(zip(("label", "value", "url"), fact, strict=False))


@register.inclusion_tag("components/story.html")
def story(events):
    """What happened, in time order: each with `when, what` and, where there is one, `more, who, url, tone`.

    Tones: good, warn, bad, next (not yet happened).
    """
    return {"events": events}


@register.inclusion_tag("components/steps.html")
def steps(items):
    """The seventeen steps: each with `number, name, url, small, state` (done, running, missing, begun or none)."""
    return {"steps": items}


@register.inclusion_tag("components/task_list.html")
def task_list(tasks):
    """Things to complete in any order: each with `label, url, state, tone, small`."""
    return {"tasks": tasks}


@register.inclusion_tag("components/check_answers.html")
def check_answers(answers):
    """What was answered, before it is sent: (question, answer, address to change it)."""
    return {"facts": [fact_of(answer) for answer in answers]}


@register.simple_tag
def big_number(number, words: str, url: str = ""):
    """One figure and what it counts; a link when the people behind it can be listed."""
    shown = f"{number:,}" if isinstance(number, int) else number
    if url:
        return format_html('<a class="big-number" href="{}"><b>{}</b> <span>{}</span></a>', url, shown, words)
    return format_html('<span class="big-number"><b>{}</b> <span>{}</span></span>', shown, words)


@register.simple_tag
def progress(done: int, total: int, words: str = ""):
    """A line that fills: "31 of 38 actions done"."""
    return format_html(
        '<p class="progress-line"><label>{} of {} {} <progress max="{}" value="{}"></progress></label></p>',
        *(done, total, words, total or 1, done),
    )


@register.simple_tag
def who_sees(words: str):
    """Under each thing that is asked: who will see the answer."""
    return format_html('<p class="sees">{}<span>{}</span></p>', icon("eye"), words)


@register.simple_tag
def why_not(words: str, url: str = "", link: str = ""):
    """Why something cannot be done yet, and where to open it."""
    way = format_html(' <a href="{}">{}</a>', url, link or "Put it right") if url else ""
    return format_html('<p class="why-not">{}<span>{}{}</span></p>', icon("lock"), words, way)


@register.inclusion_tag("components/form_errors.html")
def form_errors(*forms):
    """The summary at the top of a page: every mistake of every form or formset, each a link to its field."""
    return {"problems": [problem for form in forms for problem in problems_of(form)]}


def problems_of(form) -> list[dict]:
    """{"label", "words", "target"} for each error of a form or formset; target is "" where no field has it."""
    if form is None or not getattr(form, "is_bound", False):
        return []
    if hasattr(form, "forms"):
        inner = [problem for one in form.forms for problem in problems_of(one)]
        return [{"words": words, "target": ""} for words in form.non_form_errors()] + inner
    found = []
    for name, errors in form.errors.items():
        label = str(form[name].label or "").rstrip("?: ") if name in form.fields else ""
        found += [{"label": label, "words": words, "target": target_of(form, name)} for words in errors]
    return found


def target_of(form, name: str) -> str:
    """The id to jump to: the field's first control."""
    if name not in form.fields:
        return ""
    bound = form[name]
    if isinstance(bound.field.widget, MultiWidget):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or f"{bound.auto_id}_0"


@register.simple_tag
def submit(words: str, tone: str = "primary", name: str = "", value: str = ""):
    """A button that says what happens: "Tell Sam", never "Submit"."""
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button type="submit" class="btn btn-{}"{}>{}</button>', tone, named, words)


@register.simple_tag
def field(bound, css_class: str = ""):
    """One field: label, hint, error, control, as the form pack draws it."""
    shown = {"field": bound, "form_show_errors": True, "form_show_labels": True, "wrapper_class": css_class}
    return get_template("bootstrap5/field.html").render(shown)


@register.filter
def day(value):
    """Says "Thursday 26 November", with the year when it is not this year's."""
    found = as_day(value)
    return wording.day_words(found, timezone.localdate()) if found else ""


@register.filter
def short_day(value):
    """Says "26 November", with the year when it is not this year's."""
    found = as_day(value)
    return wording.short_day(found, timezone.localdate()) if found else ""


@register.filter
def when(value):
    """Says "today, 5.30 pm", "Thursday, 5.30 pm"; a day without a time stays a day."""
    if not isinstance(value, datetime):
        return day(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return wording.when_words(local, timezone.localdate())


@register.filter
def at_time(value):
    """Says "5.30 pm"."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return wording.clock(value) if value is not None and hasattr(value, "minute") else ""


@register.filter
def ago(value):
    """Says "3 days ago", "today", "in 3 days"."""
    found = as_day(value)
    return wording.distance(found, timezone.localdate()) if found else ""


in_days = register.filter("in_days", ago)


@register.filter
def since(seconds):
    """Says "just now", "3 minutes ago" of a number of seconds."""
    return wording.since(seconds)


@register.filter
def months(value):
    """A count of months in words, or how long since a day: "4 months", "1 year and 2 months"."""
    if isinstance(value, int):
        return wording.months_words(value)
    found = as_day(value)
    return wording.how_long(found, timezone.localdate()) if found else ""


@register.filter
def counted(number, word: str):
    """Says "1 day", "3 days"; both forms where they differ by more than an s: `3|counted:"person,people"`."""
    one, _, many = word.partition(",")
    return wording.counted(int(number or 0), one, many)


@register.filter
def listed(words):
    """Says "Kofi, Zofia and Jay"."""
    return wording.listed([str(word) for word in words])


@register.filter
def pounds(amount):
    """Says "£4.50"; nothing where there is no amount."""
    return "" if amount is None else wording.pounds(amount)
