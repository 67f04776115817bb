"""What is said of values that a model refuses."""

import pytest

from newsevents import ValidationError, loads


@pytest.mark.parametrize(
    ("fields", "lacks_quotes"),
    [
        ("{type: item, id: car, description: a car, hs_code: 8703}", True),
        ("{type: source, id: r, form: article, title: 7}", True),
        ("{type: vote, id: v, motion: a motion, when: {edtf: 2022}}", True),
        ("{type: state, id: s, country: 12}", False),
        ("{type: person, id: p, names: [{text: Pak}], age: {years: 500}}", False),
    ],
)
def test_a_number_that_lacks_quotes(fields: str, lacks_quotes: bool) -> None:
    """Who forgets the quotes around 2022 in YAML is told so; where quotes would not help, they are not named."""
    with pytest.raises(ValidationError) as caught:
        loads(fields, format="yaml")
    (finding,) = caught.value.findings
    assert finding.message.endswith("; write it in quotes") == lacks_quotes
