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
        spans: Last, this and next week, likewise month, and year, in every form that says when.
        counted: Days, weeks, months, years, as they stand behind a number.
        one: Those of these forms that mean one, without a number.
        numbers: From one to ten.
        ago: Words for "ago" behind what is counted.
        ago_before: Words for "ago" before it.
        since: Words for "since", where only the past can be meant.
        start: Words for "since" and "from".
        day_parts: Words for a part of a day.
        onward: Words for "since" behind a time.
        parts: Words for the start, the middle and the end of a time.
        parts_behind: Those that stand behind the time.
        between: Words for "between" and for its "and".
        ranging: Words for "from", only where a range follows.
        to: Words between the two ends of a range, and those behind its second end.
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
    spans: str = ""
    counted: str = ""
    one: str = ""
    numbers: str = ""
    ago: str = ""
    ago_before: str = ""
    since: str = ""
    start: str = ""
    day_parts: str = ""
    onward: str = ""
    parts: str = ""
    parts_behind: str = ""
    between: str = ""
    ranging: str = ""
    to: str = ""


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
        last="الماضي الماضية",
        spans=(
            "الأسبوع_الماضي هذا_الأسبوع الأسبوع_المقبل|الأسبوع_القادم الشهر_الماضي هذا_الشهر|الشهر_الجاري|"
            "الشهر_الحالي الشهر_المقبل|الشهر_القادم العام_الماضي|السنة_الماضية هذا_العام|هذه_السنة|"
            "العام_الجاري|العام_الحالي العام_المقبل|العام_القادم|السنة_المقبلة"
        ),
        counted=("يوم|أيام|يوما أسبوع|أسابيع|أسبوعا شهر|أشهر|شهور|شهرا عام|أعوام|عاما|سنة|سنوات"),
        numbers=("واحد اثنين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر"),
        ago_before="قبل",
        since="منذ",
        ranging="من",
        to="إلى|الى|حتى",
        parts="بداية|مطلع منتصف نهاية",
        one="يوم أسبوع شهر عام|سنة",
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
        spans=(
            "上周|上週|上星期|上个星期|上個星期 本周|本週|这周|這週|本星期|这个星期|"
            "這個星期 下周|下週|下星期|下个星期|下個星期 上月|上个月|上個月 本月|这个月|"
            "這個月 下月|下个月|下個月 去年 今年 明年"
        ),
        counted="天 周|週|星期|个星期|個星期 个月|個月",
        numbers="- 两|兩",
        ago="前 之前 以前",
        start="自 从 從",
        onward="以来 以來 起",
        day_parts="早上 上午 中午 下午 晚上",
        to="至|到",
        parts_behind="年初|初 - 年底|底|年末|末",
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
        last="vorige afgelopen",
        spans=(
            "vorige_week deze_week volgende_week vorige_maand deze_maand volgende_maand vorig_jaar dit_jaar "
            "volgend_jaar"
        ),
        counted="dag|dagen week|weken maand|maanden jaar|jaren",
        numbers="een|één twee drie vier vijf zes zeven acht negen tien",
        ago="geleden",
        since="sinds",
        parts="begin medio eind",
        between="tussen en",
        day_parts="ochtend middag avond",
        ranging="van",
        to="tot|tot_en_met",
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
        last="dernier",
        spans=(
            "semaine_dernière|la_semaine_dernière|semaine_passée|la_semaine_passée cette_semaine "
            "semaine_prochaine|la_semaine_prochaine mois_dernier|mois_passé ce_mois|ce_mois-ci "
            "mois_prochain année_dernière|l'année_dernière|an_dernier|l'an_dernier|l'année_passée|"
            "l'an_passé cette_année année_prochaine|l'année_prochaine|l'an_prochain"
        ),
        counted="jour|jours semaine|semaines mois an|ans|année|années",
        numbers="un|une deux trois quatre cinq six sept huit neuf dix",
        ago_before="il_y_a",
        since="depuis",
        parts="début mi fin",
        between="entre|entre_le et|et_le",
        day_parts="matin après-midi soir",
        ranging="de d' du",
        to="à|au",
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
        last="letzten letzter letztem vergangenen vergangener vergangenem",
        spans=(
            "letzte_woche|letzter_woche|letzten_woche|vergangene_woche|vergangener_woche|vergangenen_woche|"
            "vorige_woche|voriger_woche|vorigen_woche diese_woche|dieser_woche nächste_woche|nächster_woche|"
            "nächsten_woche|kommende_woche|kommender_woche|kommenden_woche letzten_monat|vergangenen_monat|"
            "vorigen_monat diesen_monat|diesem_monat|dieses_monats nächsten_monat|kommenden_monat "
            "letztes_jahr|letzten_jahr|letzten_jahres|vergangenes_jahr|vergangenen_jahr|vergangenen_jahres|"
            "voriges_jahr|vorigen_jahr|vorigen_jahres dieses_jahr|diesem_jahr|dieses_jahres nächstes_jahr|"
            "nächsten_jahr|nächsten_jahres|kommendes_jahr|kommenden_jahr|kommenden_jahres"
        ),
        counted=("tag|tagen|tage woche|wochen monat|monaten|monate jahr|jahren|jahre"),
        numbers=("einem|einer|ein|eine zwei drei vier fünf sechs sieben acht neun zehn"),
        ago_before="vor",
        since="seit",
        parts="anfang mitte ende",
        between="zwischen|zwischen_dem und|und_dem",
        day_parts="morgen früh vormittag mittag nachmittag abend nacht",
        ranging="von vom",
        to="bis|bis_zum",
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
        last="scorso scorsa",
        spans=(
            "settimana_scorsa|scorsa_settimana questa_settimana prossima_settimana|settimana_prossima "
            "mese_scorso|scorso_mese questo_mese prossimo_mese|mese_prossimo anno_scorso|scorso_anno "
            "quest'anno prossimo_anno|anno_prossimo"
        ),
        counted="giorno|giorni settimana|settimane mese|mesi anno|anni",
        numbers="un|uno|una due tre quattro cinque sei sette otto nove dieci",
        ago="fa",
        start="dal dall'",
        parts="inizio|all'inizio_di|all'inizio_del metà fine_del|alla_fine_di|alla_fine_del",
        between="tra|fra|tra_il|fra_il e|e_il",
        day_parts="mattina pomeriggio sera",
        ranging="da",
        to="a|al|all'",
    ),
    "ja": Language(
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "月曜日|月曜 火曜日|火曜 水曜日|水曜 木曜日|木曜 金曜日|金曜 土曜日|土曜 日曜日|日曜",
        short_weekdays="月 火 水 木 金 土 日",
        days="一昨日|おととい|おとつい 昨日|きのう 今日|本日|きょう 明日|あした|あす 明後日|あさって",
        suffixes="に",
        spans="先週 今週 来週 先月 今月 来月 昨年|去年 今年 来年",
        counted="- 週間 か月|ヶ月|カ月|ヵ月|ケ月",
        ago="前",
        onward="から 以来 以降",
        day_parts="朝 午前 午後 夕方",
        to="から まで",
        parts_behind="年初|初め - 年末|末",
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
        spans=(
            "지난주|지난_주 이번_주|이번주|금주 다음_주|다음주|내주 지난달|지난_달 "
            "이번_달|이번달|이달 다음_달|다음달|내달 지난해|작년 올해|금년 내년"
        ),
        counted="일 주|주일 개월",
        ago="전",
        onward="부터 이후 이래",
        day_parts="아침 오전 오후 저녁",
        to="부터 까지",
        parts_behind="초 - 말",
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
        spans=(
            "w_zeszłym_tygodniu|w_ubiegłym_tygodniu|zeszłego_tygodnia|ubiegłego_tygodnia w_tym_tygodniu|"
            "tego_tygodnia w_przyszłym_tygodniu|przyszłego_tygodnia w_zeszłym_miesiącu|w_ubiegłym_miesiącu|"
            "zeszłego_miesiąca|ubiegłego_miesiąca w_tym_miesiącu|tego_miesiąca w_przyszłym_miesiącu|"
            "przyszłego_miesiąca w_zeszłym_roku|w_ubiegłym_roku|zeszłego_roku|ubiegłego_roku w_tym_roku|"
            "tego_roku w_przyszłym_roku|przyszłego_roku"
        ),
        counted=("dzień|dni tydzień|tygodnie|tygodni miesiąc|miesiące|miesięcy rok|lata|lat"),
        one="- tydzień miesiąc rok",
        numbers=("jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć"),
        ago="temu",
        start="od",
        parts="początek|na_początku połowa|w_połowie koniec|pod_koniec",
        between="między a",
        day_parts="rano wieczorem po_południu",
        ranging="w_latach",
        to="do",
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
        last="passado passada",
        spans=(
            "semana_passada esta_semana|nesta_semana próxima_semana|semana_que_vem mês_passado este_mês|"
            "neste_mês|deste_mês próximo_mês|mês_que_vem ano_passado este_ano|neste_ano|deste_ano "
            "próximo_ano|ano_que_vem"
        ),
        counted="dia|dias semana|semanas mês|meses ano|anos",
        numbers=("um|uma dois|duas três|tres quatro cinco seis sete oito nove dez"),
        ago="atrás",
        ago_before="há",
        start="desde",
        parts=("início_de|início_do meados_de|meados_do fim_de|fim_do|final_de|final_do"),
        between="entre e",
        day_parts="à_noite à_tarde de_manhã pela_manhã",
        ranging="de do",
        to="a|ao|à|até",
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
        "год года году годами г",
        inside="в",
        spans=(
            "на_прошлой_неделе|прошлой_недели на_этой_неделе|этой_недели на_следующей_неделе|"
            "следующей_недели в_прошлом_месяце|прошлого_месяца в_этом_месяце|этого_месяца "
            "в_следующем_месяце|следующего_месяца в_прошлом_году|прошлого_года в_этом_году|этого_года|"
            "текущего_года в_следующем_году|следующего_года"
        ),
        counted=("день|дня|дней неделю|недели|недель месяц|месяца|месяцев год|года|лет"),
        one="- неделю месяц год",
        numbers=("один|одну два|две три четыре пять шесть семь восемь девять десять"),
        ago="назад тому_назад",
        start="с со",
        parts=("начало|начале|начала середина|середине|середины конец|конце|конца"),
        between="между и",
        day_parts="утром днем днём вечером",
        to="по|до",
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
        last="pasado",
        spans=(
            "semana_pasada|la_semana_pasada|la_pasada_semana esta_semana próxima_semana|la_próxima_semana|"
            "semana_que_viene|la_semana_que_viene mes_pasado|pasado_mes este_mes próximo_mes|mes_que_viene "
            "año_pasado|pasado_año este_año próximo_año|año_que_viene"
        ),
        counted="día|días semana|semanas mes|meses año|años",
        numbers="un|una|uno dos tres cuatro cinco seis siete ocho nueve diez",
        ago_before="hace",
        start="desde",
        parts=(
            "principios_de|principios_del|comienzos_de|comienzos_del mediados_de|mediados_del finales_de|"
            "finales_del|fines_de|fines_del"
        ),
        between="entre|entre_el y|y_el",
        day_parts="por_la_mañana por_la_tarde por_la_noche",
        ranging="de del",
        to="a|al|hasta",
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
        last="geçen geçtiğimiz",
        spans=(
            "geçen_hafta|geçtiğimiz_hafta bu_hafta gelecek_hafta|önümüzdeki_hafta geçen_ay|geçtiğimiz_ay "
            "bu_ay gelecek_ay|önümüzdeki_ay geçen_yıl|geçtiğimiz_yıl|geçen_sene bu_yıl|bu_sene gelecek_yıl|"
            "önümüzdeki_yıl|gelecek_sene"
        ),
        counted="gün hafta ay yıl|sene",
        numbers="bir iki üç dört beş altı yedi sekiz dokuz on",
        ago="önce",
        day_parts="sabah akşam",
        between="- ile|ve",
        to="- arasında|yılları_arasında",
        parts_behind="başında ortasında sonunda",
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
        "рік року році роками р",
        inside="в у",
        spans=(
            "минулого_тижня|на_минулому_тижні цього_тижня|на_цьому_тижні наступного_тижня|"
            "на_наступному_тижні минулого_місяця цього_місяця наступного_місяця минулого_року|торік "
            "цього_року|цьогоріч наступного_року"
        ),
        counted=("день|дні|днів тиждень|тижні|тижнів місяць|місяці|місяців рік|роки|років"),
        one="- тиждень місяць рік",
        numbers=("один два|дві три чотири п'ять шість сім вісім дев'ять десять"),
        ago="тому",
        start="з із від",
        parts="початок|початку|на_початку середина|середині кінець|кінці|наприкінці",
        between="між і|та",
        day_parts="вранці вдень ввечері увечері",
        to="по|до",
    ),
}
