"""Sixty and more things somebody may type that a paper must show as words: name → words."""

from mentoring.tests.web.test_pdf import ASKS_FOR_AN_ADDRESS, SECRET

TRAP, FILE = "http://127.0.0.1:9/trap", SECRET.as_uri()

ADDRESSES = {
    f"{way} from {where}": html.format(url=url)
    for way, html in ASKS_FOR_AN_ADDRESS.items()
    for where, url in (("the net", TRAP), ("a file", FILE))
}
MARKUP = {
    "a frame": f'<iframe src="{FILE}"></iframe>',
    "a ground": f'<base href="{TRAP}/"><img src="x">',
    "a script": "<script>1</script>",
    "another page": f'<meta http-equiv="refresh" content="0;{TRAP}">',
    "an end": "</style></p></body></html><h1>x</h1>",
    "a template": "{% include 'manage.py' %}{{ settings.SECRET_KEY }}{% load x %}",
    "an entity": "&#0;&#x110000;&nbsp;&lol;",
    "an outer entity": f'<!DOCTYPE a [<!ENTITY b SYSTEM "{FILE}">]>&b;',
    "data": "data:text/html,<script>1</script>",
    "a style": f"color:red;background:url({TRAP})",
    "another style": f"x;}} * {{ background: url({FILE}); content: attr(x)",
    "a CDATA": f'<![CDATA[<img src="{TRAP}">]]>',
    "a comment": "<!-- --><!--",
    "a video": f'<video poster="{TRAP}" src="{TRAP}">',
    "a set of pictures": f'<img srcset="{TRAP} 2x"><picture><source srcset="{TRAP}">',
    "a form": f'<form action="{TRAP}"><input>',
    "a table": "<table>" + "<tr><td>x</td></tr>" * 2_000 + "</table>",
    "wide": "<table><tr>" + "<td>x</td>" * 2_000,
    "deep": "<div>" * 3_000,
    "a page each": "<p style='page-break-after:always'>x</p>" * 500,
}
LETTERS = {
    "right to left": "\u202eevil\u202c \u2066x\u2067y\u2069",
    "without end of direction": "\u202b" * 400,
    "Arabic": "مرحبا بكم " * 60,
    "Hebrew and English": "שלום hello " * 60,
    "Thai without blanks": "สวัสดี" * 300,
    "Chinese": "指导" * 500,
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 60,
    "a tower": "Z" + "\u0351" * 400,
    "controls": "".join(map(chr, [*range(1, 32), *range(127, 160)])),
    "no characters": "\uffff\ufffe\ufdd0",
    "line ends": "a\u2028b\u2029c\x85d\x0be",
    "blank lines": "\n" * 900,
    "tabs": "\t" * 900,
    "soft hyphens": "a\xad" * 900,
    "of no width": "a\u200b\u2060\ufeff" * 500,
    "one word": "a" * 100_000,
    "many words": "ab " * 33_000,
    "signs": "∑∫√≠" * 200,
    "a ligature": "ﷺ﷽" * 60,
    "private": "\ue000\U000f0000" * 60,
    "an old alphabet": "𐎀𐎁𒀀𓀀" * 60,
    "dots": "." * 3_000,
}
HOSTILE_WORDS = {**ADDRESSES, **MARKUP, **LETTERS}
