"""What the examples promise, beyond what they print."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pydantic
import pytest

import newsevents
from newsevents import Gift, Item, Quotation, Source, Span, Statement, When

Run = Callable[..., str]
Needs = Callable[..., None]
Load = Callable[[str, str], dict[str, Any]]


@pytest.fixture
def load(examples: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Return what runs a script of an example as a module and returns its names."""
    import runpy  # noqa: PLC0415  (only here)

    def load(example: str, script: str) -> dict[str, Any]:
        monkeypatch.syspath_prepend(examples / example)
        return runpy.run_path(str(examples / example / script))

    return load


def test_build_dossier(run: Run, examples: Path) -> None:
    """What is written is a clean file, with the place of the words that were quoted."""
    run("build_dossier", "python build.py bell.json")
    path = examples / "build_dossier" / "bell.json"
    assert newsevents.check_file(path) == []
    dossier = newsevents.load(path)
    (source,), (statement,) = dossier.of_type(Source), dossier.of_type(Statement)
    (quotation,) = statement.quotations
    assert isinstance(quotation, Quotation)
    assert quotation.span is not None
    assert source.text is not None
    assert source.text[quotation.span.start : quotation.span.end] == "It belongs here"
    (gift,) = dossier.of_type(Gift)
    assert gift.when is not None
    assert (gift.when.edtf, gift.when.text) == ("2025-05-03", "on Saturday")


def test_validate_folder(run: Run) -> None:
    """The exit status says whether anything is wrong; a clean folder has no line but the last."""
    run("validate_folder", "python sample.py stories")
    assert run("validate_folder", "python summarize.py stories >all; echo $?") == "1\n"
    assert run("validate_folder", "rm stories/[!c]*; python summarize.py stories; echo $?") == "0 errors\n0\n"


def test_typescript_refuses_a_slip(run: Run, examples: Path, needs: Needs) -> None:
    """A misspelled field does not compile, and the compiler asks for the right one."""
    needs(programs=("json2ts", "tsc"))
    program = examples / "typescript" / "gifts.mts"
    program.write_text(program.read_text("utf-8").replace("gift.recipients", "gift.recipient"), encoding="utf-8")
    assert "Did you mean 'recipients'?" in run("typescript", "sh build.sh out")


def test_llm_answers_fit_the_schema(examples: Path) -> None:
    """Each recorded answer is what a strict provider could give."""
    validator = jsonschema_rs.validator_for(newsevents.json_schema("dossier", profile="llm"))
    answers = sorted((examples / "llm_extraction").glob("answer-*.txt"))
    assert len(answers) == 2
    for answer in answers:
        validator.validate(json.loads(answer.read_text("utf-8")))


def test_llm_extraction(load: Load) -> None:
    """The second answer is clean; a model that never gets it right is given up; a text that is no answer is told so."""
    names = load("llm_extraction", "extract.py")
    text = (names["HERE"] / "report.txt").read_text("utf-8")
    report = Source(id="report", form="article", title="A camera", published=When(edtf="2025-07-07"), text=text)
    dossier = names["extract"](report, names["recorded"]())
    assert newsevents.check(dossier, ignore=["NE404"]) == []
    (statement,) = dossier.of_type(Statement)
    assert statement.quotations[0].span == Span(start=125, end=148)
    sent: list[tuple[str, ...]] = []

    def ask(messages: list[str]) -> str:
        sent.append(tuple(messages))
        return '{"records": [{"type": "gift"}]}'

    with pytest.raises(ValueError, match="no clean answer in 3 tries"):
        names["extract"](report, ask)
    assert len(sent) == 3
    assert "/records/0: NE003 required field 'givers' is missing" in sent[1][-1]


def test_two_reports(load: Load, examples: Path, needs: Needs) -> None:
    """Nothing is found where one account alone says a thing, or where two times may be the same."""
    needs("yaml")
    disagreements = load("two_reports", "compare.py")["disagreements"]
    path = examples / "two_reports" / "dossier.yaml"
    assert len(list(disagreements(newsevents.load(path)))) == 4
    text = path.read_text("utf-8").replace("edtf: 2025-06-02", "edtf: 2025-06")
    assert not any(": when: " in line for line in disagreements(newsevents.loads(text, format="yaml")))


