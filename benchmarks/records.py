"""Records for benchmarks: mixed types, about 1 KB each, no filler text, no finding, the same for the same seed."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]

_COUNTRIES = ["AE", "CN", "DE", "FR", "GB", "IR", "JP", "KP", "KR", "RU", "TR", "UA", "US"]
_CURRENCIES = ["AED", "CNY", "EUR", "JPY", "KRW", "RUB", "USD"]
_TOWNS = ["Busan", "Dubai", "Jebel Ali", "Nampo", "Ningbo", "Piraeus", "Rotterdam", "Vladivostok"]
_MODALITIES = ["claimed", "alleged", "believed", "reported", "denied", "confirmed"]
_STATUSES = ["announced", "accepted", "delivered"]
_GOODS = {"870323": "vehicle", "8703": "vehicle", "89": "vessel", "8802": "aircraft"}
_KINDS = ["gift", "shipment", "statement", "item", "person", "transfer", "source", "sanctions_assessment"]
_KINDS += ["organization", "state"]
_OTHERS = ["vote", "relation", "sanctions_action", "meeting"]
_NAMED = 5000
_LANGUAGES = ["en", "ko", "ru", "zh-Hans", "ar", "fr-CA"]


class Generator:
    """Draws records of one kind after the other."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._next = 0
        self._rounds = 1
        self._count = 1
        self._kinds: list[str] = []

    def records(self, count: int, *, others: bool = False) -> Iterator[Json]:
        """Yield *count* records, the kinds in turn; with *others*, of kinds too that need more rules."""
        self._kinds = _KINDS + _OTHERS if others else _KINDS
        self._count = count
        self._rounds = max(1, min(count // len(self._kinds), _NAMED))
        kinds: list[Callable[[], Json]] = [getattr(self, f"_{kind}") for kind in self._kinds]
        for index in range(count):
            yield kinds[index % len(kinds)]()

    def _start(self, kind: str) -> Json:
        self._next += 1
        return {
            "type": kind,
            "id": f"{kind.replace('_', '-')}-{self._next}",
            "attributions": [self._attribution() for _ in range(3)],
            "inferred": ["/note"],
            "note": "Told by several papers",
            "identifiers": {"wikidata": f"Q{self._random.randrange(1, 10**7)}"},
            "tags": ["front_page", "series_2"],
        }

    def _one(self, choices: list[str]) -> str:
        return self._random.choice(choices)

    def _id(self, kind: str) -> str:
        """Return the id of a record of one kind; where not even one of each is drawn, of one that is not there."""
        number = self._random.randrange(self._rounds) * len(self._kinds) + self._kinds.index(kind) + 1
        return f"{kind.replace('_', '-')}-{number}"

    def _span(self) -> Json:
        start = self._random.randrange(9000)
        return {"start": start, "end": start + self._random.randrange(20, 200)}

    def _when(self) -> Json:
        # What comes later in the file is later, or causes would follow what they cause.
        year = 1980 + 45 * self._next // (self._count + 1)
        month, day = self._random.randrange(1, 13), self._random.randrange(1, 29)
        edtf = self._one([f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}~", f"{year}/.."])
        return {
            "edtf": edtf,
            "text": f"in {year}, {self._one(_TOWNS)} time",
            "anchor": "publication",
            "anchor_id": self._id("source"),
            "basis": "stated",
        }

    def _attribution(self) -> Json:
        return {
            "source_id": self._id("source"),
            "according_to_ids": [self._id("person"), self._id("organization")],
            "modality": self._one(_MODALITIES),
            "certainty": self._one(["probable", "possible"]),
            "covers": ["/note"],
            "spans": [self._span(), self._span()],
        }

    def _place(self) -> Json:
        return {
            "name": self._one(_TOWNS),
            "country": self._one(_COUNTRIES),
            "latitude": round(self._random.uniform(-90, 90), 4),
            "longitude": round(self._random.uniform(-180, 180), 4),
            "precision": "city",
        }

    def _money(self) -> Json:
        return {
            "amount": str(self._random.randrange(1, 10**9)),
            "comparator": self._one(["about", "more_than", "at_least"]),
            "currency": self._one(_CURRENCIES),
            "currency_basis": "inferred",
            "scope": "total",
        }

    def _party(self, kind: str) -> Json:
        return {"actor_id": self._id(kind), "capacity": self._one(["personal", "official", "state"])}

    def _event(self, kind: str) -> Json:
        event = self._start(kind) | {"when": self._when(), "place": self._place()}
        # Its cause is of an earlier round.
        in_round = len(self._kinds)
        earlier = self._random.randrange(self._next) // in_round * in_round + self._kinds.index("gift") + 1
        return event | ({"caused_by_ids": [f"gift-{earlier}"]} if earlier < self._next - in_round else {})

    def _gift(self) -> Json:
        return self._event("gift") | {
            "givers": [self._party("person")],
            "recipients": [self._party("organization")],
            "item_ids": [self._id("item")],
            "status": self._one(_STATUSES),
            "status_history": [{"status": "offered", "when": self._when()}],
        }

    def _transfer(self) -> Json:
        return self._event("transfer") | {
            "mode": self._one(["sale", "barter", "supply", "smuggling"]),
            "givers": [self._party("person")],
            "item_ids": [self._id("item")],
            "consideration": {"money": self._money()},
            "is_ongoing": True,
            "status": self._one(_STATUSES),
        }

    def _shipment(self) -> Json:
        leg = {"origin": self._place(), "mode": self._one(["sea", "air", "rail"]), "departed": self._when()}
        return self._event("shipment") | {
            "consignor_id": self._id("organization"),
            "item_ids": [self._id("item")],
            "legs": [leg],
            "status": self._one(["planned", "attempted", "intercepted", "seized"]),
        }

    def _statement(self) -> Json:
        quotation = {
            "text": "We know nothing of it",
            "source_id": self._id("source"),
            "span": self._span(),
            "language": self._one(_LANGUAGES),
            "is_translation": True,
        }
        return self._start("statement") | {
            "speaker_ids": [self._id("person")],
            "acts": [self._one(["assert", "condemn", "promise"])],
            "channel": self._one(["briefing", "interview", "speech"]),
            "terms": "on_record",
            "when": self._when(),
            "quotations": [quotation],
            "about_ids": [self._id("gift"), self._id("item")],
        }

    def _item(self) -> Json:
        hs_code = self._one([*_GOODS])
        return self._start("item") | {
            "description": "an armored car",
            "category": _GOODS[hs_code],
            "hs_code": hs_code,
            "quantity": {"amount": str(self._random.randrange(1, 50)), "comparator": "at_least"},
            "values": [self._money(), self._money()],
            "country_of_origin": self._one(_COUNTRIES),
            "individuation": "kind",
        }

    def _person(self) -> Json:
        return self._start("person") | {
            "names": [{"text": "Pak Ok Sun", "language": "ko", "script": "Latn", "kind": "romanized"}],
            "nationalities": [self._one(_COUNTRIES)],
            "age": {"years": self._random.randrange(20, 90), "as_of": "2024-03-16"},
            "roles": [{"office": "minister", "country": self._one(_COUNTRIES), "during": self._when()}],
        }

    def _source(self) -> Json:
        return self._start("source") | {
            "title": "Ministers trade charges over ship",
            "form": self._one(["article", "wire", "broadcast"]),
            "publisher_id": self._id("organization"),
            "url": f"https://news.example/{self._random.randrange(10**9)}",
            "published": self._when(),
            "retrieved": "2024-03-16T09:30:00Z",
            "language": self._one(_LANGUAGES),
            "text_sha256": f"{self._random.getrandbits(256):064x}",
        }

    def _organization(self) -> Json:
        return self._start("organization") | {
            "names": [{"text": "Tidewater Shipping", "language": "en", "kind": "official"}],
            "classification": self._one(["company", "ministry", "media"]),
            "country": self._one(_COUNTRIES),
        }

    def _state(self) -> Json:
        return self._start("state") | {"country": self._one(_COUNTRIES)}

    def _sanctions_assessment(self) -> Json:
        return self._start("sanctions_assessment") | {
            "assessor_ids": [self._id("organization")],
            "subject_ids": [self._id("gift"), self._id("shipment")],
            "respondent_ids": [self._id("state")],
            "regime": "UN-SC1718",
            "provisions": ["S/RES/2397#7"],
            "finding": self._one(["violation", "likely_violation", "inconclusive"]),
            "statement_id": self._id("statement"),
            "when": self._when(),
        }

    def _vote(self) -> Json:
        return self._event("vote") | {
            "motion": f"S/{self._random.randrange(1990, 2026)}/{self._next}",
            "in_favor_ids": [self._id("state"), self._id("organization")],
            "counts": {"in_favor": 13, "against": 0, "abstained": 2},
            "outcome": "adopted",
        }

    def _relation(self) -> Json:
        return self._start("relation") | {
            "form": self._one(["member_of", "owns", "controls", "employed_by"]),
            "subject_id": self._id("person"),
            "object_id": self._id("organization"),
            "during": self._when(),
        }

    def _sanctions_action(self) -> Json:
        return self._event("sanctions_action") | {
            "action": self._one(["designation", "exemption", "amendment"]),
            "authority_id": self._id("organization"),
            "regime": "UN-SC1718",
            "provisions": ["S/RES/2397#7"],
            "covers_ids": [self._id("item")],
            "measures": ["asset_freeze"],
            "valid": self._when(),
        }

    def _meeting(self) -> Json:
        return self._event("meeting") | {
            "form": self._one(["summit", "talks"]),
            "participant_ids": [self._id("person"), self._id("state")],
            "agenda": [f"point {self._next} of the agenda"],
        }


def json_texts(count: int, seed: int = 1) -> list[bytes]:
    """Return *count* records as compact JSON."""
    return [json.dumps(record, separators=(",", ":")).encode() for record in Generator(seed).records(count)]
