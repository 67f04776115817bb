"""NE6, duties: whether the respondent of an assessment owes the duty that is said to be breached."""

from collections.abc import Iterator

from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.rules._act import Acts, Delivery
from newsevents.rules._bearing import FOUND_NOTHING, Bearings
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.country import country_name


@rule("NE607", "respondent-without-duty", "warning")
def respondent_without_duty(view: View) -> Iterator[Found]:
    """The respondent does not owe the duty that is said to be breached.

    ## What it does

    Reports a respondent of the country that a ban on supply is aimed at: the ban binds those who supply. It looks at
    respondents whose own state, country, nationalities and roles are of that country alone, and is silent where
    somebody of that country supplies, carries or arranges what is assessed, where a provision is named that the
    registry does not know or that does not fit the act (`NE603` to `NE606`), and where the assessment finds nothing.

    ## Why it matters

    Who receives what may not be supplied breaks no duty of the supplier. Reports that speak of a breach "by North
    Korea" often mean another paragraph, or another party.

    ## Example

    ```yaml
    subject_ids: [gift-of-the-car]   # from Russia to North Korea
    respondent_ids: [north-korea]
    provisions: ["S/RES/2397#7"]
    finding: violation
    ```

    ## Use instead

    ```yaml
    subject_ids: [gift-of-the-car]   # from Russia to North Korea
    respondent_ids: [russia]
    provisions: ["S/RES/2397#7"]
    finding: violation
    ```

    ## Source

    The registry of this library, which says of each provision whom it binds.
    """
    bearings, acts = view.made(Bearings), view.made(Acts)
    for assessment in view.of(SanctionsAssessment):
        if not assessment.respondent_ids or assessment.finding in FOUND_NOTHING:
            continue
        named = bearings.of(assessment)
        rows = [bearing.row for bearing in named if bearing.row is not None and bearing.fault is None]
        targets = {row.target for row in rows if row.duty_holder == "supplier" and row.direction == "to_target"}
        if len(rows) < len(named) or len(targets) != 1:
            continue
        (target,) = targets
        deliveries = [event for event in bearings.subjects(assessment) if isinstance(event, Delivery)]
        if any(acts.is_supplied_by(delivery, target) for delivery in deliveries):
            continue
        for place, respondent in enumerate(assessment.respondent_ids):
            if acts.countries(respondent) == {target}:
                ban = f"{' and '.join(row.key for row in rows)} {'bans' if len(rows) == 1 else 'ban'}"
                message = (
                    f"{respondent} is of {country_name(target)}, to which {ban} supply, and "
                    "supplies nothing here; expected a respondent on the side that supplies"
                )
                yield Found(assessment, f"/respondent_ids/{place}", message, (respondent,))