def test_frames(load: Load, examples: Path, needs: Needs) -> None:
    """Dates are dates and figures are decimals in both; ends that are open stay open; what does not fit is refused."""
    needs("yaml", "pandas", "polars")
    import datetime as dt  # noqa: PLC0415  (with the rest of what is needed here alone)
    from decimal import Decimal  # noqa: PLC0415  (as above)

    names = load("frames", "frames.py")
    dossier = newsevents.load(examples / "frames" / "gifts.yaml")
    frame = names["polars_frame"]([dossier])
    assert frame["minimum"].to_list() == [Decimal("1200.5"), Decimal(1000000), Decimal(300), None]
    assert frame["maximum"].to_list() == [Decimal("1200.5"), None, Decimal(450), None]
    assert frame["comparator"].to_list() == ["exact", "more_than", "between", None]
    assert frame["latest"].to_list() == [dt.date(2025, 3, 15), dt.date(2025, 5, 31), dt.date(2025, 8, 31), None]
    table = names["pandas_frame"]([dossier])
    assert str(table["latest"].dtype) == "datetime64[s]"
    assert table["maximum"].to_list()[:3] == [Decimal("1200.50"), None, Decimal(450)]
    assert len(table) == len(frame) == len(dossier.of_type(Gift))
    assert names["decimal"]("0.12340") == Decimal("0.1234")
    with pytest.raises(ValueError, match=r"0\.12345 has more than 4 decimal places"):
        names["decimal"]("0.12345")


def test_rows_become_records(needs: Needs) -> None:
    """A row of a frame is a record's fields where its gaps are left out; integers with gaps are integers."""
    needs("pandas")
    import pandas as pd  # noqa: PLC0415  (it may be missing)

    frame = pd.DataFrame(
        {"id": ["a", "b"], "description": ["coal", "cars"], "note": [None, "x"], "quantity": [5, None]}
    )
    coal, cars = (Item(**row.dropna()) for _, row in frame.convert_dtypes().iterrows())
    assert coal == Item(id="a", description="coal", quantity=5)
    assert cars == Item(id="b", description="cars", note="x")
    with pytest.raises(pydantic.ValidationError, match="input_value=nan"):
        Item(**frame.iloc[0])


@pytest.fixture
def client(load: Load, needs: Needs) -> Any:
    """Return what asks the service without a network."""
    needs("fastapi", "httpx2")
    from fastapi.testclient import TestClient  # noqa: PLC0415  (it may be missing)

    return TestClient(load("fastapi", "app.py")["app"])


def test_fastapi_describes_the_models(client: Any) -> None:
    """In OpenAPI a record is as the schema has it: no null, no other form for answers, its own fields."""
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert not [name for name in schemas if name.endswith(("-Input", "-Output"))]
    # What is FastAPI's own or no record; the value of an extension may be anything.
    ours = {name: schema for name, schema in schemas.items() if name not in {"Finding", "HTTPValidationError"}}
    assert '"null"' not in json.dumps(ours)
    exported = newsevents.json_schema("gift")
    for key in ("properties", "required", "additionalProperties"):
        expected = json.dumps(exported[key], sort_keys=True).replace("#/$defs/", "#/components/schemas/")
        assert json.dumps(ours["Gift"][key], sort_keys=True) == expected


def test_fastapi_answers_are_canonical(client: Any, examples: Path) -> None:
    """A dossier comes back as `to_json` writes it, valid under the exported schema, with no null in it."""
    text = (examples / "ferry" / "dossier.json").read_bytes()
    answer = client.post("/dossiers", content=text)
    assert answer.status_code == 200
    assert json.loads(answer.content) == json.loads(newsevents.loads(text).to_json())
    assert b"null" not in answer.content
    jsonschema_rs.validator_for(newsevents.json_schema("dossier")).validate(answer.json())


def test_fastapi_refuses(client: Any, examples: Path) -> None:
    """Words are normalized where FastAPI reads, and refused where the text is read; the answer says where."""
    data = json.loads((examples / "ferry" / "dossier.json").read_bytes())
    index, gift = next((at, each) for at, each in enumerate(data["records"]) if each["type"] == "gift")
    gift["when"] = "15 March 2024"
    assert client.post("/gifts", json=gift).json()["when"] == {"edtf": "2024-03-15", "text": "15 March 2024"}
    answer = client.post("/dossiers", json=data)
    assert answer.status_code == 422
    (finding,) = answer.json()["findings"]
    assert (finding["code"], finding["pointer"], finding["line"]) == ("NE004", f"/records/{index}/when", 1)
    assert client.post("/dossiers", content=b"{").json()["findings"][0]["code"] == "NE002"
    refused = client.post("/gifts", json={**gift, "status": "wrapped"})
    assert (refused.status_code, refused.json()["detail"][0]["loc"]) == (422, ["body", "status"])
