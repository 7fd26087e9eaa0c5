"""The forms of a page as a browser sees them: where they go, which fields they have, what stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

TYPED = ("text", "email", "tel", "search", "number", "textarea", "url")
NOT_SENT = ("submit", "button", "reset", "image")


@dataclass
class Field:
    """One name of a form. `offered` are the values a page offers to choose from, `written` what stands in it."""

    name: str
    kind: str
    offered: list[str] = field(default_factory=list)
    written: str = ""


@dataclass
class PageForm:
    path: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)

    def see(self, name: str, kind: str) -> Field:
        return self.fields.setdefault(name, Field(name, kind))


class _Reader(HTMLParser):
    def __init__(self, url: str):
        super().__init__()
        self.url, self.forms, self.form, self.area, self.select = url, [], None, None, None

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            path = urlsplit(urljoin(self.url, given.get("action", ""))).path
            self.form = PageForm(path, given.get("method", "get").lower())
            self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "option" and self.select:
            self.select.offered.append(given.get("value", ""))
        elif given.get("name") and tag in ("input", "textarea", "select", "button"):
            self._control(tag, given)

    def _control(self, tag, given):
        kind = given.get("type", "text") if tag == "input" else tag
        if kind in NOT_SENT:
            if given.get("value"):
                self.form.see(given["name"], "hidden").offered.append(given["value"])
            return
        seen = self.form.see(given["name"], kind)
        if kind in ("radio", "checkbox", "hidden"):
            seen.offered.append(given.get("value", "on"))
        elif tag == "input":
            seen.written = given.get("value", "")
        elif tag == "textarea":
            self.area = seen
        else:
            self.select = seen

    def handle_data(self, data):
        if self.area:
            self.area.written += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None


def forms_of(html: str, url: str) -> Iterator[PageForm]:
    """Every form of a page that stands at `url`; `path` is where it is sent, `method` "get" or "post"."""
    reader = _Reader(url)
    reader.feed(html)
    return iter(reader.forms)
