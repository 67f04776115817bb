"""The resolutions about North Korea, and the paragraphs of them that the registry knows."""

from newsevents.registry._row import Checked, HsRange, Instrument, Provision

__all__ = ["INSTRUMENTS", "PROVISIONS"]

_REGIME = "UN-SC1718"
_SUPPLY_BAN = "States prevent the direct or indirect supply, sale and transfer"
_SUMMARY = "main.un.org/securitycouncil/en/sanctions/1718/resolutions"
_LUXURY = "nkhumanitarian.wordpress.com/un-sanctions-definition-of-luxury-goods (2018)"


def _resolution(  # noqa: PLR0913  (the columns of a table)
    symbol: str, adopted: str, source: str, checked: Checked, *, summary: str = "", note: str = ""
) -> Instrument:
    key = symbol.partition(" ")[0]
    return Instrument(
        key=key,
        symbol=symbol,
        regime=_REGIME,
        adopted=adopted,
        summary=summary,
        source=source,
        checked=checked,
        note=note,
    )


_PANEL_LISTS = "main.un.org/securitycouncil/en/sanctions/1718/panel_experts/work_mandate"
_ADDS = "Adds to the list of luxury goods."
_SECTORS = (
    "Resolutions 2371 and 2375 have measures on coal, iron, seafood, textiles and petroleum; none on luxury goods or "
    "vehicles."
)
_ANNEX = "Sources disagree on the number of the annex, so that none is named here."

INSTRUMENTS: tuple[Instrument, ...] = (
    _resolution(
        "S/RES/1718 (2006)",
        "2006-10-14",
        _LUXURY,
        "secondary_source",
        summary="Sets up the regime and the Committee; bans the supply of luxury goods, which it does not define.",
    ),
    _resolution(
        "S/RES/1874 (2009)", "2009-06-12", _PANEL_LISTS, "general_knowledge", summary="Sets up the Panel of Experts."
    ),
    _resolution("S/RES/2087 (2013)", "2013-01-22", _PANEL_LISTS, "general_knowledge"),
    _resolution(
        "S/RES/2094 (2013)",
        "2013-03-07",
        _LUXURY,
        "secondary_source",
        summary="Names goods that the term luxury goods includes, in annex IV.",
    ),
    _resolution("S/RES/2270 (2016)", "2016-03-02", _LUXURY, "partly", summary=_ADDS, note=_ANNEX),
    _resolution(
        "S/RES/2321 (2016)",
        "2016-11-30",
        "un.org/securitycouncil, summary of S/RES/2321 (2016)",
        "partly",
        summary=_ADDS,
        note=_ANNEX,
    ),
    _resolution("S/RES/2356 (2017)", "2017-06-02", _PANEL_LISTS, "general_knowledge"),
    _resolution(
        "S/RES/2371 (2017)",
        "2017-08-05",
        _SUMMARY,
        "secondary_source",
        summary=_SECTORS,
    ),
    _resolution(
        "S/RES/2375 (2017)",
        "2017-09-11",
        _SUMMARY,
        "secondary_source",
        summary=_SECTORS,
    ),
    _resolution(
        "S/RES/2397 (2017)",
        "2017-12-22",
        _SUMMARY,
        "official_summary",
        summary="Bans the supply of industrial machinery, transportation vehicles, iron, steel and other metals.",
    ),
)

PROVISIONS: tuple[Provision, ...] = (
    Provision(
        key="S/RES/1718#8(a)(iii)",
        instrument="S/RES/1718",
        paragraph="8(a)(iii)",
        regime=_REGIME,
        target="KP",
        direction="to_target",
        measure=_SUPPLY_BAN,
        goods=("luxury goods",),
        is_luxury=True,
        read_with=("S/RES/2094#23",),
        duty_holder="supplier",
        since="2006-10-14",
        source=_LUXURY,
        checked="secondary_source",
        note="Luxury goods are not defined; states have lists of their own.",
    ),
    Provision(
        key="S/RES/2094#23",
        instrument="S/RES/2094",
        paragraph="23",
        regime=_REGIME,
        target="KP",
        direction="to_target",
        measure=_SUPPLY_BAN,
        goods=("jewelry", "yachts", "luxury automobiles and motor vehicles", "racing cars"),
        hs=(HsRange("7113", "7113"), HsRange("7116", "7116"), HsRange("8703", "8703"), HsRange("8903", "8903")),
        is_luxury=True,
        duty_holder="supplier",
        since="2013-03-07",
        source=f"{_LUXURY}; paragraph 23 with annex IV",
        checked="secondary_source",
        note="The list is of what luxury goods include, and not limited to it. It names goods by words; the headings "
        "of the Harmonized System are where such goods stand, and not from the resolution.",
    ),
    Provision(
        key="S/RES/2397#7",
        instrument="S/RES/2397",
        paragraph="7",
        regime=_REGIME,
        target="KP",
        direction="to_target",
        measure=f"{_SUPPLY_BAN}, whatever the origin of the goods",
        goods=("industrial machinery", "transportation vehicles", "iron, steel and other metals"),
        hs=(HsRange("72", "85"), HsRange("86", "89")),
        is_exhaustive=True,
        duty_holder="supplier",
        since="2017-12-22",
        exceptions=("spare parts of civilian passenger aircraft",),
        excepted_categories=("aircraft",),
        source=f"{_SUMMARY}; unsanctionsapp.com/types-of-sanctions/transportation-vehicles",
        checked="partly",
        note="Seen: the kinds of goods, transportation vehicles with HS 86 to 89, the exception. General knowledge: "
        "HS 72 to 85 and the number of the paragraph.",
    ),
)
