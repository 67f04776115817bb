"""The words of amounts: numbers, scales, comparisons, what a sum is for. Tables, and no code.

Writings are parted by `|`; a scale is the power of ten that it multiplies by.
"""

# ruff: noqa: RUF001  (words in many scripts)

from newsevents.values.measure import Comparator

__all__ = [
    "AFTER",
    "BEFORE",
    "CASED_SCALES",
    "CJK_DIGITS",
    "CJK_UNITS",
    "COMPOUNDS",
    "FRACTIONS",
    "NUMBERS_ELSEWHERE",
    "ONES",
    "PER_UNIT",
    "PLUS_FRACTIONS",
    "SCALES",
    "SINGLES",
    "TENS",
    "UNITS",
    "VULGAR",
]

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
# Articles, which count as one before a scale: "a billion", "un millón", "eine Million".
SINGLES = "a|an|un|une|uno|una|ein|eine|einer|um|uma|een|один|одна|одну|одного"
# Exact decimals only: a third is not one.
FRACTIONS = {
    "half a|half an|half-a|half-an|half|a half|one half|half of a|one-half": "0.5",
    "quarter|a quarter of a|a quarter|quarter of a|one quarter|a quarter-|one-quarter of a": "0.25",
    "three quarters of a|three-quarters of a|three quarters|three-quarters": "0.75",
    "a dozen": "12",
    "полтора|полторы": "1.5",
}
PLUS_FRACTIONS = {
    "and a half|and one half|and-a-half|-and-a-half|and one-half": "0.5",
    "and a quarter|and one quarter": "0.25",
    "and three quarters|and three-quarters": "0.75",
}
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875", "⅕": "0.2"}

