"""Symbols of units and currencies that every language prints: m², km, MW, US$; and how the units measure each other."""

from collections.abc import Mapping
from fractions import Fraction

CURRENCY_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "zł": "PLN",
    "₴": "UAH", "₪": "ILS",
}  # fmt: skip
AMBIGUOUS_SIGNS = frozenset("$£¥")
"""Signs that several currencies have: letters right before one name which."""
PREFIXES = CURRENCY_SIGNS | {
    "us$": "USD", "us $": "USD", "$us": "USD", "u.s. $": "USD", "u.s $": "USD", "hk$": "HKD", "hk $": "HKD",
    "a$": "AUD", "a $": "AUD", "$a": "AUD",
    "au$": "AUD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "can$": "CAD", "$can": "CAD", "nz$": "NZD", "s$": "SGD",
    "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "mex$": "MXN", "ar$": "ARS", "cl$": "CLP", "clp$": "CLP", "col$": "COP",
    "rd$": "DOP", "tt$": "TTD", "cdn$": "CAD", "sg$": "SGD", "$nz": "NZD", "$hk": "HKD", "$c": "CAD",
    "rmb¥": "CNY", "jp¥": "JPY", "e£": "EGP",
    "cn¥": "CNY", "fr.": "CHF", "sfr.": "CHF", "sfr": "CHF", "rmb": "CNY", "rm": "MYR", "rs": "INR", "rs.": "INR",
    "c£": "CYP", "y=": "JPY",
}  # fmt: skip
"""What stands before an amount of money, in lower case."""
del PREFIXES["zł"], PREFIXES["c£"]

SYMBOLS = {
    **CURRENCY_SIGNS, "us$": "USD", "$us": "USD", "hk$": "HKD", "$ us": "USD", "$ can": "CAD", "$can": "CAD",
    "$ ca": "CAD", "$ca": "CAD", "$ cad": "CAD", "$ au": "AUD", "$au": "AUD",
    "$ nz": "NZD", "$ hk": "HKD",
    "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF",
    "cny": "CNY", "rmb": "CNY", "hkd": "HKD", "jpy": "JPY", "cad": "CAD", "aud": "AUD", "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "pln": "PLN",
    "czk": "CZK", "inr": "INR", "sgd": "SGD", "ils": "ILS", "fr.": "CHF", "kr": "kr", "zloty": "PLN",
    "%": "%", "‰": "‰", "pp": "pp", "%-points": "pp",
    "m²": "m2", "m2": "m2", "qm": "m2", "m³": "m3", "m3": "m3", "km²": "km2", "km2": "km2", "ha": "ha",
    "ft²": "ft2", "ft2": "ft2",
    "mm": "mm", "cm": "cm", "km": "km", "m": "m", "μm": "um", "µm": "um", "nm": "nm", "ft": "ft", "yd": "yd",
    "mi": "mi",
    "kg": "kg", "mg": "mg", "g": "g", "t": "t", "kt": "kt", "mt": "Mt", "lb": "lb", "lbs": "lb", "oz": "oz",
    "l": "l", "ml": "ml", "cl": "cl", "hl": "hl",
    "w": "W", "kw": "kW", "mw": "MW", "gw": "GW", "tw": "TW", "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh",
    "twh": "TWh",
    "mah": "mAh", "v": "V", "kv": "kV", "nm²": "nm2", "hp": "hp", "bhp": "hp", "ch": "hp", "ps": "hp", "cv": "hp",
    "rpm": "rpm",
    "km/h": "km/h", "km/hr": "km/h", "kmh": "km/h", "kph": "km/h", "mph": "mph", "m/s": "m/s", "mpg": "mpg",
    "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB",
    "db": "dB", "gpa": "GPa",
    "h": "hours", "min": "min", "sec": "s", "ms": "ms", "°c": "degC", "°f": "degF", "°": "deg",
    "teu": "TEU", "bps": "bp", "bp": "bp", "ppb": "ppb", "ppm": "ppm",
    "gco2": "gCO2", "mp": "MP", "pa": "Pa", "hpa": "hPa", "kpa": "kPa", "mpa": "MPa", "psi": "psi",
    "kj": "kJ", "mj": "MJ", "gj": "GJ",
    "kcal": "kcal", "fps": "fps", "dpi": "dpi", "mbps": "Mbit/s", "gbps": "Gbit/s", "kwp": "kWp", "mwp": "MWp",
    "c": "degC", "f": "degF", "mbit/s": "Mbit/s", "″": "in",
}  # fmt: skip
"""Symbols behind a number, in lower case, and our codes."""
del SYMBOLS["%-points"], SYMBOLS["nm²"]

DOLLARS = {
    "canadian": "CAD", "cdn": "CAD", "can": "CAD", "ca": "CAD", "australian": "AUD", "aus": "AUD",
    "us": "USD", "american": "USD",
}  # fmt: skip
"""Whose dollar it is, said behind the amount: $300 million (Canadian)."""

CASED = {
    "€": "EUR",
    "m": "m",
    "h": "hours",
    "t": "t",
    "g": "g",
    "l": "l",
    "L": "l",
    "W": "W",
    "V": "V",
    "p": "pence",
    "C": "degC",
    "F": "degF",
}
"""Single letters that are a unit only as written here, and only behind digits."""
AS_WRITTEN = {"Nm": "Nm"}
"""Symbols that only their capitals tell from others: newton metres, but nm are nanometres."""

_DECIMAL: Mapping[str, Mapping[str, int | str]] = {
    "power": {"W": 1, "kW": 10**3, "MW": 10**6, "GW": 10**9, "TW": 10**12},
    "energy": {"Wh": 1, "kWh": 10**3, "MWh": 10**6, "GWh": 10**9, "TWh": 10**12},
    "length": {"mm": "1/1000", "cm": "1/100", "m": 1, "km": 1000},
    "area": {"m2": 1, "ha": 10**4, "km2": 10**6},
    "mass": {"mg": "1/1000000", "g": "1/1000", "kg": 1, "t": 1000, "kt": 10**6, "Mt": 10**9},
    "volume": {"ml": "1/1000", "cl": "1/100", "l": 1, "hl": 100, "m3": 1000},
    "data": {"kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12},
}
SIZES = {code: (dimension, Fraction(size)) for dimension, sizes in _DECIMAL.items() for code, size in sizes.items()}
"""The decimal units by our codes: what each measures, and how large it is beside the others. Sources: SI; CLDR."""


def factor(of: str, in_: str) -> Fraction | None:
    """How many of the unit `in_` one of the unit `of` is; None where they measure different things, or are unknown.

    >>> factor("GW", "MW"), factor("ha", "m2"), factor("GW", "GWh")
    (Fraction(1000, 1), Fraction(10000, 1), None)
    """
    one, other = SIZES.get(of), SIZES.get(in_)
    return one[1] / other[1] if one and other and one[0] == other[0] else None
