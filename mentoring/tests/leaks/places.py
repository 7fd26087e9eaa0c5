"""The places where a record can be met: list, search, page, file, paper. Each answers with what somebody met there."""

from dataclasses import dataclass

from django.urls import reverse

from mentoring.tests.test_canaries import text_of

WHY = {"why": "meeting", "file_kind": "csv"}


@dataclass(frozen=True)
class Record:
    """`name`: what facts call it; `words`: what it is found by, and what gives it away wherever it is met."""

    name: str
    kind: str
    pk: object
    words: str


def read(client, address: str, data: dict | None = None) -> str:
    """What somebody reads there; "" where it does not open to them."""
    answer = client.post(address, data) if data else client.get(address)
    return text_of(answer) if answer.status_code == 200 else ""


class Places:
    """Of one scheme, for whoever holds the client."""

    LISTS = {
        "mentor": "schemes:volunteer_list",
        "young_person": "schemes:young_person_list",
        "match": "matching:match_list",
        "concern": "safeguarding:concern_list",
    }
    PAGES = {
        "mentor": ("schemes:volunteer_show", "volunteer_id"),
        "young_person": ("schemes:young_person_show", "young_person_id"),
        "match": ("matching:match_show", "match_id"),
        "concern": ("safeguarding:concern_show", "concern_id"),
    }
    PAPERS = {
        "mentor": ("matching:mentor_certificate", "volunteer_id", None),
        "concern": ("safeguarding:concern_print", "concern_id", {"prepared_for": "The court", "purpose": "A hearing"}),
    }
    FILES = {"mentor": "schemes:volunteer_download", "young_person": "schemes:young_person_download"}

    def __init__(self, slug: str, records: list[Record]):
        self.slug, self.records = slug, records

    def address(self, name: str, **keys) -> str:
        return reverse(name, kwargs={"scheme": self.slug, **keys})

    def met(self, client, kind: str) -> dict[str, set[str]]:
        """place → names of the records of this kind that are met there."""
        records = [record for record in self.records if record.kind == kind]
        every = self.address(self.LISTS[kind])
        found = {
            "list": linked(read(client, every), records),
            "page": {one.name for one in records if self.opens(client, one)},
        }
        if kind != "concern":
            found["search"] = {one.name for one in records if self.is_found(client, every, one)}
        if kind in self.FILES:
            sheet = read(client, self.address(self.FILES[kind]), WHY)
            found["file"] = {one.name for one in records if one.words in sheet}
        if kind in self.PAPERS:
            found["paper"] = {one.name for one in records if one.words in self.paper(client, one)}
        if kind == "match":
            found["own"] = {one.name for one in records if read(client, self.own(one))}
        return found

    def opens(self, client, record: Record) -> bool:
        """Whether its page opens; one that does shows what it is about."""
        name, key = self.PAGES[record.kind]
        text = read(client, self.address(name, **{key: record.pk}))
        assert not text or record.words in text, f"the page of {record.name} says nothing of it"
        return bool(text)

    def is_found(self, client, every: str, record: Record) -> bool:
        return bool(linked(read(client, f"{every}?q={record.words}"), [record]))

    def paper(self, client, record: Record) -> str:
        name, key, asked = self.PAPERS[record.kind]
        return read(client, self.address(name, **{key: record.pk}), asked)

    @staticmethod
    def own(record: Record) -> str:
        return reverse("matching:session_list_mine", kwargs={"match_id": record.pk})


def linked(page: str, records: list[Record]) -> set[str]:
    return {record.name for record in records if str(record.pk) in page}