# By how the language writes numbers (see the signs of currencies). Words that are 10^9 in one language and 10^12 in
# another stand in none of the rows: "billions d'euros", German "Billion".
SCALES: dict[str, dict[str, int]] = {
    "": {
        "hundred": 2,
        "thousand|thousands|k|grand|हज़ार|हजार": 3,
        "lakh|lakhs|lac|lacs|लाख": 5,
        "million|millions|m|mn|mill|mill.|مليون|ملايين|میلیون|מיליון": 6,
        "crore|crores|cr|cr.|करोड़": 7,
        "thousand million|thousand millions": 9,
        "billion|billions|b|bn|bln|bil|مليار|مليارات|ملیارد|میلیارد|מיליארד": 9,
        "trillion|trillions|t|tn|trn|trln|tr|تريليون|טריליון": 12,
        "lakh crore|lakh crores": 12,
        "quadrillion|quadrillions": 15,
        "ล้าน": 6,
        "พันล้าน": 9,
        "หมื่นล้าน": 10,
        "แสนล้าน": 11,
        "ล้านล้าน": 12,
    },
    "eu": {
        "tsd|tsd.|tausend|mille|mila|duizend|tys|tys.|tisic|tusen|tusind|bin|ribu|ngan|nghin|тыс|тыс.|тысяча|тысячи|"
        "тысяч|tis|tis.|тис|тис.|тисяч|тисячі|ezer|tuhat|tuhatta": 3,
        "mln|mln.|mio|mio.|million|millionen|milione|milioni|milhao|milhoes|miljoen|milion|miliony|milionow|milionu|"
        "miljon|miljoner|millioner|milyon|juta|trieu|млн|млн.|миллион|миллиона|миллионов|мільион|мільиона|мільионів|"
        "мільиони|millio|miljoonaa|miljoona|milioane|milionai": 6,
        "milliard|milliards|milliarde|milliarden|mrd|mrd.|md|mds|mds.|mld|mld.|mlrd|mlrd.|mia|mia.|miliardo|miliardi|"
        "miljard|miljarder|miliard|miliardy|miliardow|milliarder|milyar|miliar|ty|"
        "млрд|млрд.|миллиард|миллиарда|"
        "миллиардов|мільярд|мільярда|мільярдів|мільярди|milliardia|miljardi|miljardia|"
        "miliarde|mil milhoes|bilhao|bilhoes": 9,
        "triliun|триллион|триллиона|триллионов|трлн|трлн.|трильион|трильионів|trilyon|billionen|bilioni|biljoen|biljoner|"
        "bilionow|biliony|trilhao|trilhoes": 12,
    },
    "es": {
        "millon|millones": 6,
        "mil": 3,
        "mil millones|millardo|millardos": 9,
        "billon|billones": 12,
    },
}
# Numbers in languages whose scales are not read, and sets that other languages count by: what is counted cannot begin
# with one, as they are spelled here; 5 آلاف شخص are five thousand.
NUMBERS_ELSEWHERE = (
    "ألف|الف|ألفا|ألفاً|آلاف|الاف|مئة|مائة|مئات|عشرات|هزار|صد|ہزار|لاکھ|کروڑ|ارب|سو|אלף|אלפים|אלפי|מאות|מאה|עשרות|"
    "χιλιάδες|χιλιάδων|χιλ|χιλ.|εκατομμύριο|εκατομμύρια|εκατομμυρίων|εκατ|εκατ.|δισεκατομμύριο|δισεκατομμύρια|"
    "δισεκατομμυρίων|δισ|δισ.|εκατοντάδες|δεκάδες|хиляда|хиляди|милион|милиона|милиони|милиард|милиарда|милиарди|"
    "хиљада|хиљаде|хиљаду|милијарда|милијарди|милијарде|илјада|илјади|hiljada|hiljade|hiljadu|miliona|"
    "tisuća|tisuće|tisuću|milijun|milijuna|milijuni|milijarda|milijarde|milijardi|tisoč|milijon|milijona|milijone|"
    "milijoni|milijonov|miliónov|stotine|stotina|desetine|desetina|stovky|stovek|stoviek|desítky|desítek|mii|mie|"
    "sute|zeci|tūkst|tūkst.|tūkstančiai|tūkstančių|tūkstantis|milijonai|milijonų|milijardų|tūkstoši|tūkstošu|"
    "tūkstotis|miljoni|miljonu|miljardu|miljonit|miljardit|mijë|þúsund|þús|þús.|milljón|milljónir|milljóna|milljarðar|"
    "мың|миң|мең|мянга|сая|мянган|elfu|laki|libo|libong|milyong|bilyong|duisend|vạn|chục|trăm|hundert|hunderte|"
    "hunderttausend|dutzend|dutzende|honderd|honderden|duizenden|dozijn|hundra|hundratals|hundre|hundrede|dussin|dusin|"
    "сотня|сотни|сотен|десяток|десятка|десятки|десятков|дюжина|дюжины|дюжин|сотень|десятків|setki|setek|dziesiątki|"
    "tuzin|tuziny|tuzinów|düzine|yüz|tucat|száz|sataa|tusinaa|centaine|centaines|dizaine|dizaines|douzaine|"
    "douzaines|vingtaine|vingtaines|millier|milliers|cientos|centenares|centenas|decenas|docenas|docena|millares|"
    "milhares|dezenas|dúzia|dúzias|centinaia|migliaia|decine|dozzina|dozzine|hundreds"
)
# In lower case these are millimeters.
CASED_SCALES = {"MM": 6}
# A scale and a currency in one word, as accounts write them.
COMPOUNDS = {
    "meur": (6, "EUR"),
    "keur": (3, "EUR"),
    "teur": (3, "EUR"),
    "mdeur": (9, "EUR"),
    "musd": (6, "USD"),
    "kusd": (3, "USD"),
    "mchf": (6, "CHF"),
    "msek": (6, "SEK"),
    "mnok": (6, "NOK"),
    "mdkk": (6, "DKK"),
}

CJK_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
    "兩": 2,
    **{digit: value for value, digit in enumerate("영일이삼사오육칠팔구")},
}
CJK_UNITS = {
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "萬": 4,
    "亿": 8,
    "億": 8,
    "兆": 12,
    "万亿": 12,
    "萬億": 12,
    "십": 1,
    "백": 2,
    "천": 3,
    "만": 4,
    "억": 8,
    "조": 12,
}

