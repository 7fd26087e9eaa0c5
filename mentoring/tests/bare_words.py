"""Words in a template that no translator ever sees: text, labels and tag arguments outside gettext."""

import re

COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"{%\s*blocktranslate\b.*?{%\s*endblocktranslate\s*%}|{%\s*translate\b.*?%}", re.DOTALL)
SILENT = re.compile(
    r"<(script|style|svg)\b.*?</\1>|{%\s*block (?:page_class|body_class|robots|form_data)\s*%}.*?{%\s*endblock\s*%}",
    re.DOTALL,
)
TEMPLATE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ELEMENT = re.compile(r"""</?[a-zA-Z!](?:{%.*?%}|{{.*?}}|"[^"]*"|'[^']*'|[^<>"'])*>""", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(r"""\b(?:aria-label|title|alt|placeholder)="([^"]*)\"""")
#: Tags of the kit that take words, and which of their quoted arguments those are.
WORDED = {"card": 0, "empty": 0, "submit": 0, "who_sees": 0, "why_not": 0, "pill": 1}
ARGUMENT = re.compile(r"""(_\()?(?<![:=])"([^"]*)\"""")
WORDED_FILTER = re.compile(r"""(?<!tone)\|(?:add|default|counted|default_if_none|yesno|pluralize):"([^"]*)\"""")
WORDED_NAME = re.compile(r"""\b(?:words|title|back_words|label)="([^"]*)\"""")


def says_something(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", re.sub(r"&\w+;", "", text)))


def bare_words(source: str) -> list[str]:
    """What stands in a template's own words and is not given to gettext, in the order in which it stands there."""
    rest = TRANSLATED.sub("", SILENT.sub("", COMMENT.sub("", source)))
    found = [words for tag in TEMPLATE.findall(rest) for words in words_of_tag(tag)]
    for element in ELEMENT.findall(rest):
        found += [words for words in SPOKEN_ATTRIBUTE.findall(element) if says_something(TEMPLATE.sub("", words))]
    text = ELEMENT.sub("\n", rest)
    found += [" ".join(line.split()) for line in TEMPLATE.sub("\n", text).split("\n") if says_something(line)]
    return found


def words_of_tag(tag: str) -> list[str]:
    """The words among the arguments of a template tag or filter."""
    name = tag[2:-2].split()[0] if tag.startswith("{%") and tag[2:-2].split() else ""
    found = WORDED_FILTER.findall(tag)
    if name in ("include", *WORDED):
        found += WORDED_NAME.findall(tag)
    if name in WORDED:
        given = [(marked, words) for marked, words in ARGUMENT.findall(re.sub(r"""\w+=_?\(?"[^"]*"\)?""", "", tag))]
        place = WORDED[name]
        if len(given) > place and not given[place][0]:
            found.append(given[place][1])
    return [words for words in dict.fromkeys(found) if says_something(words)]
