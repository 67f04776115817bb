"""The bodies: who decides, who holds a permanent seat, who advises."""

from newsevents.registry._row import Body, PermanentMember, Seats

__all__ = ["BODIES"]

_CHARTER = "1945-10-24"
_COUNCIL_SOURCE = (
    "Charter of the United Nations, Articles 23 and 27; General Assembly resolutions 1991 A (XVIII) and 2758 (XXVI)"
)
_1718 = "main.un.org/securitycouncil/en/sanctions/1718"

BODIES: tuple[Body, ...] = (
    Body(
        key="un-security-council",
        name="United Nations Security Council",
        classification="intergovernmental_organ",
        since=_CHARTER,
        seats=(
            Seats(members=11, majority=7, since=_CHARTER, until="1965-12-31"),
            Seats(members=15, majority=9, since="1966-01-01"),
        ),
        permanent_members=(
            PermanentMember("TW", _CHARTER, "1971-10-25", also="CN"),
            PermanentMember("CN", "1971-10-25"),
            PermanentMember("FR", _CHARTER),
            PermanentMember("GB", _CHARTER),
            PermanentMember("SUHH", _CHARTER, "1991-12-24", also="RU"),
            PermanentMember("RU", "1991-12-24", also="SUHH"),
            PermanentMember("US", _CHARTER),
        ),
        source=_COUNCIL_SOURCE,
        checked="secondary_source",
        note="China's seat was the Republic of China's (TW) until resolution 2758 of the General Assembly; lists of "
        "votes write it as China. A permanent member that abstains or is absent vetoes nothing; procedural motions "
        "know no veto.",
    ),
    Body(
        key="un-general-assembly",
        name="United Nations General Assembly",
        classification="intergovernmental_organ",
        since=_CHARTER,
        seats=(Seats(members=193, majority=None, since="2011-07-14"),),
        source="Charter of the United Nations, Articles 9 and 18",
        checked="general_knowledge",
        note="It knows no veto. Before 2011-07-14 it had fewer members, which the registry does not count.",
    ),
    Body(
        key="un-1718-committee",
        name="Security Council Committee established pursuant to resolution 1718 (2006)",
        classification="committee",
        parent="un-security-council",
        since="2006-10-14",
        source=_1718,
        checked="official_summary",
        note="It decides exemptions; its decisions bind. It decides by consensus, so that a member's objection blocks.",
    ),
    Body(
        key="un-1718-panel-of-experts",
        name="Panel of Experts established pursuant to resolution 1874 (2009)",
        classification="expert_panel",
        parent="un-1718-committee",
        since="2009-06-12",
        until="2024-04-30",
        source=f"{_1718}/resolutions; {_1718}/panel_experts/work_mandate",
        checked="official_summary",
        note="It advised the Committee; what it found bound nobody. Resolution 2680 (2023) prolonged its mandate for "
        "the last time.",
    ),
    *(
        Body(
            key=key,
            name=name,
            classification=classification,
            source="the authority's own name",
            checked="general_knowledge",
        )
        for key, name, classification in (
            ("us-ofac", "United States Office of Foreign Assets Control", "agency"),
            ("eu-council", "Council of the European Union", "intergovernmental_organ"),
            ("gb-fcdo", "United Kingdom Foreign, Commonwealth and Development Office", "ministry"),
            ("ch-seco", "Swiss State Secretariat for Economic Affairs", "agency"),
            ("au-dfat", "Australian Department of Foreign Affairs and Trade", "ministry"),
        )
    ),
)
