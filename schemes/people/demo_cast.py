"""Made-up names, areas and tastes of the demo's people. Any likeness is chance."""

FIRST = (
    *("Aisha", "Ben", "Chloe", "Declan", "Esi", "Farah", "Gareth", "Hana", "Imran", "Jess", "Kwame", "Leah", "Mina"),
    *("Noah", "Orla", "Piotr", "Rhys", "Sana", "Tariq", "Uma", "Vera", "Will", "Ximena", "Yusuf", "Zara", "Bethan"),
    *("Callum", "Dara", "Ellis", "Freya", "Grace", "Harun", "Ines", "Joel", "Kezia", "Luca", "Maya", "Nia", "Owen"),
)
LAST = (
    *("Adams", "Bello", "Carver", "Doyle", "Evans", "Farrow", "Gill", "Hewitt", "Ilic", "Jarvis", "Khan", "Lowe"),
    *("Mensah", "Nash", "Oduya", "Parry", "Quirk", "Rossi", "Sethi", "Tanner", "Underhill", "Voss", "Walsh", "York"),
)
AREAS = ("Sheffield", "Rotherham", "Barnsley", "Doncaster")
WHY_VOLUNTEER = (
    "Somebody gave me time when I was nineteen. I would like to do the same.",
    "I have a steady job and free evenings, and I am good at forms and landlords.",
    "My son has left home and the house is quiet. I miss teenagers.",
    "I grew up in care. I know what a missed appointment feels like.",
)
WORK = ("Nurse, Sheffield", "Bus driver, Barnsley", "Teaching assistant, Rotherham", "Own café", "Civil servant, Leeds")
GAP_WHY = (
    "Looked after their mother.",
    "Was ill, and is well again.",
    "Between two jobs; applied for many.",
)
INTERVIEW_WORDS = {
    "why": "Warm, listens, and knows what the role is not.",
    "difference_words": "One of us heard impatience, the other nerves. We rang the referee about it.",
}
WHY_MENTOR = (
    "I want somebody to practise interviews with.",
    "My new flat is quiet. Somebody to go walking with would be good.",
    "I’d like to learn to cook more than pasta.",
    "Somebody who knows about college and money.",
    "",
)
REFERRER_HOPES = (
    "I hope they get support with keeping the tenancy.",
    "It would be good if they went back to college in September.",
    "They could use an adult who is not paid to be there.",
)
LEFT_WHY = (
    "Moved away for work.",
    "A new baby: no evenings free.",
    "Found the travel too long.",
)
