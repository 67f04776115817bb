r"""Regular expressions that Rust, ECMAScript `u`, Python `re`, Go RE2 and Java read alike.

Only literals, ASCII classes, `{n,m}`, groups, alternation, `^` and `$`: no look-around, no flags, no `\d \w \s \b`.
"""

# Years 0001-9999, and the leap years among them, spelled out because no engine can compute.
YEAR = r"(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_LEAP_YEAR = r"([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
_MONTH_DAY = r"((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
DAY = f"({YEAR}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)"
DATE = f"^{DAY}$"

_HOUR_MINUTE = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_OFFSET = f"(Z|[+-]{_HOUR_MINUTE})"
INSTANT = f"^{DAY}T{_HOUR_MINUTE}:[0-5][0-9](\\.[0-9]{{1,6}})?{_OFFSET}$"

# EDTF (ISO 8601-2) level 0 and 1: an exact day; year with month, season or unspecified parts; a qualifier on the whole.
_MONTH = r"(0[1-9]|1[0-2])"
_EDTF_DATE = (
    f"({DAY}|{YEAR}(-({_MONTH}(-XX)?|2[1-4]|XX(-XX)?))?|"
    r"(00[1-9]|0[1-9][0-9]|[1-9][0-9]{2}|000)X|(0[1-9]|[1-9][0-9]|00)XX)[?~%]?"
)
# A clock time stands alone: no qualifier, no interval (level 0). It ends at the minute or at the second.
_EDTF_TIME = f"{DAY}T{_HOUR_MINUTE}(:[0-5][0-9])?(Z|[+-]([01][0-9]|2[0-3])(:[0-5][0-9])?)?"
EDTF = f"^({_EDTF_DATE}(/({_EDTF_DATE}|\\.\\.)?)?|(\\.\\.)?/{_EDTF_DATE}|{_EDTF_TIME})$"

SLUG = r"^[a-z0-9]+([-._:][a-z0-9]+)*$"
SNAKE_CASE = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
EXTENSION_KEY = r"^x-[a-z0-9]+-[a-z0-9]+(-[a-z0-9]+)*$"
DECIMAL = r"^(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]+)$"
LANGUAGE_TAG = (
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[0-9a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$"
)
SCRIPT = r"^[A-Z][a-z]{3}$"
URL = r"^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?([/?#]([!$&-;=?-Z_a-z~#]|%[0-9A-Fa-f]{2})*)?$"
POINTER = r"^(/([!-.0-}]|~[01])*)+$"
SHA256 = r"^[0-9a-f]{64}$"
HS_CODE = r"^[0-9]{2}([0-9]{2}([0-9]{2})?)?$"
UN_LOCODE = r"^[A-Z]{2}[A-Z2-9]{3}$"
