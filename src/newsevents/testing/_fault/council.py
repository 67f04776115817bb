"""NE6: assessments against a regime of sanctions, and votes."""

from newsevents.testing._fault._scene import GONE, Body, Fault, Maker, Scene, told

__all__ = ["COUNCIL"]

_PROVISION = "opinion/provisions/0"
_PERMANENT = ("CN", "FR", "GB", "RU", "US")


def _sale(scene: Scene, **fields: object) -> list[Body]:
    """Return a sale of vehicles to North Korea, after the ban on it, and a panel's opinion of that."""
    supplier = scene.one_of(("CN", "DE", "IT", "JP", "VN"))
    day = scene.day("2018-02-01", "2020-12-31")
    sale = told(
        "transfer",
        "sale",
        when={"edtf": f"{day}"},
        mode="sale",
        givers=[{"actor_id": "dealer"}],
        recipients=[{"actor_id": "buyer"}],
        item_ids=["thing"],
    )
    opinion = told(
        "sanctions_assessment",
        "opinion",
        assessor_ids=["panel"],
        subject_ids=["sale"],
        respondent_ids=["supplier"],
        regime="UN-SC1718",
        provisions=["S/RES/2397#7"],
        finding=scene.one_of(("violation", "possible_violation")),
        **fields,
    )
    return [
        scene.report(),
        scene.organization("panel", identifiers={"registry": "un-1718-panel-of-experts"}),
        told("state", "supplier", country=supplier),
        scene.organization("dealer", country=supplier, classification="company"),
        scene.organization("buyer", country="KP", classification="company"),
        scene.item(category="vehicle", hs_code=scene.one_of(("8703", "8704")), description="new trucks"),
        sale,
        opinion,
    ]


def _judge_of_oneself(scene: Scene) -> Fault:
    edit = "opinion/assessor_ids/0"
    return Fault(_sale(scene), {edit: "supplier"}, edit)


def _provision_of_another_regime(scene: Scene) -> Fault:
    regime = scene.one_of(("UN-SC1970", "UN-SC1591", "UN-SC1533"))
    return Fault(_sale(scene), {"opinion/regime": regime}, _PROVISION)


def _provision_not_in_force(scene: Scene) -> Fault:
    day = scene.day("2007-01-01", "2017-11-30")
    return Fault(_sale(scene), {"sale/when/edtf": f"{day}"}, _PROVISION)


def _provision_the_other_way(scene: Scene) -> Fault:
    edits = {"sale/givers/0/actor_id": "buyer", "sale/recipients/0/actor_id": "dealer"}
    return Fault(_sale(scene), edits, _PROVISION)


def _goods_outside_provision(scene: Scene) -> Fault:
    goods = scene.one_of((("animal", "010121"), ("food", "1006"), ("artwork", "9701")))
    edits = dict(zip(("thing/category", "thing/hs_code"), goods, strict=True))
    return Fault(_sale(scene), edits | {"thing/description": "the goods"}, _PROVISION)


def _respondent_owes_nothing(scene: Scene) -> Fault:
    edit = "opinion/respondent_ids/1"
    return Fault(_sale(scene), {edit: "buyer"}, edit)


def _exemption_against_finding(scene: Scene) -> Fault:
    records = _sale(scene, exemptions_considered_ids=["exemption"])
    records[7]["finding"] = "exempt"
    committee = scene.organization("committee", identifiers={"registry": "un-1718-committee"})
    exemption = told(
        "sanctions_action",
        "exemption",
        action="exemption",
        authority_id="committee",
        regime="UN-SC1718",
        covers_ids=["sale"],
    )
    edit = "opinion/finding"
    return Fault([*records, committee, exemption], {edit: "violation"}, edit)


def _vote(scene: Scene, **fields: object) -> list[Body]:
    """Return a vote in the Security Council, with one permanent and one elected member."""
    vote = told("vote", "vote", body_id="council", motion="a draft", when={"edtf": f"{scene.day()}"}, **fields)
    return [
        scene.report(),
        told(
            "organization",
            "council",
            names=[{"text": "Security Council"}],
            identifiers={"registry": "un-security-council"},
        ),
        told("state", "permanent", country=scene.one_of(_PERMANENT)),
        told("state", "elected", country=scene.country()),
        vote,
    ]


def _veto_without_right(scene: Scene) -> Fault:
    against: Body = {"against_ids": ["permanent", "elected"], "veto_ids": ["permanent"], "outcome": "vetoed"}
    records = _vote(scene, **against)
    if records[3]["country"] in _PERMANENT:
        records[3]["country"] = "BR"
    edit = "vote/veto_ids/0"
    return Fault(records, {edit: "elected"}, edit)


def _outcome_against_votes(scene: Scene) -> Fault:
    enough, few = scene.number(9, 15), scene.number(0, 8)
    records = _vote(scene, counts={"in_favor": enough}, outcome="adopted")
    return Fault(records, {"vote/counts/in_favor": few}, "vote/outcome")


def _vetoed_by_nobody(scene: Scene) -> Fault:
    records = _vote(scene, veto_ids=["permanent"], against_ids=["permanent"], outcome="vetoed")
    return Fault(records, {"vote/veto_ids": GONE}, "vote/outcome")


def _not_in_registry(scene: Scene) -> Fault:
    records = _sale(scene)
    edit, wrong = scene.one_of(
        ((_PROVISION, f"paragraph {scene.number(1, 99)}"), ("opinion/regime", f"XX-{scene.number(1, 99)}"))
    )
    return Fault(records, {edit: wrong}, edit)


COUNCIL: dict[str, Maker] = {
    "NE602": _judge_of_oneself,
    "NE603": _provision_of_another_regime,
    "NE604": _provision_not_in_force,
    "NE605": _provision_the_other_way,
    "NE606": _goods_outside_provision,
    "NE607": _respondent_owes_nothing,
    "NE608": _exemption_against_finding,
    "NE609": _veto_without_right,
    "NE610": _outcome_against_votes,
    "NE611": _vetoed_by_nobody,
    "NE612": _not_in_registry,
}
"""What makes a fault, by the code of the rule that finds it."""
