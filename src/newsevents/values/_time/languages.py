# ruff: noqa: RUF001  (words in many scripts)
"""The words for times in the languages other than English: data alone.

Months run from January, weekdays from Monday; forms of one name are parted by `|`, and `_` is a blank. Short
forms count only in dates.
"""

from typing import NamedTuple

__all__ = ["LANGUAGES", "Language"]


class Language(NamedTuple):
    """The words of one language.

    Attributes:
        months: Full names, in every case in which a date puts them.
        weekdays: Full names, likewise.
        short_months: Abbreviations, without their dot.
        short_weekdays: Abbreviations, without their dot.
        days: Words for the day before yesterday, yesterday, today, tomorrow, the day after tomorrow.
        prepositions: Words that may stand before a date, and "day".
        links: Words between the parts of a date: "of".
        years: Words for "year" beside its number.
        suffixes: Words that may follow a date.
        inside: Those of the prepositions that may stand before a year: "in".
        last: Words for "last", where they may also stand before a date.
        this: Words for "this".
    """

    months: str
    weekdays: str
    short_months: str = ""
    short_weekdays: str = ""
    days: str = ""
    prepositions: str = ""
    links: str = ""
    years: str = ""
    suffixes: str = ""
    inside: str = ""
    last: str = ""
    this: str = ""


