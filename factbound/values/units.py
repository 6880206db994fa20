"""Units: what is counted or measured, and which units are of one dimension."""

from dataclasses import dataclass


class UnitError(ValueError):
    """Two amounts that do not go together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted or measured: a simple unit, or one per another ("EUR/m2")."""

    code: str
    per: str | None = None

    def __str__(self) -> str:
        return f"{self.code}/{self.per}" if self.per else self.code

    @classmethod
    def parse(cls, text: str) -> "Unit":
        """The unit written as `code` or `code/per`."""
        code, _, per = text.partition("/")
        return cls(code, per or None)


PERCENT = Unit("%")
POINTS = Unit("pp")
TIMES = Unit("times")
YEARS = Unit("years")
RANK = Unit("rank")

CURRENCIES = frozenset(
    [
        "AED",
        "AFN",
        "ALL",
        "AMD",
        "AOA",
        "ARS",
        "AUD",
        "AWG",
        "AZN",
        "BAM",
        "BBD",
        "BDT",
        "BHD",
        "BIF",
        "BMD",
        "BND",
        "BOB",
        "BRL",
        "BSD",
        "BTN",
        "BWP",
        "BYN",
        "BZD",
        "CAD",
        "CDF",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CVE",
        "CZK",
        "DJF",
        "DKK",
        "DOP",
        "DZD",
        "EGP",
        "ERN",
        "ETB",
        "EUR",
        "FJD",
        "FKP",
        "GBP",
        "GEL",
        "GHS",
        "GIP",
        "GMD",
        "GNF",
        "GTQ",
        "GYD",
        "HKD",
        "HNL",
        "HTG",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JMD",
        "JOD",
        "JPY",
        "KES",
        "KGS",
        "KHR",
        "KMF",
        "KPW",
        "KRW",
        "KWD",
        "KYD",
        "KZT",
        "LAK",
        "LBP",
        "LKR",
        "LRD",
        "LSL",
        "LYD",
        "MAD",
        "MDL",
        "MGA",
        "MKD",
        "MMK",
        "MNT",
        "MOP",
        "MRU",
        "MUR",
        "MVR",
        "MWK",
        "MXN",
        "MYR",
        "MZN",
        "NAD",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PAB",
        "PEN",
        "PGK",
        "PHP",
        "PKR",
        "PLN",
        "PYG",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "RWF",
        "SAR",
        "SBD",
        "SCR",
        "SDG",
        "SEK",
        "SGD",
        "SHP",
        "SLE",
        "SOS",
        "SRD",
        "SSP",
        "STN",
        "SYP",
        "SZL",
        "THB",
        "TJS",
        "TMT",
        "TND",
        "TOP",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "UZS",
        "VED",
        "VES",
        "VND",
        "VUV",
        "WST",
        "XAF",
        "XCD",
        "XOF",
        "XPF",
        "YER",
        "ZAR",
        "ZMW",
        "ZWG",
        "BEF",
        "BGN",
        "DEM",
        "FRF",
        "HRK",
        "ITL",
        "LUF",
        "NLG",
    ]
)
"""Source: ISO 4217, active codes, and those of currencies that became the euro in the countries written about."""

_DIMENSIONS = {
    "%": "share", "pp": "share", "m2": "area", "rank": "rank", "times": "ratio",
    "hours": "duration", "days": "duration", "weeks": "duration", "months": "duration", "years": "duration",
}  # fmt: skip


def dimension(unit: Unit) -> str:
    """The dimension of a unit: money, share, area, duration, rank, ratio or count, or one per another."""
    simple = "money" if unit.code in CURRENCIES else _DIMENSIONS.get(unit.code, "count")
    return f"{simple}/{dimension(Unit(unit.per))}" if unit.per else simple


BUILT_IN_UNITS = frozenset(_DIMENSIONS)
