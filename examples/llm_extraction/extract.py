"""Let a language model extract a dossier from a report, and tell it what is wrong until nothing is."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from newsevents import Dossier, Source, ValidationError, When, annotate, check, from_llm

HERE = Path(__file__).parent
TRIES = 3
PROMPT = """\
Extract what the report says, as records. The report is the source "report"; name it in every attribution.
Quote word for word. Leave every span null: the places are found for you. Leave null what the report does not say.

"""

Ask = Callable[[Sequence[str]], str]


def recorded() -> Ask:
    """Return what answers from the files beside this one, in place of a provider's API.

    A real one sends the messages together with the schema `json_schema("dossier", profile="llm")`.
    """
    answers: Iterator[Path] = iter(sorted(HERE.glob("answer-*.txt")))
    return lambda _messages: next(answers).read_text(encoding="utf-8")


def extract(report: Source, ask: Ask) -> Dossier:
    """Return what a report says, with the place of each quotation.

    Raises:
        ValueError: The model has not got it right.
    """
    messages = [PROMPT + (report.text or "")]
    for _ in range(TRIES):
        answer = ask(messages)
        try:
            # The report stands last: pointers are then the same in the answer and in the dossier.
            dossier = annotate(Dossier(id="extracted", records=[*from_llm(answer), report]))
            findings = [finding for finding in check(dossier) if finding.level != "info"]
        except ValidationError as error:
            findings = list(error.findings)
        if not findings:
            return dossier
        faults = "\n".join(f"{finding.pointer}: {finding.code} {finding.message}" for finding in findings)
        print(faults)
        messages += [answer, f"Correct this, and answer with all records again:\n{faults}"]
    raise ValueError(f"no clean answer in {TRIES} tries")


def main() -> None:
    """Extract, and print where the quotations stand."""
    text = (HERE / "report.txt").read_text(encoding="utf-8")
    # Words such as "on 3 July" count from the day of publication.
    report = Source(id="report", form="article", title="A camera", published=When(edtf="2025-07-07"), text=text)
    dossier = extract(report, recorded())
    for record in dossier.records:
        print(record.type, record.id)
        if record.type == "statement":
            for quotation in record.quotations:
                print(" ", quotation.text, quotation.span)


if __name__ == "__main__":
    main()
