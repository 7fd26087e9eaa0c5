"""Two schemes with a short and a long list of volunteers and of matches, and their co-ordinator. Runs in Django."""

from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from bench.many_rows import copies, key_of, one_of, settle
from matching.models import Match
from mentoring.accounts.models import User
from mentoring.accounts.second_factor import COUNTS_AS_SECOND_FACTOR
from mentoring.web.keyset import cursor_of
from schemes.models import Scheme, Volunteer, YoungPerson
from schemes.people.actions import membership_grant
from schemes.planning.actions import scheme_start

AREAS = ["Hillsborough", "Walkley", "Gleadless", "Burngreave", "Darnall", "Ecclesall"]
LISTS = {"volunteers": (Volunteer, "schemes:volunteer_list"), "matches": (Match, "matching:match_list")}


def make(*, sizes: list[int]) -> dict:
    """{"cookie", "pages": name → path, "queries": name → how many}."""
    coordinator = User.objects.make(email="coordinator@bench.example", name="Dee Parker", password="seventeen steps")
    schemes = {size: scheme_with(size, coordinator) for size in sizes}
    settle()
    client = signed_in(coordinator)
    pages = {}
    for name, (model, url) in LISTS.items():
        for size, scheme in schemes.items():
            pages[f"{size:,} {name}"] = reverse(url, args=[scheme.slug])
        pages[f"deep {sizes[-1]:,} {name}"] = deep_page(model, url, schemes[sizes[-1]], sizes[-1] * 3 // 4)
    queries = {name: queries_of(client, path) for name, path in pages.items()}
    write_bare(client.get(pages[f"{sizes[-1]:,} volunteers"]).text)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return {"cookie": cookie, "pages": {"bare": "/bare/", **pages}, "queries": queries}


def scheme_with(size: int, coordinator) -> Scheme:
    scheme = scheme_start(name=f"Scheme of {size}", slug=f"of-{size}", by=coordinator)
    membership_grant(scheme=scheme, user=coordinator, role="coordinator", by=coordinator)
    series = 10 * Scheme.objects.count()
    volunteer, young_person = people(Volunteer, scheme, size, series), people(YoungPerson, scheme, size, series + 1)
    match = Match.objects.create(scheme=scheme, volunteer=volunteer, young_person=young_person)
    sides = {"volunteer_id": key_of(series), "young_person_id": key_of(series + 1)}
    copies(match, size - 1, series=series + 2, **sides, state=one_of(Match.State.values))
    return scheme


def people(model, scheme, size: int, series: int):
    """Distinct people, spread over the states and areas that a scheme has; gives the first of them."""
    first = model.objects.create(scheme=scheme, name="Robin Example", area=AREAS[0])
    copies(
        first, size - 1, series=series, ref=f"'B{series}-' || n",
        name="'Robin Example ' || n", email="'robin' || n || '@bench.example'", phone="'07700 ' || (100000 + n)",
        state=one_of(model.State.values), area=one_of(AREAS, "n / 7"),
    )  # fmt: skip
    return first


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[COUNTS_AS_SECOND_FACTOR] = True
    session.save()
    return client


def deep_page(model, url: str, scheme, row: int) -> str:
    rows = model.objects.filter(scheme=scheme).order_by("-created_at", "id").values_list("created_at", "id")
    return f"{reverse(url, args=[scheme.slug])}?after={cursor_of(*rows[row]).replace('+', '%2B')}"


def queries_of(client: Client, path: str) -> int:
    """Queries of the second look: what is kept between requests is there by then."""
    client.get(path)
    seen = []

    def count(execute, *statement):
        seen.append(statement[0])
        return execute(*statement)

    with connection.execute_wrapper(count):
        answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    return len(seen)


def write_bare(page: str) -> None:
    """The bare page: a list page's own bytes, as a template without anything to work out."""
    folder = settings.VAR_DIR / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "bare.html").write_text("{% verbatim %}" + page + "{% endverbatim %}")
