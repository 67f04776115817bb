"""What the rows of the registry are: frozen, each with where it was taken from and how well that was checked."""

from typing import Literal, NamedTuple

__all__ = [
    "Body",
    "Checked",
    "Direction",
    "DutyHolder",
    "HsRange",
    "Instrument",
    "PermanentMember",
    "Provision",
    "Regime",
    "Seats",
]

Checked = Literal["official_summary", "secondary_source", "partly", "general_knowledge"]
"""How well a row was checked.

`official_summary`: against what the authority itself publishes about it; `secondary_source`: against what others write
about it; `partly`: some of it against either, the `note` says what; `general_knowledge`: not at all. Nothing here was
checked against the text of the resolution itself.
"""

Direction = Literal["to_target", "from_target"]
"""Which way goods go that a provision is about: into the country that the regime is aimed at, or out of it."""

DutyHolder = Literal["supplier", "procurer"]
"""Whom a provision binds: the side that supplies, or the side that procures."""


class HsRange(NamedTuple):
    """A range of codes of the Harmonized System, both ends included; `("86", "89")` are whole chapters."""

    first: str
    """The first code, of a chapter, a heading or a subheading."""
    last: str
    """The last code, with as many digits."""

    def may_contain(self, code: str) -> bool:
        """Return whether something with this code may lie in the range.

        A shorter code is known less closely: chapter 87 may mean heading 8703.

        >>> from newsevents.registry import HsRange
        >>> HsRange("8703", "8703").may_contain("87"), HsRange("8703", "8703").may_contain("8704")
        (True, False)
        """
        known = min(len(code), len(self.first))
        return self.first[:known] <= code[:known] <= self.last[:known]


class PermanentMember(NamedTuple):
    """Who holds a permanent seat, and when."""

    country: str
    """The country's code, such as `SUHH` for the Soviet Union."""
    since: str
    """The first day."""
    until: str | None = None
    """The last day; `None` while it lasts."""
    also: str | None = None
    """The code of the same seat's other holder, under which lists of votes write this one too."""


class Seats(NamedTuple):
    """How many members a body has and how many votes in favor it takes to adopt something, and when."""

    members: int
    """How many members it has."""
    majority: int | None
    """The votes in favor that every motion needs; `None` where that depends on who is present."""
    since: str
    """The first day."""
    until: str | None = None
    """The last day; `None` while it lasts."""


class Regime(NamedTuple):
    """A sanctions regime; its key is that of the OpenSanctions program, such as `UN-SC1718`."""

    key: str
    """What it is called in a dossier."""
    name: str
    """What it is called."""
    authority: str
    """The key of the body that set it up."""
    source: str
    """Where the row was taken from."""
    checked: Checked
    """How well it was checked."""
    targets: tuple[str, ...] = ()
    """The countries that it is aimed at; empty where it is aimed at persons and groups wherever they are."""
    since: str | None = None
    """The day on which it was set up; `None` where the registry does not say."""
    until: str | None = None
    """The day on which it ended; `None` while it lasts."""
    also: tuple[str, ...] = ()
    """Other keys of the same regime."""
    note: str = ""
    """What else there is to know of it, and which part of it was checked."""


class Body(NamedTuple):
    """A body that decides, votes or advises; its key is what `identifiers.registry` of an organization holds."""

    key: str
    """What it is called in a dossier."""
    name: str
    """What it is called."""
    classification: str
    """What sort of organization it is, in the words of `OrganizationClassification`."""
    source: str
    """Where the row was taken from."""
    checked: Checked
    """How well it was checked."""
    parent: str | None = None
    """The key of the body that it is a part of."""
    since: str | None = None
    """The first day of its mandate; `None` where the registry does not say."""
    until: str | None = None
    """The last day of its mandate; `None` while it lasts."""
    seats: tuple[Seats, ...] = ()
    """How many members it had, and when; empty where the registry does not say."""
    permanent_members: tuple[PermanentMember, ...] = ()
    """Whose vote against is a veto, and when."""
    note: str = ""
    """What else there is to know of it, and which part of it was checked."""


class Instrument(NamedTuple):
    """A legal text, such as a resolution: `S/RES/1718`."""

    key: str
    """What it is called in a dossier."""
    symbol: str
    """Its symbol with the year, as in `S/RES/1718 (2006)`."""
    regime: str
    """The key of the regime that it belongs to."""
    adopted: str
    """The day on which it was adopted; resolutions of the Security Council are in force from then."""
    source: str
    """Where the row was taken from."""
    checked: Checked
    """How well it was checked."""
    summary: str = ""
    """What it says that bears on goods, where the registry knows that."""
    note: str = ""
    """What else there is to know of it, and which part of it was checked."""


class Provision(NamedTuple):
    """A paragraph of an instrument that says what may not be supplied: `S/RES/2397#7`."""

    key: str
    """What it is called in a dossier."""
    instrument: str
    """The key of the instrument."""
    paragraph: str
    """The paragraph, such as `8(a)(iii)`."""
    regime: str
    """The key of the regime that it belongs to."""
    target: str
    """The country that it is aimed at."""
    direction: Direction
    """Which way the goods go."""
    measure: str
    """What is to be done."""
    goods: tuple[str, ...]
    """The goods, as they are named."""
    duty_holder: DutyHolder
    """Whom it binds."""
    since: str
    """The first day on which it is in force."""
    source: str
    """Where the row was taken from."""
    checked: Checked
    """How well it was checked."""
    hs: tuple[HsRange, ...] = ()
    """The goods, as ranges of the Harmonized System."""
    is_luxury: bool = False
    """Whether it is about luxury goods."""
    is_exhaustive: bool = False
    """Whether nothing but the goods named falls under it."""
    read_with: tuple[str, ...] = ()
    """The keys of provisions that name more goods of this one."""
    until: str | None = None
    """The last day on which it is in force; `None` while it lasts."""
    exceptions: tuple[str, ...] = ()
    """What is excepted by the provision itself."""
    excepted_categories: tuple[str, ...] = ()
    """The categories of items among which the excepted ones are."""
    note: str = ""
    """What else there is to know of it, and which part of it was checked."""
