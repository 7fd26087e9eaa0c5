"""What somebody might type who means no good, or a program that is broken."""

NASTY = [
    "", " ", "\x00", "a\x00b", "x" * 9000, "9" * 40, "99999999999", "2147483648", "-1", "0", "1e400", "NaN",
    "-Infinity", "٣", "²", "½", "31/02/2026", "2026-02-30", "0000-00-00", "10000-01-01", "9999-12-31",
    "1 January 0001", "yesterday", "25:61", "00000000-0000-0000-0000-000000000000", "not-a-key", "../../etc/passwd",
    "<b>&amp;</b>", "'; DROP TABLE x;--", "=1+1", "{{ 7|add:7 }}", "%s%n%00", "\r\n\r\n", "\u202eevil", "🦊" * 300,
    "a@b", "a@" + "b" * 300 + ".example", "[]",
]  # fmt: skip
LIKELY = ["Some words", "3 November 2026", "2027-01-09", "3", "14:30", "one@new.example", "07700 900123", "yes"]

#: Neither may ever stand in a page as an element or an attribute: that would be somebody's words running as ours.
ELEMENT, ATTRIBUTE = "x-hostile", "x-hostile-attr"
MARKUP = [
    f"<{ELEMENT}>", f"'\"></title></textarea></script></style><{ELEMENT}>", f"--><{ELEMENT}><!--", f"]]><{ELEMENT}>",
    f"&lt;{ELEMENT}&gt;<{ELEMENT.upper()}>", f"x {ATTRIBUTE}=1 y", f"\" {ATTRIBUTE}=1 y=\"", f"' {ATTRIBUTE}=1 y='",
    f"` {ATTRIBUTE}=1 y=`", f"javascript:{ELEMENT}", f"JaVaScRiPt\t:{ELEMENT}", f"data:text/html,<{ELEMENT}>",
    f"{{{{ '<{ELEMENT}>'|safe }}}}", f"{{% autoescape off %}}<{ELEMENT}>{{% endautoescape %}}", f"${{'<{ELEMENT}>'}}",
    f"[x](javascript:{ELEMENT})", f"https://far.example/<{ELEMENT}>\r\nwww.far.example/\"{ATTRIBUTE}=1",
    f"a@b.example\"><{ELEMENT}>", f"\u202e>{ELEMENT}<", f"\ufeff<\u200b{ELEMENT}><{ELEMENT}>",
]  # fmt: skip
#: Days, numbers and keys beyond what a database or a calendar can hold; all languages; a shell's tricks.
BEYOND = [
    "0001-01-01", "9999-12-31", "31 December 9999", "1 January 1", "0000-01-01", "2026-13-01", "29 February 2026",
    "2026-11-29T25:00", "24:00", "23:59:60", "-25:00", "tomorrow", "in 99999999999999999999 weeks", "last century",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809", "2147483647", "-2147483648", "1e308", "1e-9",
    "Infinity", "inf", "nan", "sNaN", "-0", "+1", "0x1F", "1_000", "1,000", "£1.005", "0.1" + "0" * 400 + "1",
    "٤٢", "४२", "𝟘𝟙", "Ⅷ", "㊿", "²", "一", "１２", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{}", "[[]]", "null",
    "true", "None", '{"a": 1}', "\ud7ff", "\uffff", "\ufffe", "\U0010ffff", "\x1b[2J", "\x7f", "\x85", "\u2028",
    "e\u0301" * 50, "Z\u0351\u0300\u0325" * 40, "مرحبا", "\u202a\u2066\u202e", "👩‍👩‍👧‍👦", "ﷺ" * 40, "' OR '1'='1",
    "1; SELECT pg_sleep(9)", "%' ESCAPE '", "\\", "`id`", "$(id)", "| id", "file:///etc/passwd", "http://127.0.0.1:1/",
    "//far.example/x", "/\\far.example", "a\r\nBcc: b@far.example", "a\nSet-Cookie: a=b", "%0d%0aX: y", "..\\..\\x",
    "CON", "~root", "a" * 100_000, "a " * 50_000, "\n" * 5_000, "ß" * 300, "İ" * 300, "(" * 2_000, "[" * 2_000,
]  # fmt: skip
#: What is no text at all: the half of a pair, a byte too many, an encoding that is another.
BYTES = [b"\xed\xa0\x80", b"\xff\xfe", b"\xc0\xaf", b"\xf5\x80\x80\x80", "é".encode("latin-1"), "<é>".encode("utf-16")]
HOSTILE = [*NASTY, *MARKUP, *BEYOND, *BYTES]
