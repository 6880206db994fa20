"""Cuts tests/view/pages/schema-org.json from schema.org's definitions as the npm package schema-dts has them.

    npm pack schema-dts && tar xzf schema-dts-*.tgz
    python scripts/vocabulary.py package > tests/view/pages/schema-org.json

For each type: what it is a kind of, and its own properties, each with the types of its values.
"""

import json
import re
import sys
from pathlib import Path

TYPES = (
    "Article", "Claim", "CollectionPage", "CorrectionComment", "DataDownload", "Dataset", "Enumeration", "ImageObject",
        "NewsArticle", "Observation",
    "Organization", "Person", "Place", "QuantitativeValue", "Quotation", "SearchResultsPage", "WebPage", "WebSite",
)  # fmt: skip
"""The types to keep, with everything they are kinds of."""

_INTERFACE = re.compile(r"^interface (\w+)Base extends ([^{]+?) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_PLAIN = re.compile(r'^export interface \w+Leaf extends (\w+)Base \{\n    "@type": "(\w+)";', re.MULTILINE)
"""A type without properties of its own."""
_PROPERTY = re.compile(r'^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;$', re.MULTILINE)


def main(package: Path) -> None:
    """Print the definitions."""
    text = (package / "dist/schema.d.ts").read_text("utf-8")
    known = {
        name: (re.findall(r"(\w+)Base", parents), dict(_PROPERTY.findall(inside)))
        for name, parents, inside in _INTERFACE.findall(text)
    }
    known |= {name: ([parent], {}) for parent, name in _PLAIN.findall(text) if parent != name}
    wanted, kept = list(TYPES), {}
    while wanted:
        name = wanted.pop()
        if name in kept or name not in known:
            continue
        parents, properties = known[name]
        kept[name] = {
            "is": sorted(set(parents)),
            "has": {
                key: sorted(set(values.split(" | ")) - {"IdReference"}) for key, values in sorted(properties.items())
            },
        }
        wanted += parents
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    told = {
        "from": f"schema.org, CC BY-SA 3.0, by way of schema-dts {version}, Apache-2.0",
        "types": dict(sorted(kept.items())),
    }
    print(json.dumps(told, indent=None, separators=(",", ":")).replace('},"', '},\n"'))


main(Path(sys.argv[1]))
