"""Times in words: what is read, what is refused, and what is kept of the words."""

import datetime as dt
import re
import subprocess
import sys
from calendar import monthrange
from collections import Counter
from pathlib import Path

import pydantic
import pytest

from newsevents import Source, When
from newsevents.errors import AmbiguousTimeError, NormalizationError, UnanchoredTimeError, UnreadableTimeError
from newsevents.values import _edtf
from newsevents.values._time import read
from newsevents.values._time.fold import fold
from newsevents.values._time.grammar import Sentence, Year
from newsevents.values._time.lexicon import lexicon, pieces
from newsevents.values.when import parse_when

REFERENCE = "2024-03-16"
TABLES = [Path(__file__).with_name(name) for name in ("times.txt", "words.txt")]
DOCUMENTED = Path(__file__).parents[3] / "docs" / "guides" / "times.md"
# A hand-written collection that may lie beside the checkout.
WORKED_CASES = Path(__file__).parents[4] / "shared" / "cases" / "dates.txt"


def table() -> list[tuple[str, str | None, str]]:
    """Return text, reference and result of every line of the tables."""
    rows = []
    for line in (line for path in TABLES for line in path.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("# "):
            told, result = line.split(" => ")
            text, _, reference = told.partition(" @ ")
            rows.append((text, None if reference == "none" else reference or REFERENCE, result))
    return rows


def result_of(text: str, reference: str | None) -> str:
    """Return what the table says of a text: its EDTF, or the kind of error with its candidates."""
    try:
        edtf = parse_when(text, reference=reference).edtf
    except NormalizationError as error:
        candidates = " | ".join(error.candidates)
        return " ".join(filter(None, (error.code.removesuffix("_time"), candidates)))
    assert edtf is not None
    return edtf


@pytest.mark.parametrize(("text", "reference", "result"), table())
def test_reads(text: str, reference: str | None, result: str) -> None:
    """A text is the time that the table says, or the error."""
    assert result_of(text, reference) == result


def test_no_word_is_left_out() -> None:
    """A word that is added to the lexicon gets a line."""
    texts = "\n".join(" ".join(pieces(fold(text) or "")) for text, _, _ in table())
    assert [words for words in lexicon(in_ascii=False).phrases if " ".join(words) not in texts] == []


def test_words_in_ascii() -> None:
    """To texts in ASCII, words mean in the smaller lexicon what they mean in the whole one."""
    small, whole = lexicon(in_ascii=True).phrases, lexicon(in_ascii=False).phrases
    assert {words: means for words, means in whole.items() if "".join(words).isascii()} == {
        words: means for words, means in small.items() if "".join(words).isascii()
    }
    assert len(small) < len(whole)


def documented() -> list[tuple[str, str]]:
    """Return words and EDTF of the tables in the documentation, several in one cell parted by semicolons or commas."""
    rows = []
    for line in DOCUMENTED.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) != 3 or cells[0] in {"words", "error", "---"} or "Error" in cells[0]:
            continue
        words, results = cells[0].split("; "), re.findall(r"`([^`]+)`", cells[1]) or [cells[1]]
        rows += list(zip(words, results * len(words) if len(results) == 1 else results, strict=True))
    return rows


@pytest.mark.parametrize(("words", "result"), documented())
def test_reads_what_is_documented(words: str, result: str) -> None:
    """Every row of the documentation's table holds."""
    assert result_of(words, REFERENCE).split(" ")[0] == result


# --- every language ---------------------------------------------------------------------------------------------------