BEFORE: dict[Comparator, str] = {
    "exact": (
        "exactly|precisely|just|only|a mere|a flat|a full|a whopping|a cool|a staggering|a record|a massive|a hefty|"
        "a modest|a paltry|another|an additional|an extra"
    ),
    "about": (
        "about|around|some|near|est.|somewhere near|to the tune of|approximately|approx.|approx|roughly|"
        "an estimated|estimated at|estimated|an approximate|"
        "circa|c.|ca.|ca|~|≈|∼|somewhere around|in the region of|in the neighborhood of|in the neighbourhood of|"
        "on the order of|in the order of|close to|perhaps|maybe|something like|in the vicinity of|an average of|"
        "somewhere in the region of|more or less|"
        "rund|etwa|ungefahr|zirka|environ|cerca de|alrededor de|unos|unas|aproximadamente|aproximadamente unos|"
        "circa di|около|примерно|приблизительно|порядка|близько|приблизно|okolo|ongeveer|yaklasik|约|約|大约|大約|약|"
        "대략|a peu pres|حوالي|نحو|زهاء|ما يقارب|تقريبا"
    ),
    "more_than": (
        "more than|over|in excess of|exceeding|greater than|above|just over|slightly more than|slightly over|"
        "a little over|a little more than|well over|well above|far more than|much more than|north of|topping|"
        "surpassing|beyond|>|just above|"
        "mehr als|uber|plus de|mas de|piu di|oltre|mais de|более|больше|свыше|понад|більше|ponad|meer dan|超过|超過|"
        "более чем|больше чем|більше ніж|більш ніж|أكثر من|اكثر من|ما يزيد عن|ما يزيد على|"
        "mer an|mere end|mer enn"
    ),
    "at_least": (
        "at least|upwards of|upward of|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|"
        "minimum|starting at|starting from|as little as|as low as|at the very least|>=|≥|⩾|"
        "mindestens|au moins|al menos|por lo menos|almeno|pelo menos|не менее|не меньше|щонаименше|co najmniej|"
        "至少|不少于|不少於|不低于|不低於|少なくとも|최소|최소한|적어도|не менее чем|ما لا يقل عن|على الأقل|"
        "как минимум|минимум|como minimo|minst"
    ),
    "less_than": (
        "less than|fewer than|under|below|nearly|almost|nearing|approaching|just under|just below|slightly less than|"
        "slightly fewer than|slightly under|a little fewer than|far fewer than|far less than|much less than|"
        "a little less than|a little under|well under|well below|not quite|just shy of|shy of|south of|just short of|<|"
        "weniger als|knapp|fast|unter|moins de|pres de|presque|menos de|casi|meno di|quasi|quase|менее|меньше|почти|"
        "менше|маиже|mniej niz|prawie|minder dan|bijna|近|将近|將近|不到|不足|거의|менее чем|меньше чем|"
        "менше ніж|менш ніж|أقل من|اقل من"
    ),
    "at_most": (
        "at most|up to|no more than|not more than|as much as|as many as|as high as|a maximum of|maximum of|maximum|"
        "at the most|not exceeding|capped at|<=|≤|⩽|"
        "bis zu|hochstens|maximal|jusqu'a|au plus|hasta|como maximo|fino a|ate|не более|не больше|до|не більше|"
        "最多|最大|最高|不超过|不超過|최대|не более чем|ما يصل إلى|ما يصل الى|كحد أقصى|"
        "tout au plus|au maximum|максимум|tot"
    ),
}
AFTER: dict[Comparator, str] = {
    "about": "or so|approximately|give or take|or thereabouts|more or less|-odd|-ish|ish|approx.|approx|前後|左右|정도|"
    "environ|a peu pres|ungefahr|aproximadamente|circa|примерно|приблизительно|приблизно|ongeveer|تقريبا",
    "more_than": "초과|超",
    "at_least": "or more|and more|and up|or above|or over|or higher|and above|plus|-plus|+|at least|minimum|at minimum|"
    "以上|이상|mindestens|au moins|al menos|por lo menos|como minimo|almeno|pelo menos|минимум|как минимум|щонайменше|"
    "co najmniej|على الأقل|أو أكثر",
    "less_than": "未満|미만",
    "at_most": "or less|or under|or fewer|or below|or lower|at most|maximum|max|max.|tops|at the most|以下|以内|이하|"
    "hochstens|maximal|au plus|tout au plus|au maximum|como maximo|максимум|كحد أقصى",
}

PER_UNIT = (
    "each|apiece|a piece|per unit|each one|annually|monthly|daily|weekly|yearly|hourly|nightly|per annum|p.a.|"
    "per capita|a pop|a dozen|a couple|a quarter"
)
UNITS = (
    "barrel|ton|tonne|metric ton|ounce|troy ounce|pound|lb|kilo|kilogram|kilogramme|kg|gallon|liter|litre|share|head|"
    "person|people|day|week|month|quarter|year|hour|minute|night|unit|piece|vehicle|car|bottle|mile|kilometer|"
    "kilometre|km|square foot|square meter|square metre|seat|ticket|child|household|student|dozen|bushel|carat|gram|"
    "meter|metre|megawatt-hour|megawatt hour|kilowatt-hour|kilowatt hour|mwh|kwh|bbl|"
    "mo|yr|hr|oz|t|mt|item|animal|dog|horse|family|worker|employee|"
    "round|shell|missile|ship|vessel|trip|game|match|set|pair|copy|bag|box|case|pack|couple|guest|plate|visit|acre|"
    "hectare|container|soldier|member|passenger|room|word|page|bitcoin|token|home|house|pop|time|shift|course|semester"
)
