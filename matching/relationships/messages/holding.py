"""What holds a message until somebody of the scheme has looked (L5): ways past the agreed channels. Pure.

It errs on the side of holding: a held message is late, a number given away cannot be taken back.
"""

import re
import unicodedata

#: Key → what it is called to whoever wrote it. Keys are kept with the message, words never are.
HOLDS = {
    "phone": "a telephone number",
    "email": "an e-mail address",
    "link": "a link",
    "name": "a name on an app",
    "address": "an address",
}
#: Seven or more digits, however they are grouped: no price, time or date has as many in a row of signs like these.
_DIGITS = re.compile(r"(?:\d[\s().\-–/_]{0,3}){7,}")
_DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
_SAID = ("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "treble")
_SAID_NUMBER = re.compile(rf"(?:\b(?:{'|'.join(_SAID)})\b[\s,.\-]*){{7,}}")
#: Parts are bounded, so that no message keeps us busy for longer than it is.
_EMAIL = re.compile(
    r"[^\s@]{1,64}\s{0,3}(?:@|\(at\)|\[at\])\s{0,3}[^\s@.]{1,64}\s{0,3}(?:\.|\(dot\)|\[dot\])\s{0,3}\w{2}"
)
_LINK = re.compile(
    r"https?:|www\.|\b(?:[\w-]{1,63}\.){1,6}(?:com|net|org|uk|io|me|gg|co|app|tv|info|ly|be|link|site)\b(?!\s*@)"
)
_APPS = r"whats\s?app|insta(?:gram)?|snap(?:chat)?|tik\s?tok|facebook|messenger|discord|telegram|skype|kik|wechat"
_NAME = re.compile(rf"(?<![\w@])@\w[\w.]{{2,}}|\b(?:{_APPS})\b\s*(?:[:=]|(?:is|me|name|user(?:name)?|on)\b)")
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")
#: "5 High Street", "12a Old Mill Lane"; not "at 5 on the road". Words that roads share with talk ("walk", "way") do not
#: count without a flat or a house before them.
_SMALL = r"(?!(?:a|and|at|by|down|for|from|go|in|is|my|of|off|on|or|the|this|to|up|we)\b)"
_ROADS = r"street|st|road|rd|avenue|ave|lane|ln|crescent|terrace|gardens|grove"
_STREET = re.compile(
    rf"\b\d{{1,5}}[a-z]?,?\s{{1,3}}(?:{_SMALL}\w{{1,40}}\s{{1,3}}){{1,2}}(?:{_ROADS})\b"
    rf"|\b(?:flat|house)\s{{1,3}}\d{{1,5}}[a-z]?,?\s{{1,3}}(?:{_SMALL}\w{{1,40}}){{1}}"
)


def what_holds(words: str) -> tuple[str, ...]:
    """Keys of HOLDS for what stands in these words, in the order of HOLDS; empty: it goes straight on."""
    plain = unicodedata.normalize("NFKC", words).lower()
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    found = {
        "phone": bool(_DIGITS.search(_DATE.sub(" ", plain)) or _SAID_NUMBER.search(plain)),
        "email": bool(_EMAIL.search(plain)),
        "link": bool(_LINK.search(plain)),
        "name": bool(_NAME.search(plain)),
        "address": bool(_POSTCODE.search(plain) or _STREET.search(plain)),
    }
    return tuple(key for key in HOLDS if found[key])