LANGUAGES = {
    "ar": Language(
        "يناير|كانون_الثاني|جانفي فبراير|شباط|فيفري مارس|آذار|اذار أبريل|ابريل|إبريل|نيسان|أفريل مايو|أيار|ايار|ماي "
        "يونيو|يونيه|حزيران|جوان يوليو|يوليه|تموز|جويلية|يوليوز أغسطس|اغسطس|آب|اب|أوت|غشت سبتمبر|أيلول|ايلول|شتنبر "
        "أكتوبر|اكتوبر|تشرين_الأول|تشرين_الاول نوفمبر|تشرين_الثاني|نونبر ديسمبر|كانون_الأول|كانون_الاول|دجنبر",
        "الاثنين|الإثنين الثلاثاء الأربعاء|الاربعاء الخميس الجمعة السبت الأحد|الاحد",
        days="أول_أمس|أول_من_أمس|أمس_الأول|أول_امس أمس|امس|البارحة اليوم غدا|غدًا بعد_غد",
        prepositions="في يوم شهر",
        links="من",
        years="عام سنة",
        suffixes="م ميلادي ميلادية",
        inside="في",
    ),
    "zh": Language(
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "星期一|周一|週一|礼拜一|禮拜一 星期二|周二|週二|礼拜二|禮拜二 星期三|周三|週三|礼拜三|禮拜三 "
        "星期四|周四|週四|礼拜四|禮拜四 星期五|周五|週五|礼拜五|禮拜五 星期六|周六|週六|礼拜六|禮拜六 "
        "星期日|星期天|周日|週日|周天|礼拜天|禮拜天|礼拜日|禮拜日",
        short_weekdays="一 二 三 四 五 六 日",
        days="前天|前日 昨天|昨日 今天|今日 明天|明日 后天|後天",
        prepositions="在 于 於 公元 西元",
        suffixes="份",
        inside="在 于 於 公元 西元",
    ),
    "nl": Language(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "jan feb mrt|maa apr mei jun jul aug sep|sept okt nov dec",
        "ma di wo do vr za zo",
        "eergisteren gisteren vandaag morgen overmorgen",
        "op in de",
        "van",
        "jaar",
        inside="in",
    ),
    "fr": Language(
        "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre|decembre",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "janv|jan févr|fév|fevr mars avr mai juin juil août sept oct nov déc|dec",
        "lun mar mer jeu ven sam dim",
        "avant-hier hier aujourd'hui demain après-demain",
        "le en au du mois à",
        "de d'",
        "année an",
        inside="en",
        this="ce",
    ),
    "de": Language(
        "januar|jänner februar|feber märz|maerz april mai juni|juno juli|julei august "
        "september oktober november dezember",
        "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
        "jan|jän feb|febr mär|mrz apr mai jun jul aug sep|sept okt nov dez",
        "mo di mi do fr sa so",
        "vorgestern gestern heute morgen übermorgen",
        "am im den der dem in",
        "des",
        "jahr jahre jahres",
        inside="im in",
    ),
    "it": Language(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "lunedì|lunedi|lunedi' martedì|martedi|martedi' mercoledì|mercoledi|mercoledi' giovedì|giovedi|giovedi' "
        "venerdì|venerdi|venerdi' sabato domenica",
        "gen|genn feb|febbr mar apr mag giu lug ago set|sett ott nov dic",
        "lun mar mer gio ven sab dom",
        "l'altro_ieri|l'altroieri|avantieri|ieri_l'altro ieri oggi domani dopodomani",
        "il in a nel di lo l' la",
        "di del dell'",
        "anno",
        inside="in nel",
    ),
    "ja": Language(
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "月曜日|月曜 火曜日|火曜 水曜日|水曜 木曜日|木曜 金曜日|金曜 土曜日|土曜 日曜日|日曜",
        short_weekdays="月 火 水 木 金 土 日",
        days="一昨日|おととい|おとつい 昨日|きのう 今日|本日|きょう 明日|あした|あす 明後日|あさって",
        suffixes="に",
    ),
    "ko": Language(
        "일월 이월 삼월 사월 오월 유월|육월 칠월 팔월 구월 시월|십월 십일월 십이월",
        "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
        short_weekdays="월 화 수 목 금 토 일",
        days="그저께|그제|엊그제 어제 오늘 내일 모레",
        prepositions="지난 서기",
        suffixes="에 의",
        inside="서기 지난",
        last="지난",
    ),
    "pl": Language(
        "styczeń|stycznia|styczniu luty|lutego|lutym marzec|marca|marcu kwiecień|kwietnia|kwietniu maj|maja|maju "
        "czerwiec|czerwca|czerwcu lipiec|lipca|lipcu sierpień|sierpnia|sierpniu wrzesień|września|wrześniu "
        "październik|października|październiku listopad|listopada|listopadzie grudzień|grudnia|grudniu",
        "poniedziałek|poniedziałku wtorek|wtorku środa|środę|środy czwartek|czwartku piątek|piątku "
        "sobota|sobotę|soboty niedziela|niedzielę|niedzieli",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "pon|pn wt śr czw pt sob|sb niedz|nd",
        "przedwczoraj wczoraj dzisiaj|dziś|dzis jutro pojutrze",
        "w we dnia",
        "",
        "rok roku r",
        inside="w",
    ),
    "pt": Language(
        "janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "segunda-feira|segunda terça-feira|terça|terca-feira quarta-feira|quarta quinta-feira|quinta sexta-feira|sexta "
        "sábado|sabado domingo",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "seg ter qua qui sex sáb|sab dom",
        "anteontem|antes_de_ontem ontem hoje amanhã|amanha depois_de_amanhã",
        "em no na a o dia aos ao",
        "de do",
        "ano",
        inside="em",
    ),
    "ru": Language(
        "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае "
        "июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре "
        "октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре",
        "понедельник|понедельника вторник|вторника среда|среду|среды четверг|четверга пятница|пятницу|пятницы "
        "суббота|субботу|субботы воскресенье|воскресенья",
        "янв фев|февр мар апр мая|май июн июл авг сен|сент окт ноя|нояб дек",
        "пн вт ср чт пт сб вс",
        "позавчера вчера сегодня завтра послезавтра",
        "в во",
        "",
        "год года году г",
        inside="в",
    ),
    "es": Language(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
        "lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo",
        "ene feb mar abr may jun jul ago sep|sept|set oct nov dic",
        "lun mar mié|mie jue vie sáb|sab dom",
        "anteayer|antes_de_ayer ayer hoy mañana pasado_mañana",
        "el en a día",
        "de del",
        "año",
        inside="en en_el",
        this="este",
    ),
    "tr": Language(
        "ocak|ocak'ta|ocakta şubat|şubat'ta|şubatta mart|mart'ta|martta nisan|nisan'da|nisanda mayıs|mayıs'ta|mayısta "
        "haziran|haziran'da|haziranda temmuz|temmuz'da|temmuzda ağustos|ağustos'ta|ağustosta eylül|eylül'de|eylülde "
        "ekim|ekim'de|ekimde kasım|kasım'da|kasımda aralık|aralık'ta|aralıkta",
        "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
        "oca şub mar nis may haz tem ağu eyl eki kas ara",
        "pzt sal çar per cum cmt paz",
        "önceki_gün|evvelsi_gün dün bugün yarın öbür_gün",
        "",
        "",
        "yılı yılında yıl",
        "günü tarihinde",
    ),
    "uk": Language(
        "січень|січня|січні лютий|лютого|лютому березень|березня|березні квітень|квітня|квітні травень|травня|травні "
        "червень|червня|червні липень|липня|липні серпень|серпня|серпні вересень|вересня|вересні "
        "жовтень|жовтня|жовтні листопад|листопада|листопаді грудень|грудня|грудні",
        "понеділок|понеділка вівторок|вівторка середа|середу|середи четвер|четверга п'ятниця|п'ятницю|п'ятниці "
        "субота|суботу|суботи неділя|неділю|неділі",
        "січ лют бер квіт трав черв лип серп вер жовт лист|листоп груд",
        "пн вт ср чт пт сб нд",
        "позавчора|передучора вчора|учора сьогодні завтра післязавтра",
        "в у",
        "",
        "рік року році р",
        inside="в у",
    ),
}
