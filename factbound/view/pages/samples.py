"""Samples: how tools that people have read the data, to be copied. A test runs each of them."""

from dataclasses import dataclass
from typing import Literal

from factbound.ledger import Ledger

PREVIEW = "http://127.0.0.1:8000/"
"""Where `serve` shows the site: what samples name where its published address is not known."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: the tool's id and name, what runs it, and its code, in which ADDRESS and FACT stand for the site's
    address and a fact's id."""

    id: str
    tool: str
    runs: Literal["shell", "python"]
    code: str

    @property
    def names_fact(self) -> bool:
        """Whether it reads one fact, so that an edition without any cannot show it."""
        return "FACT" in self.code

    def at(self, address: str, fact: str) -> str:
        """The code for a site and one of its facts."""
        return self.code.replace("ADDRESS", address).replace("FACT", fact)


SAMPLES = (
    Sample("curl", "curl", "shell", "curl --silent ADDRESSdata/facts/FACT.json"),
    Sample("pandas", "pandas", "python", """import pandas

facts = pandas.read_csv("ADDRESSdata/facts.csv")
readings = pandas.read_csv("ADDRESSdata/readings.csv")

money = facts[facts.unit == "EUR"].sort_values("value", ascending=False)
print(money[["qualifier", "value", "statement"]])
print(money.merge(readings, left_on="id", right_on="fact")[["source", "paragraph", "printed"]])"""),
    Sample("duckdb", "DuckDB", "python", """import duckdb
from urllib.request import urlretrieve

for name in ("facts", "readings"):
    urlretrieve(f"ADDRESSdata/{name}.csv", f"{name}.csv")

duckdb.sql(\"\"\"
    SELECT source, count(*) AS readings, count(*) FILTER (agreement = 'differs') AS disputed
    FROM 'readings.csv' AS readings JOIN 'facts.csv' AS facts ON readings.fact = facts.id
    GROUP BY source ORDER BY source
\"\"\").show()"""),
    Sample("sqlite", "SQLite", "shell", """curl --silent --remote-name ADDRESSdata/edition.sqlite
sqlite3 edition.sqlite "SELECT publisher, printed, because FROM disagreements\""""),
    Sample("datasette", "Datasette", "shell", """curl --silent --remote-name ADDRESSdata/edition.sqlite
datasette edition.sqlite"""),
    Sample("frictionless", "frictionless", "shell", "frictionless validate ADDRESSdata/datapackage.json"),
)  # fmt: skip


def sample_fact(ledger: Ledger) -> str:
    """The fact that samples name: the first of the edition."""
    return next(iter(ledger.figures), "")
