"""Structured news-event schemas: typed records, validation, normalization and JSON Schema export."""

from importlib import import_module
from typing import TYPE_CHECKING

from newsevents._collection import made_to_stay, no_collection

with no_collection():
    from newsevents.dossier import Dossier
    from newsevents.errors import (
        AmbiguousCountryError,
        AmbiguousMoneyError,
        AmbiguousQuantityError,
        AmbiguousTimeError,
        MissingExtraError,
        NewseventsError,
        NormalizationError,
        UnanchoredTimeError,
        UnknownCountryError,
        UnknownRegistryKeyError,
        UnknownRuleError,
        UnreadableFileError,
        UnreadableMoneyError,
        UnreadableQuantityError,
        UnreadableTimeError,
        ValidationError,
    )
    from newsevents.files.check import check_file
    from newsevents.files.read import load, loads
    from newsevents.files.texts import SourceTexts, TextFolder, read_texts
    from newsevents.findings import Finding, Level
    from newsevents.parts.age import Age
    from newsevents.parts.attribution import Attribution, Certainty, Modality, Span
    from newsevents.parts.consideration import Consideration
    from newsevents.parts.flag import Flag
    from newsevents.parts.leg import Indicator, IndicatorKind, Itinerary, Leg, LegStatus, TransportMode
    from newsevents.parts.name import Name, NameKind
    from newsevents.parts.party import Capacity, Party
    from newsevents.parts.quotation import Quotation
    from newsevents.parts.role import Office, Role
    from newsevents.parts.status import GiftStatus, StatusChange
    from newsevents.parts.vote_counts import VoteCounts
    from newsevents.records._record import Event, Extensions, Record
    from newsevents.records.gift import Gift
    from newsevents.records.group import Group
    from newsevents.records.item import HsCode, Individuation, Item, ItemCategory
    from newsevents.records.meeting import Meeting, MeetingForm
    from newsevents.records.occurrence import Occurrence, OccurrenceForm
    from newsevents.records.organization import Organization, OrganizationClassification
    from newsevents.records.person import Person
    from newsevents.records.relation import Relation, RelationForm, Trend
    from newsevents.records.sanctions_action import SanctionsAction, SanctionsActionKind, SanctionsMeasure
    from newsevents.records.sanctions_assessment import AssessmentFinding, SanctionsAssessment
    from newsevents.records.shipment import Shipment, ShipmentStatus
    from newsevents.records.source import Source, SourceForm, SourceStatus
    from newsevents.records.state import State
    from newsevents.records.statement import SpeakingTerms, SpeechAct, Statement, StatementChannel
    from newsevents.records.transfer import Transfer, TransferMode
    from newsevents.records.union import AnyRecord
    from newsevents.records.vote import Vote, VoteOutcome
    from newsevents.rules import check
    from newsevents.rules.locate import annotate, locate
    from newsevents.values.basis import Basis
    from newsevents.values.country import CountryCode, country_codes, country_name, normalize_country
    from newsevents.values.currency import CurrencyCode
    from newsevents.values.identifier import Id, Identifiers, Pointer, Sha256, Url
    from newsevents.values.language import LanguageTag, Script
    from newsevents.values.measure import Comparator
    from newsevents.values.money import Money, MoneyScope, format_money, parse_money
    from newsevents.values.number import Count, Decimal, Latitude, Longitude, Offset
    from newsevents.values.place import Place, PlacePrecision, UnLocode
    from newsevents.values.quantity import Quantity, format_quantity, parse_quantity
    from newsevents.values.text import SourceText, Text, Word
    from newsevents.values.when import Calendar, Date, Edtf, Instant, When, WhenAnchor, parse_when

    made_to_stay()

if TYPE_CHECKING:
    from newsevents.files._edit import Edit
    from newsevents.files.fix import Fix, fix_file, fix_text
    from newsevents.files.write import dump, dumps
    from newsevents.schema import (
        Profile,
        SchemaChange,
        compare_schemas,
        from_llm,
        json_schema,
        schema_text,
        write_schemas,
    )