FULL_DATES = {
    "ar": "الجمعة، 15 مارس 2024",
    "zh": "2024年3月15日星期五",
    "nl": "vrijdag 15 maart 2024",
    "fr": "vendredi 15 mars 2024",
    "de": "Freitag, 15. März 2024",
    "it": "venerdì 15 marzo 2024",
    "ja": "2024年3月15日金曜日",
    "ko": "2024년 3월 15일 금요일",
    "pl": "piątek, 15 marca 2024",
    "pt": "sexta-feira, 15 de março de 2024",
    "ru": "пятница, 15 марта 2024 г.",
    "es": "viernes, 15 de marzo de 2024",
    "tr": "15 Mart 2024 Cuma",
    "uk": "п’ятниця, 15 березня 2024 р.",
}
MONTHS = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "zh": "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "ko": "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}
# From Monday.
WEEKDAYS = {
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "uk": "понеділок вівторок середа четвер п'ятниця субота неділя",
}
DAYS = {
    "ar": "أمس اليوم",
    "zh": "昨天 今天",
    "nl": "gisteren vandaag",
    "fr": "hier aujourd’hui",
    "de": "gestern heute",
    "it": "ieri oggi",
    "ja": "昨日 今日",
    "ko": "어제 오늘",
    "pl": "wczoraj dzisiaj",
    "pt": "ontem hoje",
    "ru": "вчера сегодня",
    "es": "ayer hoy",
    "tr": "dün bugün",
    "uk": "вчора сьогодні",
}
# What stands before or after a weekday in a sentence.
ON_FRIDAY = {
    "ar": "يوم الجمعة",
    "nl": "op vrijdag",
    "fr": "le vendredi",
    "de": "am Freitag",
    "ja": "金曜日に",
    "ko": "금요일에",
    "pl": "w piątek",
    "pt": "na sexta-feira",
    "ru": "в пятницу",
    "es": "el viernes",
    "tr": "Cuma günü",
    "uk": "у п'ятницю",
}


@pytest.mark.parametrize("language", FULL_DATES)
def test_a_language(language: str) -> None:
    """Full dates, months with and without a year, weekdays, yesterday and today are read, in any case."""
    for text in (FULL_DATES[language], FULL_DATES[language].upper(), FULL_DATES[language].lower()):
        assert parse_when(text).edtf == "2024-03-15"
    for number, month in enumerate(MONTHS[language].split(), 1):
        with_year = f"2023年{month}" if language in {"zh", "ja"} else f"{month} 2023"
        assert parse_when(with_year).edtf == f"2023-{number:02}"
        if number in {2, 9, 12}:
            year = 2024 if number == 2 else 2023
            assert parse_when(month, reference=REFERENCE).edtf == f"{year}-{number:02}"
    for weekday, name in enumerate(WEEKDAYS[language].split()):
        day = dt.date(2024, 3, 16) - dt.timedelta(days=(5 - weekday) % 7)
        assert parse_when(name, reference=REFERENCE).edtf == day.isoformat()
    days = [parse_when(word, reference=REFERENCE).edtf for word in DAYS[language].split()]
    assert days == ["2024-03-15", "2024-03-16"]
    assert parse_when(ON_FRIDAY.get(language, "Friday"), reference=REFERENCE).edtf == "2024-03-15"


def test_a_language_is_not_mixed_with_another() -> None:
    """The words of one text are of one language."""
    with pytest.raises(UnreadableTimeError):
        parse_when("le 15 März 2024")


