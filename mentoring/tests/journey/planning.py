"""The first chapters: a scheme is set up, its people come, its plan is written (S1–S8)."""

from mentoring.tests.journey.people import PASSWORD

HOME = "/schemes/riverside/"
#: Whom the manager invites: name, role, and the page that is theirs once they are in.
STAFF = {
    "coordinator": ("Dee Parker", "Co-ordinator", ""),
    "lead": ("Sam Okoye", "Safeguarding lead", "concerns/"),
    "supervisor": ("Lou Marsh", "Supervisor", "matches/"),
    "trainer": ("Tess Byrne", "Trainer", "training/"),
}


def a_scheme_is_opened(story) -> None:
    """The site administrator's first and last act: name the scheme, invite its manager."""
    admin, manager = story.person("admin", "Ada Root"), story.person("manager", "Morgan Hale")
    made = story.installation.manage("site_admin_make", admin.email, admin.name)
    assert made.returncode == 0, made.stderr
    admin.page.goto(made.stdout.split()[-1])
    for box in admin.page.locator("input[type=password]").all():
        box.fill(PASSWORD)
    admin.page.locator("main form button").first.click()
    admin.goes_to("/accounts/login/")
    admin.sends({"Email": admin.email, "Password": PASSWORD}, "Sign in")
    admin.opens("Set up a new scheme")
    answers = {
        "Name": "Riverside mentoring",
        "Short name": "riverside",
        "Name of its manager": manager.name,
        "E-mail of its manager": manager.email,
    }
    admin.sends(answers, "Set it up", "invitation")
    # Then the administrator, who runs the machine, reads nothing of the scheme
    admin.page.goto(HOME)
    admin.sees_nothing_of("seventeen steps", "Riverside")


def its_people_are_invited(story) -> None:
    """The manager takes the invitation up, sets up the second step it asks for, and gives every role to somebody."""
    manager = story.manager
    manager.takes_up_invitation()
    for key, (name, role, _) in STAFF.items():
        somebody = story.person(key, name)
        manager.goes_to(HOME)
        manager.opens("Members", "Invite somebody")
        answers = {"Their name": name, "Their e-mail": somebody.email, "What they will do": role}
        manager.sends(answers, "Send the invitation", "on its way")
    for key, (_, _, page) in STAFF.items():
        somebody = getattr(story, key)
        somebody.takes_up_invitation()
        assert somebody.second_steps == 1, "no staff page opens without"
        somebody.goes_to(HOME + page)
        assert somebody.page.url.endswith(HOME + page)


#: (step, what is added, the form): each planning step with the least that makes it whole.
PLAN = [
    (1, "a consultation", {
        "Who was asked": "Young people", "Who took part": "Eight care leavers", "When": "3 March 2026",
        "What was said": "Somebody who stays", "What changed": "Matches run for a year",
    }),
    (2, "an objective", {
        "Kind": "Process", "Objective": "Twelve matches in the first year", "Measured by": "matches",
        "Counted from": "Matches started", "Target": "12", "Due": "31 March 2027",
    }),
    (2, "an objective", {
        "Kind": "Outcome", "Objective": "Young people feel less alone", "Measured by": "the question we ask",
        "Baseline": "3", "Target": "6", "Due": "31 March 2027",
    }),
    (3, "a resource", {"Kind": "Expertise in leaving care", "What it is": "Twelve years of a leaving-care team"}),
    (3, "a budget line", {"Stage": "Preparation", "Kind": "Staff", "Heading": "Co-ordinator", "Planned": "8000"}),
    (3, "a budget line", {"Stage": "Recruitment", "Kind": "Running", "Heading": "Training", "Planned": "3000"}),
    (3, "a budget line", {"Stage": "Matching", "Kind": "Running", "Heading": "Expenses", "Planned": "4000"}),
    (3, "a budget line", {"Stage": "Evaluation", "Kind": "Running", "Heading": "Young researchers", "Planned": "2000"}),
    (4, "an action", {"Action": "Find a room", "Owner": "Dee", "From": "1 May 2026", "To": "1 June 2026"}),
    (5, "a member", {"Name": "Kai", "young person with experience": True, "Joined": "2 April 2026"}),
    (5, "a meeting", {
        "Date": "9 April 2026", "Papers": "The draft plan", "Minutes": "Agreed", "members may read it": True,
    }),
    (6, "an appointment", {
        "Co ordinator": "Dee", "Person specification": "Listens first", "Line manager": "Morgan Hale",
        "Application and history": True, "Two references": True, "Interviewed": True, "Criminal-record": True,
        "Appointed": "1 May 2026", "Induction": "20 May 2026",
    }),
    (7, "a policy", {
        "Title": "Keeping everybody safe", "Text": "Tell the lead the same day.", "Owner": "Sam",
        "Legal check by": "Harbour Law Centre", "Legal check on": "2 May 2026", "Next review": "1 May 2027",
        "Good-practice check by": "The reference group", "Good-practice check on": "3 May 2026",
        "Checked against which standard": "Approved provider standards",
    }),
    (8, "a leaflet", {
        "For": "Young people", "Title": "What a mentor is", "Text": "Somebody on your side.",
        "On the public page": True,
    }),
]  # fmt: skip


def the_plan_is_written(story) -> None:
    """The co-ordinator goes through steps one to eight; the manager signs the first off."""
    dee = story.coordinator
    dee.goes_to(HOME)
    dee.opens("Aim and rules")
    aim = "Nobody leaves care without somebody on their side."
    dee.sends({"Aim of the scheme": aim, "E-mail people": "hello@riverside.example"}, "Save", "Saved")
    dee.goes_to(f"{HOME}steps/1/")
    dee.opens("Choose councils")
    dee.unfolds("Yorkshire")
    decided = {"Support that exists": "A drop-in", "Decided on": "10 March 2026", "Decision": "Go"}
    dee.sends({"Sheffield": True, "Leeds": True, **decided}, "Save", "may want a mentor")
    for step, what, answers in PLAN:
        dee.goes_to(f"{HOME}steps/{step}/")
        dee.opens(f"Add {what}")
        dee.sends(answers, "Save")
    # A co-ordinator signs nothing off; the manager does
    dee.goes_to(f"{HOME}steps/1/")
    dee.sees("The scheme’s manager does that")
    story.manager.goes_to(f"{HOME}steps/1/")
    why = {"Why you sign it off": "The councils have asked for it in writing."}
    story.manager.sends(why, "Sign this step off", "Step 1 is signed off")
    dee.goes_to(HOME)
    dee.presses("Set to recruiting")
    # What was published stands on the public page
    visitor = story.person("visitor", "Vi Somebody")
    visitor.goes_to("/join/riverside/")
    visitor.sees(aim, "What a mentor is")