else:
    _LATER = {"Edit": "files._edit", "Fix": "files.fix", "fix_file": "files.fix", "fix_text": "files.fix"}
    _LATER |= {"dump": "files.write", "dumps": "files.write"}

    def __getattr__(name):  # noqa: ANN001, ANN202  (seen at run time only)
        """Return what few need: what writes files, and all of schemas; it is loaded when it is first asked for."""
        if name in {"schema", *__all__}:
            module = import_module(f"newsevents.{_LATER.get(name, 'schema')}")
            return module if name == "schema" else getattr(module, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():  # noqa: ANN202
        """Return the names of what is here, loaded or not."""
        return sorted({*globals(), *__all__})


__all__ = [
    "Age",
    "AmbiguousCountryError",
    "AmbiguousMoneyError",
    "AmbiguousQuantityError",
    "AmbiguousTimeError",
    "AnyRecord",
    "AssessmentFinding",
    "Attribution",
    "Basis",
    "Calendar",
    "Capacity",
    "Certainty",
    "Comparator",
    "Consideration",
    "Count",
    "CountryCode",
    "CurrencyCode",
    "Date",
    "Decimal",
    "Dossier",
    "Edit",
    "Edtf",
    "Event",
    "Extensions",
    "Finding",
    "Fix",
    "Flag",
    "Gift",
    "GiftStatus",
    "Group",
    "HsCode",
    "Id",
    "Identifiers",
    "Indicator",
    "IndicatorKind",
    "Individuation",
    "Instant",
    "Item",
    "ItemCategory",
    "Itinerary",
    "LanguageTag",
    "Latitude",
    "Leg",
    "LegStatus",
    "Level",
    "Longitude",
    "Meeting",
    "MeetingForm",
    "MissingExtraError",
    "Modality",
    "Money",
    "MoneyScope",
    "Name",
    "NameKind",
    "NewseventsError",
    "NormalizationError",
    "Occurrence",
    "OccurrenceForm",
    "Office",
    "Offset",
    "Organization",
    "OrganizationClassification",
    "Party",
    "Person",
    "Place",
    "PlacePrecision",
    "Pointer",
    "Profile",
    "Quantity",
    "Quotation",
    "Record",
    "Relation",
    "RelationForm",
    "Role",
    "SanctionsAction",
    "SanctionsActionKind",
    "SanctionsAssessment",
    "SanctionsMeasure",
    "SchemaChange",
    "Script",
    "Sha256",
    "Shipment",
    "ShipmentStatus",
    "Source",
    "SourceForm",
    "SourceStatus",
    "SourceText",
    "SourceTexts",
    "Span",
    "SpeakingTerms",
    "SpeechAct",
    "State",
    "Statement",
    "StatementChannel",
    "StatusChange",
    "Text",
    "TextFolder",
    "Transfer",
    "TransferMode",
    "TransportMode",
    "Trend",
    "UnLocode",
    "UnanchoredTimeError",
    "UnknownCountryError",
    "UnknownRegistryKeyError",
    "UnknownRuleError",
    "UnreadableFileError",
    "UnreadableMoneyError",
    "UnreadableQuantityError",
    "UnreadableTimeError",
    "Url",
    "ValidationError",
    "Vote",
    "VoteCounts",
    "VoteOutcome",
    "When",
    "WhenAnchor",
    "Word",
    "annotate",
    "check",
    "check_file",
    "compare_schemas",
    "country_codes",
    "country_name",
    "dump",
    "dumps",
    "fix_file",
    "fix_text",
    "format_money",
    "format_quantity",
    "from_llm",
    "json_schema",
    "load",
    "loads",
    "locate",
    "normalize_country",
    "parse_money",
    "parse_quantity",
    "parse_when",
    "read_texts",
    "schema_text",
    "write_schemas",
]