def test_what_two_languages_read_differently_is_ambiguous(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two readings that differ are candidates. No words of today's lexicon are such, so the readings are made here."""
    readings = [Sentence("y", (Year(2023),)), Sentence("y", (Year(2024),))]
    monkeypatch.setattr(read, "_sentences", lambda _: readings)
    with pytest.raises(AmbiguousTimeError) as caught:
        parse_when("in 2023")
    assert caught.value.candidates == ("2023", "2024")


def test_a_short_name_stands_in_dates_only() -> None:
    """ "Mar" is March or Tuesday, and a sea; in a date it is clear."""
    for text in ("mar", "el mar", "So", "am So", "do", "mi"):
        with pytest.raises(UnreadableTimeError):
            parse_when(text, reference=REFERENCE)
    assert parse_when("15 mar 2024").edtf == "2024-03-15"
    assert parse_when("So, 17. Mär. 2024").edtf == "2024-03-17"


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_the_words_are_kept() -> None:
    """The words that were replaced are the text of the time, without white space around them."""
    assert parse_when(" on Friday\n", reference=REFERENCE) == When(edtf="2024-03-15", text="on Friday")


@pytest.mark.parametrize("edtf", ["2024", "2018/..", "/1985", "2004-06~", "20XX", "2001-21", "2024-03-15T12:30+09:00"])
def test_canonical_edtf_is_itself(edtf: str) -> None:
    """There are no words to keep of what is canonical."""
    assert parse_when(f" {edtf} ") == When(edtf=edtf)


def test_an_era_is_a_calendar() -> None:
    """A year counted in an era says in which."""
    assert parse_when("Juche 113") == When(edtf="2024", text="Juche 113", calendar="juche")
    assert parse_when("令和6年3月15日").calendar == "reiwa"
    assert parse_when("民國113年").calendar == "minguo"
    assert parse_when("between Heisei 20 and Heisei 25").calendar == "heisei"
    assert parse_when("15 March 2024").calendar is None


@pytest.mark.parametrize("reference", [dt.date(2024, 3, 16), dt.datetime(2024, 3, 16, 9, 30, tzinfo=dt.UTC), REFERENCE])
def test_references(reference: dt.date | dt.datetime | str) -> None:
    """The reference is a date, a datetime or an ISO date."""
    assert parse_when("yesterday", reference=reference).edtf == "2024-03-15"


def test_a_reference_that_is_no_date_is_an_error() -> None:
    """A wrong reference is the caller's mistake, and no fault of the words."""
    with pytest.raises(ValueError, match="isoformat") as caught:
        parse_when("yesterday", reference="16 March 2024")
    assert not isinstance(caught.value, NormalizationError)


@pytest.mark.parametrize(
    ("text", "day_first", "edtf"),
    [
        ("03/04/2024", True, "2024-04-03"),
        ("03/04/2024", False, "2024-03-04"),
        ("03.04.2024", None, "2024-04-03"),
        ("03.04.2024", True, "2024-04-03"),
        ("03.04.2024", False, "2024-03-04"),
        ("2024-03-04", True, "2024-03-04"),
        ("03-04-2024", True, "2024-04-03"),
    ],
)
def test_the_order_of_day_and_month(text: str, *, day_first: bool | None, edtf: str) -> None:
    """What is given settles it; a year in front settles it as well, and dots mean that the day is first."""
    assert parse_when(text, day_first=day_first).edtf == edtf


def test_the_order_that_is_given_is_kept() -> None:
    """A date that the given order makes impossible is an error, and not turned around."""
    for text, day_first in (("04/13/2024", True), ("13/04/2024", False), ("13.04.2024", False)):
        with pytest.raises(UnreadableTimeError):
            parse_when(text, day_first=day_first)


# --- errors -----------------------------------------------------------------------------------------------------------


def test_errors_say_what_and_why() -> None:
    """An error quotes the words, and has the candidates in EDTF."""
    with pytest.raises(AmbiguousTimeError, match="'03/04/2024' may mean 2024-03-04 or 2024-04-03") as caught:
        parse_when("03/04/2024")
    assert caught.value.candidates == ("2024-03-04", "2024-04-03")
    with pytest.raises(UnanchoredTimeError, match="'yesterday' counts from a day that is not given; give a reference"):
        parse_when("yesterday")
    with pytest.raises(UnreadableTimeError, match="no time is read from 'soon': it is not understood as a whole"):
        parse_when("soon")


@pytest.mark.parametrize("character", ["\x01", "\ud800", "\ue000", "\u0378", "\u00b2", "\u2163"])
def test_characters_that_are_no_text(character: str) -> None:
    """Controls, surrogates, private and unassigned ones, and numbers that are no digits, are named as the reason."""
    with pytest.raises(UnreadableTimeError, match="it holds characters that no words hold"):
        parse_when(f"15 March 2024{character}")


def test_a_long_text_is_cut_in_the_message() -> None:
    """No time is this long."""
    with pytest.raises(UnreadableTimeError, match="it is too long") as caught:
        parse_when("soon " * 1000)
    assert len(str(caught.value)) < 150
    assert len(caught.value.text) == 5000


def test_a_text_may_not_ask_for_too_many_attempts() -> None:
    """What could be taken apart in many ways is given up."""
    with pytest.raises(UnreadableTimeError):
        parse_when("morning of " * 6 + "night " * 6)


def test_an_interval_runs_forward() -> None:
    """EDTF that ends before it begins is a slip of the pen, and not turned around."""
    with pytest.raises(UnreadableTimeError, match="it ends before it begins"):
        parse_when("2024-05/2024-03")


# --- fields of records ------------------------------------------------------------------------------------------------


def published(when: object) -> When | None:
    """Return when a source was published that is told so."""
    return Source.model_validate(
        {"type": "source", "id": "s", "title": "t", "form": "wire", "published": when}
    ).published


def test_fields_take_words() -> None:
    """A field of a record takes words on the Python path and keeps them."""
    assert published("15 March 2024") == When(edtf="2024-03-15", text="15 March 2024")
    assert published("2018/..") == When(edtf="2018/..")
    # In a field that holds EDTF it is that: the winter of 2023.
    assert published("2023-24") == When(edtf="2023-24")


@pytest.mark.parametrize(
    ("words", "code"), [("on Friday", "unanchored_time"), ("03/04/2024", "ambiguous_time"), ("soon", "unreadable_time")]
)
def test_fields_refuse_what_is_no_time(words: str, code: str) -> None:
    """A field has no reference; its errors have the codes of the function's."""
    with pytest.raises(pydantic.ValidationError) as caught:
        published(words)
    assert [error["type"] for error in caught.value.errors()] == [code]


def test_importing_the_library_compiles_no_grammar() -> None:
    """Neither the grammar nor dateutil is loaded before a text asks for it."""
    code = "import sys, newsevents; print(*(m for m in sys.modules if 'dateutil' in m or '_time.' in m))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "\n"


# --- worked cases -----------------------------------------------------------------------------------------------------

# The northern season, which is what a case means.
SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
MUST_REFUSE = {"ambiguous", "impossible", "contradiction", "junk"}


def days(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a time, seasons being three months."""

    def ends(date: str) -> tuple[dt.date | None, dt.date | None]:
        if date[5:7] in SEASONS:
            year, month = divmod(int(date[:4]) * 12 + SEASONS[date[5:7]] + 1, 12)
            return dt.date(int(date[:4]), SEASONS[date[5:7]], 1), dt.date(
                year, month + 1, monthrange(year, month + 1)[1]
            )
        return _edtf.bounds(date)[:2]

    start, slash, end = edtf.partition("/")
    return ends(start)[0], ends(end if slash else start)[1]


def minute(edtf: str) -> str:
    """Return the minute of a clock time, in Greenwich if it has a zone."""
    moment = _edtf.moment(edtf)
    assert moment is not None
    day, second = divmod(moment.first, 86400)
    return f"{dt.date.fromordinal(day)}T{second // 3600:02}:{second % 3600 // 60:02}" + "Z" * moment.has_zone


def is_right(answer: str | None, expected: str) -> bool:
    """Return whether an answer is what a worked case expects."""
    if expected == "-" or answer is None:
        return (expected == "-") == (answer is None)
    if "T" in answer or "T" in expected:
        return "T" in answer and "T" in expected and minute(answer) == expected
    if expected.startswith("in:"):
        first, last, width = re.split("[/:]", expected[3:])
        start, end = days(answer)
        if start is None or end is None:
            return False
        return first <= start.isoformat() and end.isoformat() <= last and (end - start).days + 1 >= int(width)
    try:
        return days(answer) == days(expected)
    except ValueError:  # before the year 1
        return False


def worked_cases() -> list[tuple[str, str, str, list[str]]]:
    """Return category, text, reference and expectations of every worked case."""
    category, cases = "", []
    for line in WORKED_CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            category = line[1:-1]
        elif line and not line.startswith("# "):
            told, expected = re.sub(r"\s+#.*$", "", line).split(" => ")
            text, _, reference = told.partition(" @ ")
            text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text.replace('""', ""))
            cases.append((category, text, reference or REFERENCE, expected.split(" | ")))
    return cases


@pytest.mark.skipif(not WORKED_CASES.exists(), reason="the collection of worked cases is not beside this checkout")
def test_worked_cases() -> None:
    """No answer is wrong where none is due or the expression is common, and 95 % are right."""
    verdicts: Counter[str] = Counter()
    wrong = []
    for category, text, reference, expected in worked_cases():
        try:
            answer = parse_when(text, reference=reference).edtf
        except NormalizationError:
            answer = None
        right = any(is_right(answer, each) for each in expected)
        verdicts["right" if right else "refused" if answer is None else "wrong"] += 1
        if not right and answer is not None:
            wrong.append((category, text, answer))
    assert wrong == []
    assert verdicts["right"] >= 0.95 * verdicts.total()
