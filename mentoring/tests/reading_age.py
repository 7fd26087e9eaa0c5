"""How old a reader has to be for a page: Flesch–Kincaid grade and five years (requirement "Words" of the look)."""

import re
from html.parser import HTMLParser

BLOCKS = {"p", "h1", "h2", "h3", "li", "dt", "dd", "label", "button", "a", "div", "span", "summary", "legend"}
#: What the two wrote themselves, and the picture with its table: not ours to measure.
NOT_READ = {"script", "style", "svg", "textarea", "table", "dd"}


class Sentences(HTMLParser):
    """Sentences of the page's main part."""

    def __init__(self):
        super().__init__()
        self.inside, self.skipping, self.text = False, [], ""

    def handle_starttag(self, tag, attrs):
        self.inside = self.inside or tag == "main"
        if tag in NOT_READ:
            self.skipping.append(tag)
        self.text += ". " if tag in BLOCKS else " "

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside = False
        if self.skipping and self.skipping[-1] == tag:
            self.skipping.pop()
        self.text += ". " if tag in BLOCKS else " "

    def handle_data(self, data):
        if self.inside and not self.skipping:
            self.text += data


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out."""
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$", "", word.lower()))
    return max(1, len(groups))


def reading_age(text: str) -> float:
    """Years; sentences of fewer than three words (buttons, labels) are left out."""
    found = [re.findall(r"[A-Za-z’']+", sentence) for sentence in re.split(r"[.!?:·]", text)]
    sentences = [words for words in found if len(words) > 2]
    words = [word for sentence in sentences for word in sentence]
    parts = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * parts / len(words) - 15.59 + 5


def reading_age_of_page(html: str) -> float:
    """Years, of what stands in the main part of a page."""
    reader = Sentences()
    reader.feed(html)
    return reading_age(reader.text)
