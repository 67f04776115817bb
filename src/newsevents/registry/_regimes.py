"""The regimes, and the resolutions by which the Security Council set them up."""

from newsevents.registry._row import Checked, Instrument, Regime

__all__ = ["FOUNDING", "REGIMES"]

_COUNCIL = "un-security-council"
_KEY = "OpenSanctions program key; "
_OWN = "key in the style of OpenSanctions; "
_LIST = "Repertoire of the Practice of the Security Council, Sanctions and Other Committees"


def _un(  # noqa: PLR0913  (the columns of a table)
    key: str,
    name: str,
    targets: str,
    symbol: str,
    since: str,
    *,
    until: str | None = None,
    also: tuple[str, ...] = (),
    later: tuple[tuple[str, str], ...] = (),
    source: str | None = None,
    checked: Checked = "general_knowledge",
    note: str = "",
) -> tuple[Regime, tuple[Instrument, ...]]:
    """Return a regime of the Security Council and the resolutions that it is named after."""
    regime = Regime(
        key=key,
        name=name,
        authority=_COUNCIL,
        targets=tuple(targets.split()),
        since=since,
        until=until,
        also=also,
        source=source or (_OWN if until else _KEY) + _LIST,
        checked=checked,
        note=note,
    )
    instruments = [
        Instrument(
            key=symbol.partition(" ")[0],
            symbol=symbol,
            regime=key,
            adopted=adopted,
            source="United Nations symbol and date of adoption",
            checked="general_knowledge",
        )
        for symbol, adopted in ((symbol, since), *later)
    ]
    return regime, tuple(instruments)


_UN = (
    _un("UN-SC253", "Southern Rhodesia", "RHZW", "S/RES/253 (1968)", "1968-05-29", until="1979-12-21"),
    _un("UN-SC418", "South Africa", "ZA", "S/RES/418 (1977)", "1977-11-04", until="1994-05-25"),
    _un("UN-SC661", "Iraq and Kuwait", "IQ", "S/RES/661 (1990)", "1990-08-06", until="2003-05-22"),
    _un("UN-SC724", "Yugoslavia", "YUCS", "S/RES/724 (1991)", "1991-12-15", until="1996-10-01"),
    _un("UN-SC748", "Libya", "LY", "S/RES/748 (1992)", "1992-03-31", until="2003-09-12"),
    _un(
        "UN-SC2713",
        "Al-Shabaab (before 2023: Somalia)",
        "SO",
        "S/RES/751 (1992)",
        "1992-04-24",
        also=("UN-SC751",),
        later=(("S/RES/2713 (2023)", "2023-12-01"),),
    ),
    _un("UN-SC864", "Angola (UNITA)", "AO", "S/RES/864 (1993)", "1993-09-15", until="2002-12-09"),
    _un("UN-SC918", "Rwanda", "RW", "S/RES/918 (1994)", "1994-05-17", until="2008-07-10"),
    _un("UN-SC985", "Liberia", "LR", "S/RES/985 (1995)", "1995-04-13", until="2001-03-07"),
    _un("UN-SC1132", "Sierra Leone", "SL", "S/RES/1132 (1997)", "1997-10-08", until="2010-09-29"),
    _un("UN-SC1160", "Kosovo", "YUCS", "S/RES/1160 (1998)", "1998-03-31", until="2001-09-10"),
    _un(
        "UN-SCISIL",
        "ISIL (Da'esh) and Al-Qaida",
        "",
        "S/RES/1267 (1999)",
        "1999-10-15",
        also=("UN-SC1267",),
        later=(("S/RES/1989 (2011)", "2011-06-17"), ("S/RES/2253 (2015)", "2015-12-17")),
    ),
    _un(
        "UN-SC1298",
        "Eritrea and Ethiopia",
        "ER ET",
        "S/RES/1298 (2000)",
        "2000-05-17",
        until="2001-05-15",
    ),
    _un("UN-SC1343", "Liberia", "LR", "S/RES/1343 (2001)", "2001-03-07", until="2003-12-22"),
    _un("UN-SC1518", "Iraq", "IQ", "S/RES/1518 (2003)", "2003-11-24"),
    _un("UN-SC1521", "Liberia", "LR", "S/RES/1521 (2003)", "2003-12-22", until="2016-05-25"),
    _un("UN-SC1533", "Democratic Republic of the Congo", "CD", "S/RES/1533 (2004)", "2004-03-12"),
    _un("UN-SC1572", "Côte d'Ivoire", "CI", "S/RES/1572 (2004)", "2004-11-15", until="2016-04-28"),
    _un("UN-SC1591", "Sudan", "SD", "S/RES/1591 (2005)", "2005-03-29"),
    _un(
        "UN-SC1636",
        "Lebanon",
        "",
        "S/RES/1636 (2005)",
        "2005-10-31",
        note="Aimed at persons suspected of the bombing in Beirut on 2005-02-14.",
    ),
    _un(
        "UN-SC1718",
        "Democratic People's Republic of Korea",
        "KP",
        "S/RES/1718 (2006)",
        "2006-10-14",
        source=f"{_KEY}main.un.org/securitycouncil/en/sanctions/1718",
        checked="official_summary",
    ),
    _un(
        "UN-SC1737",
        "Iran",
        "IR",
        "S/RES/1737 (2006)",
        "2006-12-23",
        note="Ended on 2016-01-16 under resolution 2231 (2015); whether it holds again since 2025 is disputed.",
    ),
    _un("UN-SC1970", "Libya", "LY", "S/RES/1970 (2011)", "2011-02-26"),
    _un("UN-SC1988", "Taliban", "", "S/RES/1988 (2011)", "2011-06-17"),
    _un("UN-SC2048", "Guinea-Bissau", "GW", "S/RES/2048 (2012)", "2012-05-18"),
    _un(
        "UN-SC2127",
        "Central African Republic",
        "CF",
        "S/RES/2127 (2013)",
        "2013-12-05",
        also=("UN-SC2745",),
        later=(("S/RES/2745 (2024)", "2024-07-30"),),
    ),
    _un("UN-SC2140", "Yemen", "YE", "S/RES/2140 (2014)", "2014-02-26"),
    _un("UN-SC2206", "South Sudan", "SS", "S/RES/2206 (2015)", "2015-03-03"),
    _un("UN-SC2374", "Mali", "ML", "S/RES/2374 (2017)", "2017-09-05", until="2023-08-31"),
    _un("UN-SC2653", "Haiti", "HT", "S/RES/2653 (2022)", "2022-10-21"),
)

REGIMES: tuple[Regime, ...] = (
    *(regime for regime, _ in _UN),
    *(
        Regime(key=key, name=name, authority=authority, targets=("KP",), source=_KEY[:-2], checked="secondary_source")
        for key, name, authority in (
            ("US-NK", "United States: North Korea", "us-ofac"),
            ("EU-PRK", "European Union: Democratic People's Republic of Korea", "eu-council"),
            ("GB-DPRK", "United Kingdom: Democratic People's Republic of Korea", "gb-fcdo"),
            ("SECO-NORTHKOREA", "Switzerland: Democratic People's Republic of Korea", "ch-seco"),
            ("AU-DPRK", "Australia: Democratic People's Republic of Korea", "au-dfat"),
        )
    ),
)

FOUNDING: tuple[Instrument, ...] = tuple(
    instrument for regime, instruments in _UN for instrument in instruments if regime.key != "UN-SC1718"
)
"""The resolutions by which the regimes were set up; those about North Korea stand in a table of their own."""
